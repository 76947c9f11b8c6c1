import { useEffect, useRef, useState } from "preact/hooks";
import UPlot from "uplot";
import { toNumber } from "../words.ts";
import { FigureTable } from "./figureTable.tsx";

export interface DaySeries {
  readonly word: string;
  /** Name of a colour of ours. */
  readonly colour: string;
  /** Told apart without colours, too. */
  readonly dash: readonly number[];
  readonly values: readonly number[];
}

interface DayChartProps {
  readonly label: string;
  readonly days: readonly string[];
  readonly series: readonly DaySeries[];
}

const height = 220;

/** Lines over days, and the same as a table. */
export function DayChart({ label, days, series }: DayChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const dark = useDark();
  const content = JSON.stringify([days, series]);
  useEffect(() => {
    if (place.current === null) return undefined;
    const within = place.current;
    const chart = new UPlot(toOptions(within, series), [days.map((day) => Date.parse(day) / 1000), ...series.map(({ values }) => [...values])], within);
    const sizes = new ResizeObserver(() => chart.setSize({ width: within.clientWidth, height }));
    sizes.observe(within);
    return () => {
      sizes.disconnect();
      chart.destroy();
    };
  }, [content, dark]);
  return <figure aria-label={label}>
    <ul class="legend" aria-hidden="true">{series.map(({ word, colour, dash }) => <li key={word}><svg width="28" height="8"><line class={`line-${colour}`} x1="0" y1="4" x2="28" y2="4" stroke-dasharray={dash.join(" ")} /></svg>{word}</li>)}</ul>
    <div class="chart" ref={place} aria-hidden="true" />
    <details>
      <summary>Show as a table</summary>
      <FigureTable caption={label} heads={["Day", ...series.map(({ word }) => word)]} rows={days.map((day, index) => [day, ...series.map(({ values }) => toNumber(values[index] ?? 0))]).toReversed()} />
    </details>
  </figure>;
}

function toOptions(place: HTMLElement, series: readonly DaySeries[]): UPlot.Options {
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(`--${name}`);
  const axis = { stroke: colour("muted"), grid: { stroke: colour("line"), width: 1 }, ticks: { stroke: colour("line"), width: 1 } };
  return {
    width: place.clientWidth, height, legend: { show: false }, cursor: { show: false },
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    scales: { y: { range: (_, __, most) => [0, Math.max(4, Math.ceil(most * 1.1))] } },
    axes: [{ ...axis, values: (_, splits) => splits.map((seconds) => new Date(seconds * 1000).toISOString().slice(5, 10)) }, { ...axis, size: 60, values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? toNumber(value) : "")) }],
    series: [{}, ...series.map(({ word, colour: name, dash }) => ({ label: word, stroke: colour(name), width: 2, dash: [...dash], points: { show: false } }))],
  };
}

/** A canvas does not follow the colour scheme by itself. */
function useDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const done = new AbortController();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => setDark(matches), { signal: done.signal });
    return () => done.abort();
  }, []);
  return dark;
}
