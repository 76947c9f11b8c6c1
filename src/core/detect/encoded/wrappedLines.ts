import { endOfRun, tableOf } from "./letterRuns.ts";

const endings = tableOf(/[=\s"'`<>,;)\]}&\\]/);

/** The end of what starts with this run: its lines are all as long as the first, only the last may be shorter. */
export function endOfLines(text: string, start: number, first: number): number {
  const width = first - start;
  let end = first;
  while (width % 4 === 0) {
    const next = nextLine(text, end);
    const nextEnd = endOfRun(text, next);
    if (next === end || nextEnd === next || nextEnd - next > width) break;
    if (nextEnd - next < width) return nextEnd === text.length || endings[text.charCodeAt(nextEnd)] === 1 ? nextEnd : end;
    end = nextEnd;
  }
  return end;
}

/** Behind a line end and what indents; `at` itself where there is none. */
function nextLine(text: string, at: number): number {
  let next = text.startsWith("\r\n", at) ? at + 2 : text.startsWith("\n", at) ? at + 1 : at;
  const deepest = next === at ? at : Math.min(text.length, next + 40);
  while (next < deepest && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9)) next += 1;
  return next;
}
