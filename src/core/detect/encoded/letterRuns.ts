/** Eighteen bytes: less is hardly a name with a value, and the longer the runs, the fewer characters have to be looked at. */
const shortestRun = 24;

/** The letters of base64, base64url and hex. */
const letters = tableOf(/[A-Za-z0-9+/_-]/);

/**
 * Calls back for every run of letters; it answers where to go on, since a run may be the first line of many. Of most text few
 * characters are looked at: where every 24th is no letter, no run goes through it.
 */
export function eachLetterRun(text: string, found: (start: number, end: number) => number): void {
  const { length } = text;
  let floor = 0;
  let probe = shortestRun - 1;
  while (probe < length) {
    let start = probe;
    while (start >= floor && letters[text.charCodeAt(start)] === 1) start -= 1;
    if (start >= floor) {
      floor = start + 1;
      probe = start + shortestRun;
      continue;
    }
    floor = found(floor, endOfRun(text, probe + 1));
    probe = floor + shortestRun - 1;
  }
}

export function endOfRun(text: string, start: number): number {
  let end = start;
  while (end < text.length && letters[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

/** For every code unit, so that none is outside of the table: that is many times slower. */
export function tableOf(pattern: RegExp): Uint8Array {
  const table = new Uint8Array(1 << 16);
  for (let code = 0; code < 128; code += 1) table[code] = pattern.test(String.fromCharCode(code)) ? 1 : 0;
  return table;
}
