export interface DiffLine {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

const most = 4000;

/** What changed from one text to another, line by line (longest common subsequence). Texts of very many lines are shown as replaced. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [old, fresh] = [before === "" ? [] : before.split("\n"), after === "" ? [] : after.split("\n")];
  const whole = (kind: "gone" | "new", lines: readonly string[]) => lines.map((text) => ({ kind, text }));
  if (old.length > most || fresh.length > most) return [...whole("gone", old), ...whole("new", fresh)];
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) for (let column = fresh.length - 1; column >= 0; column -= 1) {
    lengths[row * width + column] = old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  }
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [oldLine, newLine] = [old[row], fresh[column]];
    if (oldLine !== undefined && oldLine === newLine) {
      lines.push({ kind: "same", text: oldLine });
      row += 1;
      column += 1;
    } else if (newLine === undefined || (oldLine !== undefined && at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ kind: "gone", text: oldLine ?? "" });
      row += 1;
    } else {
      lines.push({ kind: "new", text: newLine });
      column += 1;
    }
  }
  return lines;
}
