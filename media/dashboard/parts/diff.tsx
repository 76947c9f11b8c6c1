import { diffLines, type DiffLine } from "../diffLines.ts";

const signs: Readonly<Record<DiffLine["kind"], string>> = { same: " ", gone: "-", new: "+" };
/** Lines around a change. */
const around = 2;

/** What changes, told by signs as well as by colours. */
export function Diff({ before, after, label }: { readonly before: string; readonly after: string; readonly label: string }) {
  const lines = diffLines(before, after);
  if (lines.every(({ kind }) => kind === "same")) return <p class="note">Its text is the one in force.</p>;
  const shown = lines.map((line, index) => ({ ...line, near: lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== "same") }));
  return <pre class="diff" tabIndex={0} role="region" aria-label={label}>{shown.map(({ kind, text, near }, index) => (near ? <div key={index} class={kind}>{signs[kind]} {text}</div> : shown[index - 1]?.near === true ? <div key={index} class="note">…</div> : null))}</pre>;
}
