import { labelRank, type Policy } from "./policy/policy.ts";

/** Names that an assistant may not see, for its own deny and ignore formats: one entry of the policy each, the broader exceptions first. */
export interface DeniedNames {
  /** Without a slash they match a base name anywhere, as in .gitignore. Braces are written out. */
  readonly names: readonly string[];
  readonly except: readonly string[];
}

/** What stands above a ceiling by its path alone. Repositories' own entries are left out: their globs are about their own folders. */
export function toDeniedNames(policy: Pick<Policy, "labels" | "classification">, ceiling: string): readonly DeniedNames[] {
  const above = policy.classification.filter(({ label, paths = [], origin, repositories = [] }) => paths.length > 0 && repositories.length === 0 && origin.source !== "repository" && labelRank(policy, label) > labelRank(policy, ceiling));
  const groups = above.map(({ paths = [], except = [] }) => ({ names: paths.flatMap(writeOut), except: except.flatMap(writeOut) }));
  // An exception also lifts what stands before it, so the broadest comes first, where it lifts its own entry only.
  return groups.sort((a, b) => breadth(a.except) - breadth(b.except));
}

const breadth = (globs: readonly string[]) => Math.min(Infinity, ...globs.map((glob) => glob.replaceAll("*", "").length));

/** `{a,b}` as two globs; the formats of others know no braces. */
export function writeOut(glob: string): readonly string[] {
  const open = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(glob);
  if (open === null) return [glob];
  const [, before = "", choices = "", after = ""] = open;
  return choices.split(",").flatMap((choice) => writeOut(`${before}${choice}${after}`));
}

/** Lines in the form of .gitignore. */
export function toIgnoreLines(denied: readonly DeniedNames[]): readonly string[] {
  return denied.flatMap(({ names, except }) => [...names.map(escapeFirst), ...except.map((glob) => `!${glob}`)]);
}

/** For formats that know no exceptions: names with an open end are given as the well-known ones, so that no example is denied. */
export function toPlainNames(denied: readonly DeniedNames[]): readonly string[] {
  const names = denied.flatMap(({ names: all, except }) => all.flatMap((name) => {
    if (except.length === 0 || !name.endsWith("*") || name.endsWith("/**")) return [name];
    return name.endsWith(".*") ? endings.map((ending) => `${name.slice(0, -1)}${ending}`) : [];
  }));
  return [...new Set(names)];
}

const endings = ["local", "development", "production", "staging", "test", "backup"];
const escapeFirst = (glob: string) => (/^[#!]/.test(glob) ? `\\${glob}` : glob);
