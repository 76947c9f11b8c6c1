/** Where a repository's baseline stands: at its root, so that everybody who has the repository has it. */
export const baselineName = ".gatelodge-baseline.json";

/** A finding that somebody looked at and left. Holds no value and nothing by which a weak one could be guessed (see fingerprint.ts). */
export interface BaselineEntry {
  readonly detector: string;
  /** Relative to the baseline's folder, with `/`. */
  readonly path: string;
  /** `value`: only this very value, of which no two are alike. `place`: whatever stands at this place. */
  readonly by: "value" | "place";
  readonly fingerprint: string;
  readonly count: number;
  /** ISO date on which it was taken up. */
  readonly date: string;
  readonly reason?: string;
}

/** What is read from one baseline file, ours or another tool's: plain data that can go to a thread. `folder` is a real path. */
export type Baseline =
  | { readonly tool: "gatelodge"; readonly folder: string; readonly salt: string; readonly entries: readonly BaselineEntry[] }
  /** Of each path, SHA-1 of the values. */
  | { readonly tool: "detect-secrets"; readonly folder: string; readonly hashes: Readonly<Record<string, readonly string[]>> }
  /** `path:line`, lines from 1. */
  | { readonly tool: "gitleaks"; readonly folder: string; readonly places: readonly string[] };

export type OwnBaseline = Extract<Baseline, { tool: "gatelodge" }>;

const format = "gatelodge baseline 1";
const about = "Findings that somebody looked at and left: they are quiet in the editor and in scans, and still kept from assistants. No value is in here.";

/** The file's text: one entry a line, sorted, so that a review sees what was added. */
export function writeBaseline({ salt, entries }: Pick<OwnBaseline, "salt" | "entries">): string {
  const sorted = entries.toSorted((a, b) => compare(a.path, b.path) || compare(a.detector, b.detector) || compare(a.fingerprint, b.fingerprint));
  const lines = sorted.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "format": ${JSON.stringify(format)},\n  "about": ${JSON.stringify(about)},\n  "salt": ${JSON.stringify(salt)},\n  "entries": [${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}]\n}\n`;
}

/** A baseline of any tool we know; `undefined`: it is none, or damaged. What is not understood in it counts for nothing. */
export function parseBaseline(text: string, folder: string): Baseline | undefined {
  if (!text.trimStart().startsWith("{")) {
    const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
    return lines.every((line) => /:[\w.-]+:\d+$/.test(line)) ? { tool: "gitleaks", folder, places: readGitleaks(lines) } : undefined;
  }
  try {
    const value = JSON.parse(text) as { format?: unknown; salt?: unknown; entries?: unknown; results?: unknown };
    if (value.format === format && typeof value.salt === "string" && /^[0-9a-f]{32}$/.test(value.salt) && Array.isArray(value.entries)) return { tool: "gatelodge", folder, salt: value.salt, entries: value.entries.filter(isEntry) };
    return typeof value.results === "object" && value.results !== null ? { tool: "detect-secrets", folder, hashes: readDetectSecrets(value.results) } : undefined;
  } catch {
    return undefined;
  }
}

/** `path:rule:line`. What also names a commit speaks of that commit's lines, which are others by now. */
function readGitleaks(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const [, path, number] = /^([^:]+):[\w.-]+:(\d+)$/.exec(line) ?? [];
    return path === undefined || number === undefined ? [] : [`${path.replaceAll("\\", "/").replace(/^\.\//, "")}:${number}`];
  });
}

/** What an audit found to be a secret (`is_secret: true`) is one. */
function readDetectSecrets(results: object): Readonly<Record<string, readonly string[]>> {
  const known = Object.entries(results).flatMap(([path, found]: [string, unknown]) => (Array.isArray(found) ? [[path.replaceAll("\\", "/").replace(/^\.\//, ""), found.flatMap(hashOf)] as const] : []));
  return Object.fromEntries(known);
}

function hashOf(entry: unknown): readonly string[] {
  const { hashed_secret: hash, is_secret: isSecret } = (entry ?? {}) as { hashed_secret?: unknown; is_secret?: unknown };
  return typeof hash === "string" && isSecret !== true ? [hash] : [];
}

function isEntry(value: unknown): value is BaselineEntry {
  const { detector, path, by, fingerprint, count, date, reason } = (value ?? {}) as Partial<BaselineEntry>;
  return typeof detector === "string" && typeof path === "string" && (by === "value" || by === "place") && typeof fingerprint === "string"
    && Number.isInteger(count) && typeof date === "string" && (reason === undefined || typeof reason === "string");
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
