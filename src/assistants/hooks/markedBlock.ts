import type { TextEditor } from "../textEdit.ts";

const first = "# >>> gatelodge: written by `gatelodge agents`, and taken out by it";
const last = "# <<< gatelodge";

export interface MarkedBlock {
  readonly lines: readonly string[];
  /** Why the block cannot stand beside the rest of the file. */
  readonly conflict?: (others: string) => string | undefined;
}

/** Lines between two marks at the end of a text whose comments begin with `#`. */
export function markedBlockEditor({ lines, conflict = () => undefined }: MarkedBlock): TextEditor {
  return {
    put: (text = "") => {
      const others = withoutBlock(text);
      if (others === undefined) return { error: "its marks of Gatelodge do not fit together; it was left as it is" };
      const problem = conflict(others);
      if (problem !== undefined) return { error: problem };
      const end = text.includes("\r\n") ? "\r\n" : "\n";
      const block = [first, ...lines, last].join(end);
      const start = text.split(/\r?\n/).indexOf(first);
      // An older block keeps its place, and all around it too.
      if (start >= 0) return { text: replaceLines(text, start, block) };
      const gap = others === "" ? "" : others.endsWith("\n") ? end : `${end}${end}`;
      return { text: `${others}${gap}${block}${end}` };
    },
    takeOut: (text) => {
      const out = withoutBlock(text);
      return out === undefined ? { error: "its marks of Gatelodge do not fit together; it was left as it is" } : { text: out, ...(out.trim() === "" && out !== text ? { empty: true } : {}) };
    },
  };
}

function replaceLines(text: string, start: number, block: string): string {
  const before = startOf(text, start);
  return text.slice(0, before) + block + text.slice(endOf(text, before));
}

/** `undefined` where a mark has no partner, or stands there twice. */
function withoutBlock(text: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const [from, to] = [lines.indexOf(first), lines.indexOf(last)];
  if (from < 0 && to < 0) return text;
  if (from < 0 || to < from || lines.indexOf(first, from + 1) >= 0 || lines.indexOf(last, to + 1) >= 0) return undefined;
  const start = startOf(text, from);
  const rest = text.slice(endOf(text, start)).replace(/^\r?\n/, "");
  // The empty line that came with it goes with it.
  const before = text.slice(0, start);
  return (rest === "" ? before.replace(/(\r?\n)\r?\n$/, "$1") : before) + rest;
}

const startOf = (text: string, line: number) => text.split("\n").slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
const endOf = (text: string, start: number) => text.indexOf(last, start) + last.length;
