/** One way to write characters as others. */
export interface Escape {
  /** The next place from which on a stretch is worth decoding, -1 without one. */
  readonly next: (text: string, from: number) => number;
  /** What stands at `at`, and how much of the text it takes; `undefined`: itself. */
  readonly read: (text: string, at: number) => Read | undefined;
  /** What every escape starts with. */
  readonly sign: string;
}

interface Read {
  readonly plain: string;
  readonly length: number;
}

/** `%41` in addresses and forms. Only ASCII: what lies beyond is in no token. */
export const percent: Escape = {
  sign: "%",
  next: (text, from) => {
    for (let at = text.indexOf("%", from); at >= 0; at = text.indexOf("%", at + 1)) {
      if (asciiOf(text, at + 1) !== undefined) return at;
    }
    return -1;
  },
  read: (text, at) => plainOf(asciiOf(text, at + 1), 3),
};

/** UTF-16 that somebody read as if it were UTF-8: a zero behind or before every letter. */
export const zeros: Escape = {
  sign: "\0",
  next: (text, from) => {
    for (let at = text.indexOf("\0", from); at >= 0; at = text.indexOf("\0", at + 1)) {
      if (text.charCodeAt(at + 2) === 0 && text.charCodeAt(at + 1) > 0) return at;
    }
    return -1;
  },
  read: () => ({ plain: "", length: 1 }),
};

/** Strings of JSON, JavaScript and their like, and lists of lines as notebooks have them. */
export const backslash: Escape = {
  sign: "\\",
  next: (text, from) => {
    for (let at = text.indexOf("\\", from); at >= 0; at = text.indexOf("\\", at + (text.charCodeAt(at + 1) === 92 ? 2 : 1))) {
      if (isWorth(text, at)) return at;
    }
    return -1;
  },
  read: (text, at) => {
    const kind = text.charAt(at + 1);
    if (kind === "u") return text.startsWith("00", at + 2) ? plainOf(asciiOf(text, at + 4), 6) : undefined;
    if (kind === "x") return plainOf(asciiOf(text, at + 2), 4);
    if (kind === "n") return { plain: "\n", length: lengthOfJoint(text, at) ?? 2 };
    if (kind === "r" || kind === "t") return { plain: kind === "r" ? "\r" : "\t", length: 2 };
    return /["'`\\/]/.test(kind) ? { plain: kind, length: 2 } : undefined;
  },
};

/** `\n` and quotes alone are known to the rules; most regular expressions have `\/`, but not after a letter and before one. */
function isWorth(text: string, at: number): boolean {
  switch (text.charCodeAt(at + 1)) {
    case 117: return text.startsWith("00", at + 2) && asciiOf(text, at + 4) !== undefined;
    case 120: return asciiOf(text, at + 2) !== undefined;
    case 47: return text.charCodeAt(at + 2) === 92 ? text.charCodeAt(at - 1) === 58 && isLetter(text.charCodeAt(at - 2)) && isLetter(text.charCodeAt(at + 4)) : isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 2));
    case 110: return lengthOfJoint(text, at) !== undefined;
    default: return false;
  }
}

const joint = /\\n["'],[ \t]{0,20}\r?\n[ \t]{0,80}["']/y;

/** Where one line of a list ends and the next starts. */
function lengthOfJoint(text: string, at: number): number | undefined {
  if (text.charCodeAt(at + 3) !== 44) return undefined;
  joint.lastIndex = at;
  return joint.exec(text)?.[0].length;
}

const isLetter = (code: number) => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** The visible ASCII character or line end of two hexadecimal digits. */
function asciiOf(text: string, at: number): string | undefined {
  const [first, second] = [digitOf(text.charCodeAt(at)), digitOf(text.charCodeAt(at + 1))];
  const code = 16 * first + second;
  return (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : undefined;
}

/** Far too much, where it is none. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : 1000;
}

const plainOf = (plain: string | undefined, length: number): Read | undefined => (plain === undefined ? undefined : { plain, length });
