/** A file of variables: `NAME=value` on each line. */
export interface EnvironmentFile {
  readonly values: ReadonlyMap<string, string>;
  /** A shell that reads it says nothing: no value runs a command or is one. */
  readonly isPlainScript: boolean;
}

const line = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)=(.*)$/;
// A word as a shell takes it: pieces in quotes and without, nothing that runs or splits.
const oneWord = /^(?:"(?:[^"\\`$]|\\.|\$\{?[A-Za-z_]\w*)*"|'[^']*'|[^\s"'`$&;|<>()\\])*[ \t]*(?:[ \t]#.*)?$/;

/** The variables that a file sets; `undefined`: a line of it is none, so that a program may complain about it, and show it. */
export function parseEnvironmentFile(text: string): EnvironmentFile | undefined {
  const values = new Map<string, string>();
  let isPlainScript = true;
  for (const each of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    if (/^[ \t]*(?:#|$)/.test(each)) continue;
    const [, name, value = ""] = line.exec(each) ?? [];
    if (name === undefined) return undefined;
    values.set(name, unquoted(value));
    isPlainScript &&= oneWord.test(value);
  }
  return { values, isPlainScript };
}

const unquoted = (value: string) => /^\s*(?:"(.*)"|'(.*)')\s*(?:#.*)?$/.exec(value)?.slice(1).find((inner) => inner !== undefined) ?? value.replace(/\s#.*$/, "").trim();
