import { Minimatch, type MinimatchOptions } from "minimatch";

/**
 * The only place that calls the glob library. 200 globs against a path one by one run at 60,000 paths/s; most policy
 * globs end in a literal name, an extension or a prefix, so an index on the base name answers without matching.
 * Of what remains, a glob is tried only when a literal folder name of it is in the path.
 */
export interface GlobIndex {
  /** Values of the globs that match an absolute path with `/` separators. `exact` minds case, for globs that loosen. */
  match(path: string, repository: string | undefined, spelling: "ignoreCase" | "exact"): readonly number[];
}

export interface GlobEntry {
  readonly glob: string;
  /** Folder that a glob with a slash is relative to; without it, the repository root. */
  readonly root: string | undefined;
  readonly value: number;
}

interface Compiled extends GlobEntry {
  /** `anywhere`: tested against the absolute path; `relative`: against the path below root or repository. */
  readonly scope: "anywhere" | "relative";
  /** Compiled when first needed: most globs are never tried, since the tables rule them out. */
  readonly exact: (path: string) => boolean;
  readonly ignoreCase: (path: string) => boolean;
  /** No pattern at all beyond a base name: only that is tested. */
  readonly nameOnly: boolean;
  /** Just a name: to be found in the table of names is the answer, where case does not count. */
  readonly literal: boolean;
  /** `/folder/` in lower case that every path it matches has in it; a look for it is cheaper than matching. */
  readonly folder: string | undefined;
}

// `nonegate`, `nocomment`: a leading ! or # is part of a file name here. `dot`: without it `**/*.env` misses `.env`.
const options = { dot: true, nonegate: true, nocomment: true } as const;

interface NameTables {
  readonly names: Map<string, Compiled[]>;
  readonly prefixes: Map<string, Compiled[]>;
  readonly extensions: Map<string, Compiled[]>;
  readonly folders: Map<string, Compiled[]>;
  readonly rest: Compiled[];
}

export function createGlobIndex(entries: readonly GlobEntry[]): GlobIndex {
  const tables: NameTables = { names: new Map(), prefixes: new Map(), extensions: new Map(), folders: new Map(), rest: [] };
  for (const entry of entries) for (const glob of expandBraces(entry.glob.normalize("NFC"))) file(compile({ ...entry, glob, root: entry.root?.normalize("NFC") }), tables);
  // The same name can be spelt in two Unicode forms, by a person's keyboard and by a disk.
  return { match: (path, repository, spelling) => matchAll(tables, path.normalize("NFC"), repository?.normalize("NFC"), spelling) };
}

function compile(entry: GlobEntry): Compiled {
  const glob = entry.glob.startsWith("~/") ? `**/${entry.glob.slice(2)}` : entry.glob;
  const bare = glob.startsWith("**/") ? glob.slice(3) : glob;
  const nameOnly = !bare.includes("/") && entry.root === undefined;
  const anywhere = !glob.includes("/") ? `**/${glob}` : glob;
  const scope = entry.root === undefined && (anywhere.startsWith("/") || anywhere.startsWith("**/") || /^[a-z]:\//i.test(anywhere)) ? "anywhere" : "relative";
  // A relative glob's first folder has no `/` before it in the glob, but has one in the path.
  const folder = anywhere.toLowerCase().split("/").slice(0, -1).find((segment) => isLiteral(segment) && segment !== "." && segment !== "..");
  return {
    ...entry, glob: anywhere, scope, nameOnly, literal: nameOnly && isLiteral(bare), folder: folder === undefined ? undefined : `/${folder}/`,
    exact: matchLater(anywhere, options), ignoreCase: matchLater(anywhere, { ...options, nocase: true }),
  };
}

function matchLater(glob: string, settings: MinimatchOptions): (path: string) => boolean {
  const state: { matcher?: Minimatch } = {};
  return (path) => (state.matcher ??= new Minimatch(glob, settings)).match(path);
}

// The backslash too: it makes the next character literal, which is the library's business.
const special = /[*?[\](){}!+@\\]/g;
const isLiteral = (segment: string) => segment !== "" && segment.search(special) < 0;

/** By what tells most about a name: the name, its start, its extension, a folder above it. */
function file(compiled: Compiled, tables: NameTables): void {
  const name = compiled.glob.slice(compiled.glob.lastIndexOf("/") + 1).toLowerCase();
  if (isLiteral(name)) return add(tables.names, name, compiled);
  const prefix = name.slice(0, name.search(special));
  if (prefix.length >= 2) return add(tables.prefixes, prefix.slice(0, 2), compiled);
  const ending = name.split(special).at(-1) ?? "";
  if (ending.includes(".")) return add(tables.extensions, ending.slice(ending.lastIndexOf(".")), compiled);
  if (compiled.folder !== undefined) return add(tables.folders, compiled.folder.slice(1, -1), compiled);
  tables.rest.push(compiled);
}

const add = (map: Map<string, Compiled[]>, key: string, compiled: Compiled) => void map.set(key, [...(map.get(key) ?? []), compiled]);

function matchAll(tables: NameTables, path: string, repository: string | undefined, spelling: "ignoreCase" | "exact"): readonly number[] {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf("/") + 1);
  const hits: number[] = [];
  const test = (candidates: readonly Compiled[] | undefined) => {
    if (candidates !== undefined) for (const candidate of candidates) if (matchesOne(candidate, path, lower, name, repository, spelling)) hits.push(candidate.value);
  };
  test(tables.names.get(name));
  if (tables.prefixes.size > 0) test(tables.prefixes.get(name.slice(0, 2)));
  const dot = name.lastIndexOf(".");
  if (dot >= 0) test(tables.extensions.get(name.slice(dot)));
  if (tables.folders.size > 0) for (let from = 0, to = lower.indexOf("/", 1); to >= 0; from = to, to = lower.indexOf("/", to + 1)) test(tables.folders.get(lower.slice(from + (lower[from] === "/" ? 1 : 0), to)));
  test(tables.rest);
  return hits;
}

function matchesOne(candidate: Compiled, path: string, lower: string, name: string, repository: string | undefined, spelling: "ignoreCase" | "exact"): boolean {
  if (candidate.scope === "anywhere") {
    if (candidate.folder !== undefined && !lower.includes(candidate.folder) && !lower.startsWith(candidate.folder.slice(1))) return false;
    if (candidate.nameOnly && spelling === "ignoreCase") return candidate.literal || candidate.ignoreCase(`/${name}`);
    return candidate[spelling](path);
  }
  const base = candidate.root ?? repository;
  if (base === undefined || !lower.startsWith(`${base.toLowerCase()}/`)) return false;
  return candidate[spelling](path.slice(base.length + 1));
}

/** `a.{yml,yaml}` → two globs, so that each gets its place in the index. One level; the rest is minimatch's. */
export function expandBraces(glob: string): readonly string[] {
  const match = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(glob);
  if (match === null || !(match[2] ?? "").includes(",")) return [glob];
  return (match[2] ?? "").split(",").map((part) => `${match[1]}${part}${match[3]}`);
}
