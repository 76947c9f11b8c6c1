import { closeSync, constants, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { freeName } from "../../core/fixes/environmentName.ts";

export type AddedVariable = { readonly ok: true; readonly name: string; readonly undo: () => void } | { readonly ok: false; readonly why: string };

/**
 * Appends NAME=value to an environment file: made 0600 when absent, everything in it kept, a name that is there never
 * overwritten. `undo` takes the line out again as long as nothing else was written since. Messages never hold the value.
 */
export function addVariable(file: string, wanted: string, value: string): AddedVariable {
  const quoted = quote(value);
  if (quoted === undefined) return { ok: false, why: "the value holds characters that readers of .env files understand differently" };
  try {
    // Not through a link: it could lead out of the repository, or to a file that git tracks.
    const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0), 0o600);
    try {
      return append(file, descriptor, wanted, quoted);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { ok: false, why: `.env cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"})` };
  }
}

function append(file: string, descriptor: number, wanted: string, quoted: string): AddedVariable {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) return { ok: false, why: ".env is not a plain file" };
  const before = readFileSync(descriptor, "utf8");
  const names = new Set([...before.matchAll(/^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*[=:]/gm)].map(([, name]) => name));
  const name = freeName(wanted, (candidate) => names.has(candidate));
  const line = `${before === "" || before.endsWith("\n") ? "" : "\n"}${name}=${quoted}\n`;
  writeSync(descriptor, line);
  return { ok: true, name, undo: () => truncate(file, stat.size, stat.size + Buffer.byteLength(line)) };
}

function truncate(file: string, to: number, from: number): void {
  const descriptor = openSync(file, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    if (fstatSync(descriptor).size === from) ftruncateSync(descriptor, to);
  } finally {
    closeSync(descriptor);
  }
}

/** Single quotes are literal for shells and every dotenv reader; a line break needs double quotes and no sign that they expand. */
function quote(value: string): string | undefined {
  if (/[\0\r]/.test(value)) return undefined;
  if (!/['\n]/.test(value)) return `'${value}'`;
  return /["\\$`]/.test(value) ? undefined : `"${value.replaceAll("\n", String.raw`\n`)}"`;
}
