/** A program text given to an interpreter: which files it names. Read by its spelling only; nothing is run. */

export interface ProgramText {
  /** Texts in quotes that may be paths or command lines. */
  readonly literals: readonly string[];
  /** It opens something whose name it puts together. */
  readonly computed: boolean;
  /** It writes, moves or removes something. */
  readonly writes: boolean;
}

const literal = /"((?:[^"\\\n]|\\.){1,400})"|'((?:[^'\\\n]|\\.){1,400})'|`((?:[^`\\$]|\\.){1,400})`/g;
// What opens a file for reading in the languages people write one-liners in.
const opens = /\b(?:open|openSync|readFile|readFileSync|createReadStream|read_text|read_bytes|readTextFile|readTextFileSync|fopen|file_get_contents|readfile|readlines|slurp|Path|File\.(?:read|open|new|readlines|foreach)|IO\.(?:read|readlines|foreach)|Bun\.file|ReadAllText|ReadAllBytes|ReadAllLines)\s*\(\s*/g;
const wholeArgument = /^(?:[rbfu]{0,2})(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)\s*(?:[,)]|$)/i;
const quoted = String.raw`[rbu]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')`;
// One text in quotes, or several with commas in brackets, and a closing bracket of what stands around them.
const literalsOnly = new RegExp(String.raw`^[[(]?\s*${quoted}(?:\s*,\s*${quoted})*\s*,?\s*[\])]*$`, "i");
const givenLiterals = new RegExp(String.raw`^\(\s*${quoted}(?:\s*,\s*${quoted})*\s*\)`, "i");
const maxText = 100_000;
const maxLiterals = 1000;
const maxNames = 50;

export function readProgramText(code: string): ProgramText {
  const text = code.slice(0, maxText);
  const literals = [...text.matchAll(literal)].map(([, double, single, ticked]) => double ?? single ?? ticked ?? "").filter((value) => value.trim() !== "");
  const names = new Map<string, boolean>();
  const stands = (name: string): boolean => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const answer = names.size < maxNames && standsForLiteral(name, text);
    names.set(name, answer);
    return answer;
  };
  const computed = code.length > maxText || literals.length > maxLiterals || [...text.matchAll(opens)].some(({ index, 0: found }) => !isPlain(text.slice(index + found.length, index + found.length + 500), stands));
  return { literals: literals.slice(0, maxLiterals), computed, writes: /write|append|unlink|remove|rename|truncate|\brm|copy|chmod|symlink|mkdir|["'][wa]\+?b?["']|>/i.test(text) };
}

/** A text in quotes and nothing else, a name that only ever stands for one, a word of the command, standard input, or a file that is written. */
function isPlain(argument: string, stands: (name: string) => boolean): boolean {
  if (/^(?:0|sys\.stdin|STDIN|process\.stdin|"-"|'-'|\)|(?:sys\.argv|process\.argv|ARGV)\[[-\d:]+\]\s*[,)])/.test(argument)) return true;
  if (/^[^,()]+,\s*(?:mode\s*=\s*)?["'][wax]/.test(argument)) return true;
  const name = /^([A-Za-z_]\w*)\s*[,)]/.exec(argument)?.[1];
  return name === undefined ? wholeArgument.test(argument) && !/^f["']/i.test(argument) : stands(name);
}

/** `p = "a.txt"`, `for p in ["a.txt", "b.txt"]`: wherever the name is given a value, it is a text in quotes or a list of such. */
function standsForLiteral(name: string, text: string): boolean {
  const given = [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\s*(\\+?)=(?!=)\\s*([^\\n;]{0,500})|\\bfor\\s+(?:const\\s+|let\\s+)?${name}\\s+(?:in|of)\\s+([^\\n;:{]{0,500})`, "g"))].map(([, more, value, list]) => (more === "+" ? "" : (value ?? list ?? "").trim()));
  const functions = functionsWith(name, text);
  return given.length + functions.length > 0 && given.every((value) => literalsOnly.test(value)) && functions.every((called) => called !== "" && isGivenLiterals(called, text));
}

/** The functions that have a parameter of this name; one without a name is an empty text. */
function functionsWith(name: string, text: string): readonly string[] {
  const named = [...text.matchAll(/(?:\bdef|\bfunction)\s+(\w+)\s*\(([^()]{0,300})\)|\blambda\s+([^:]{0,300}):|(?:\(([^()]{0,300})\)|\b(\w+))\s*=>/g)];
  return named.filter(([, , ...parameters]) => parameters.some((list) => list?.split(/[,=:\s]+/).includes(name) === true)).map(([, called = ""]) => called).slice(0, maxNames);
}

/** `def fix(p): …`: each call gives texts in quotes, and nobody hands the function on. */
function isGivenLiterals(called: string, text: string): boolean {
  const uses = [...text.matchAll(new RegExp(`(?<!\\w)(?<!(?:def|function)\\s+)${called}\\b\\s*([^\\n]{0,300})`, "g"))];
  return uses.length > 0 && uses.every(([, after = ""]) => givenLiterals.test(after));
}
