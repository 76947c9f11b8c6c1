/** A number as people write it: digits and capitals, in groups or in one piece. */
export interface NumberRun {
  readonly start: number;
  readonly end: number;
  /** As it is written. */
  readonly written: string;
  /** Without what separates its groups. */
  readonly compact: string;
}

/** By the length of `compact`, in the order of places. */
export type NumberRuns = ReadonlyMap<number, readonly NumberRun[]>;

const [shortest, longest, mostLettersFirst] = [8, 34, 6];
const none: NumberRuns = new Map();

/**
 * Every stretch of a text that could be a number with check digits. Most characters are not looked at, none more than a few
 * times. Identifiers, versions, hexadecimal and parts of paths and UUIDs are left out by what they touch.
 */
export function findNumberRuns(text: string): NumberRuns {
  const found = new Map<number, NumberRun[]>();
  const add = (start: number, end: number) => {
    const written = text.slice(start, end);
    const compact = end - start > shortest ? written.replaceAll(/[ ./-]/g, "") : written;
    if (compact.length < shortest || compact.length > longest) return;
    const known = found.get(compact.length);
    if (known === undefined) found.set(compact.length, [{ start, end, written, compact }]);
    else known.push({ start, end, written, compact });
  };
  // A run of `shortest` characters or more covers one of every so many: the others are looked at only around those that could be part of one. Two spaces in a row are no part.
  for (let probe = shortest - 1; probe < text.length; probe += shortest) {
    const code = text.charCodeAt(probe);
    if (!isPart(code) || (code === 32 && text.charCodeAt(probe - 1) === 32)) continue;
    let start = probe;
    while (isPart(text.charCodeAt(start - 1))) start -= 1;
    let end = probe + 1;
    while (isPart(text.charCodeAt(end))) end += 1;
    // A word without a space may be a million characters long: the rest of one that was read to its end is no start of another.
    probe = end - start < shortest ? end : readStretch(text, start, end, add);
  }
  return found.size === 0 ? none : found;
}

/** Says where to go on. */
function readStretch(text: string, start: number, end: number, add: (start: number, end: number) => void): number {
  let index = start;
  for (; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) index = readRun(text, index, add) - 1;
  }
  return index;
}

/** Reads what starts around the digit at `digit` and says where to go on. */
function readRun(text: string, digit: number, add: (start: number, end: number) => void): number {
  let start = digit;
  while (digit - start <= mostLettersFirst && isCapital(text.charCodeAt(start - 1))) start -= 1;
  const first = endOfGroup(text, digit);
  if (digit - start > mostLettersFirst || isWord(text.charCodeAt(start - 1)) || isWord(text.charCodeAt(first)) || isPartOfLonger(text, start - 1, -1)) return endOfWord(text, first);
  const kind = text.charCodeAt(first);
  if (!isSeparator(kind) || !isGroup(text.charCodeAt(first + 1))) {
    if (first - start >= shortest && !isPartOfLonger(text, first, 1)) add(start, first);
    return first;
  }
  return readGroups(text, start, first, kind === 32, add);
}

/** Groups with a space between them and groups with a sign between them do not mix: `1 123-45-6789` is two numbers. */
function readGroups(text: string, start: number, first: number, spaced: boolean, add: (start: number, end: number) => void): number {
  let [end, lastStart] = [first, start];
  const isBank = /^[A-Z]{2}\d\d$/.test(text.slice(start, first));
  if (spaced && first - start >= shortest) add(start, first);
  const addAll = (to: number) => {
    add(start, to);
    // Two capitals with a space behind them may belong to it: `PW 48 27 16 C`.
    if (spaced && !isCapital(text.charCodeAt(start)) && text.charCodeAt(start - 1) === 32 && isCapital(text.charCodeAt(start - 2)) && isCapital(text.charCodeAt(start - 3)) && !isWord(text.charCodeAt(start - 4))) add(start - 3, to);
  };
  while (isSeparator(text.charCodeAt(end)) && isGroup(text.charCodeAt(end + 1)) && end - start < longest * 2) {
    if ((text.charCodeAt(end) === 32) !== spaced) {
      if (!spaced) break;
      add(start, end);
      return lastStart > start ? lastStart : end;
    }
    const next = endOfGroup(text, end + 1);
    if (isWord(text.charCodeAt(next))) break;
    const onlyLetters = !/\d/.test(text.slice(end + 1, Math.min(next, end + 12)));
    if (onlyLetters && !(isBank && next - end === 5)) {
      // A check letter, or the next word: both are tried.
      if (next - end === 2) addAll(next);
      break;
    }
    if (spaced && next - end > shortest) add(end + 1, next);
    lastStart = end + 1;
    end = next;
  }
  if (spaced || !isPartOfLonger(text, end, 1)) addAll(end);
  return end;
}

const isCapital = (code: number) => code >= 65 && code <= 90;
const isGroup = (code: number) => (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
/** Whatever a number may hold: space, `-`, `.`, `/`, digits, capitals. */
const isPart = (code: number) => code === 32 || (code >= 45 && code <= 57) || (code >= 65 && code <= 90);
const isWord = (code: number) => isGroup(code) || (code >= 97 && code <= 122) || code === 95;
/** Space, `-`, `.`, `/`. */
const isSeparator = (code: number) => code === 32 || (code >= 45 && code <= 47);

/** Ends whatever is read here, so that what stands on its other side does not count. */
export const isBetweenNumbers = (code: number) => !isPart(code) && !isWord(code) && code !== 64 && code !== 43;

/** `a-1`, `/1`, `1.jpg`: beside a sign that has a word on its other side. */
const isPartOfLonger = (text: string, sign: number, direction: number) => {
  const code = text.charCodeAt(sign);
  return code !== 32 && (isSeparator(code) || code === 64 || code === 43 && direction < 0) && (isWord(text.charCodeAt(sign + direction)) || (code === 47 && direction < 0) || code === 43);
};

function endOfGroup(text: string, from: number): number {
  let end = from;
  while (isGroup(text.charCodeAt(end))) end += 1;
  return end;
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (isWord(text.charCodeAt(end))) end += 1;
  return end;
}
