/** Lines of a TOML text without comments and without what stands in multi-line strings, each with its table. */
function linesOf(text: string): readonly { readonly table: string; readonly line: string }[] {
  const lines: { table: string; line: string }[] = [];
  const state: { table: string; string: string | undefined } = { table: "", string: undefined };
  for (const raw of text.split(/\r?\n/)) {
    if (state.string !== undefined) {
      if (raw.includes(state.string)) state.string = undefined;
      continue;
    }
    const line = raw.trim();
    const header = /^\[+\s*([^\]]+?)\s*\]+/.exec(line)?.[1];
    if (header !== undefined) state.table = header.replaceAll(/["'\s]/g, "");
    lines.push({ table: state.table, line });
    const opened = /("""|''')/.exec(line)?.[1];
    if (opened !== undefined && line.split(opened).length === 2) state.string = opened;
  }
  return lines;
}

/** A key of a table, however TOML lets it be written: under a header, with dots, in braces. */
export function tomlSwitch(table: string, key: string, off: string): (text: string) => string | undefined {
  const value = `\\s*=\\s*${off}\\b`;
  const under = new RegExp(`^["']?${key}["']?${value}`);
  const dotted = new RegExp(`^["']?${table}["']?\\s*\\.\\s*["']?${key}["']?${value}`);
  const braces = new RegExp(`^["']?${table}["']?\\s*=\\s*\\{[^}]*["']?\\b${key}["']?${value}`);
  return (text) => {
    const found = linesOf(text).some(({ table: of, line }) => (of === table && under.test(line)) || (of === "" && (dotted.test(line) || braces.test(line))));
    return found ? `${table}.${key} = ${off}` : undefined;
  };
}

/** Whether a text says anything about a table, so that it cannot be said a second time. */
export function definesToml(text: string, table: string): boolean {
  return linesOf(text).some(({ table: of, line }) => of === table || of.startsWith(`${table}.`) || (of === "" && new RegExp(`^["']?${table}["']?\\s*[.=]`).test(line)));
}
