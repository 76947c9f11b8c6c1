import type { ComponentChildren } from "preact";

interface Columns {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** How many of the first columns are words; the rest are numbers. */
  readonly words?: number;
  readonly empty?: string;
}

/** A table: the first cell of a row says what the row is about. */
export function FigureTable({ caption, heads, rows, words = 1, empty = "Nothing." }: Columns) {
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  const kind = (index: number) => (index < words ? {} : { class: "number" });
  return <div class="wide" tabIndex={0} role="region" aria-label={caption}>
    <table>
      <caption class="spoken">{caption}</caption>
      <thead><tr>{heads.map((head, index) => <th key={head} scope="col" {...kind(index)}>{head}</th>)}</tr></thead>
      <tbody>{rows.map((cells, row) => <tr key={row}>{cells.map((cell, index) => (index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index} {...kind(index)}>{cell}</td>))}</tr>)}</tbody>
    </table>
  </div>;
}
