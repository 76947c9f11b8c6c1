const [before, after] = [64, 20];

/**
 * A function that says whether one of the words stands beside a stretch, on its line. The words are pattern sources in lower case,
 * with `_` for a gap or none; `customerSsn`, `SSN:` and `"ssn": "` all hold `ssn`. The longer ones may have endings.
 */
export function createNearby(words: readonly string[]): (text: string, start: number, end: number) => boolean {
  const made: { pattern?: RegExp } = {};
  return (text, start, end) => {
    const pattern = (made.pattern ??= toPattern(words));
    const head = text.slice(Math.max(0, start - before), start);
    const tail = text.slice(end, end + after);
    return pattern.test(plain(head.slice(head.lastIndexOf("\n") + 1))) || pattern.test(plain(tail.slice(0, lineEnd(tail))));
  };
}

/** Made when a number calls for it: there are dozens of these. */
function toPattern(words: readonly string[]): RegExp {
  return new RegExp(words.map((word) => {
    const source = word.replaceAll("_", "[ _.-]?");
    if (!/\p{Script=Latin}/u.test(word)) return source; // no spaces between words
    return String.raw`(?<!\p{L})${source}${word.length > 5 ? "" : String.raw`(?!\p{L})`}`;
  }).join("|"), "u");
}

const plain = (text: string) => text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
const lineEnd = (text: string) => (text.includes("\n") ? text.indexOf("\n") : text.length);
