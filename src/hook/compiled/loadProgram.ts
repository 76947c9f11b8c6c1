import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

/** What a runtime compiled of a program stands beside it, one file for each kind of runtime: none takes another's. */
export const codeFileOf = (file: string): string => `${file}.${process.versions.v8}-${process.arch}.code`;

const digestBytes = 32;
// The runtime itself asks no more than that the text is as long as it was, and runs what a broken disk gives it.
const digestOf = (text: string, code: Uint8Array): Buffer => createHash("sha256").update(text).update(code).digest();

/** The file's bytes. */
export const toCodeFile = (text: string, code: Uint8Array): Buffer => Buffer.concat([digestOf(text, code), code]);

/** Told of what was compiled, for who keeps it. */
export type Compiled = (file: string, text: string, script: Script) => void;

/**
 * One of our own bundles as a module. What was compiled of it at the installation is used if it is there and belongs to it;
 * otherwise its text is compiled, which takes longer and does the same.
 */
export function loadProgram<T>(file: string, compiled: Compiled = () => {}): T {
  const text = `(function(exports,require,module){${readFileSync(file, "utf8")}\n})`;
  const cachedData = readCode(codeFileOf(file), text);
  const script = new Script(text, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  compiled(file, text, script);
  const module: { exports: unknown } = { exports: {} };
  (script.runInThisContext() as (...words: readonly unknown[]) => void)(module.exports, createLoad(file, compiled), module);
  return module.exports as T;
}

/** What a bundle calls `require`: others of ours are loaded in the same way, once. */
function createLoad(file: string, compiled: Compiled): (name: string) => unknown {
  const others = createRequire(file);
  const loaded = new Map<string, unknown>();
  return (name) => {
    if (!name.startsWith("./")) return others(name);
    if (!loaded.has(name)) loaded.set(name, loadProgram(join(dirname(file), name), compiled));
    return loaded.get(name);
  };
}

/** Only from a file that nobody but its owner or the administrator can have written: it runs as the program does. */
function readCode(file: string, text: string): Buffer | undefined {
  try {
    const descriptor = openSync(file, "r");
    try {
      const { uid, mode } = fstatSync(descriptor);
      if (process.getuid !== undefined && ((uid !== process.getuid() && uid !== 0) || (mode & 0o022) !== 0)) return undefined;
      const bytes = readFileSync(descriptor);
      const code = bytes.subarray(digestBytes);
      return digestOf(text, code).equals(bytes.subarray(0, digestBytes)) ? code : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined; // none was kept
  }
}
