import { toNumber } from "../words.ts";

interface Bar {
  readonly text: string;
  readonly href?: string;
  readonly count: number;
}

/** Counts as bars; a list, so that it reads as well as it looks. */
export function Bars({ label, bars, empty }: { readonly label: string; readonly bars: readonly Bar[]; readonly empty: string }) {
  if (bars.length === 0) return <p class="empty">{empty}</p>;
  const most = Math.max(...bars.map(({ count }) => count), 1);
  return <ul class="bars" aria-label={label}>{bars.map(({ text, href, count }) => <li key={text}>
    <span class="name">{href === undefined ? text : <a href={href}>{text}</a>}</span>
    <meter aria-hidden="true" min={0} max={most} value={count} />
    <span class="number">{toNumber(count)}</span>
  </li>)}</ul>;
}
