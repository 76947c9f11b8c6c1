/** A program text given to an interpreter: which files it names. Read by its spelling only; nothing is run. */
import type { TreeRead } from "./commandEffects.ts";
import { joinedPaths, parseWalk, walkedJoin, type Walk } from "./programWalks.ts";

export interface ProgramText {
  /** Texts in quotes that may be paths or command lines, also those that are put together of such. */
  readonly literals: readonly string[];
  /** It opens or runs something whose name it puts together. */
  readonly computed: boolean;
  /** It writes, moves or removes something. */
  readonly writes: boolean;
  /** Patterns and folders whose files it opens. */
  readonly globs: readonly string[];
  readonly trees: readonly TreeRead[];
  /** Files whose variables it loads, and whether it prints anything. */
  readonly loads: readonly string[];
  readonly prints: boolean;
}

const literal = /"((?:[^"\\\n]|\\.){1,400})"|'((?:[^'\\\n]|\\.){1,400})'|`((?:[^`\\$]|\\.){1,400})`/g;
// What opens a file for reading in the languages people write one-liners in.
const opens = /\b(?:open|openSync|readFile|readFileSync|createReadStream|readTextFile|readTextFileSync|fopen|file_get_contents|readfile|slurp|Path|FileIO|getlines?|fileinput\.input|loadtxt|genfromtxt|fromfile|read_csv|read_table|shutil\.copy\w*|copyFile|copyFileSync|readlines|File\.(?:read|open|new|readlines|foreach)|IO\.(?:read|readlines|foreach)|Bun\.file|ReadAllText|ReadAllBytes|ReadAllLines)\s*\(\s*/g;
// What runs a command, or a text as a program.
const runs = /\b(?:os\.(?:system|popen|exec\w*|spawn\w*)|subprocess\.\w+|check_output|check_call|Popen|getoutput|getstatusoutput|execSync|execFileSync|spawnSync|execFile|shell_exec|passthru|popen|Open3\.\w+)\s*\(\s*|(?<![.\w])(?:eval|exec|system|__import__|Function)\s*\(\s*|child_process["']\)\.\w+\s*\(\s*/g;
const byReceiver = /\.(?:read_text|read_bytes)\s*\(|\.open\s*\(\s*(?:["'][rbt]{1,3}["']\s*)?\)/g;
// A function is taken by a name that is put together.
const computedCall = /\[[^\]\n]{0,100}["'`]\s*\+[^\]\n]{0,100}\]\s*\(|\bgetattr\s*\(\s*[\w.]+\s*,\s*(?!["'][^"'\n]*["']\s*[,)])/;
const wholeArgument = /^(?:[rbfu]{0,2})(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)\s*(?:[,)]|$)/i;
const quoted = String.raw`[rbu]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')`;
// One text in quotes, or several with commas in brackets, and a closing bracket of what stands around them.
const literalsOnly = new RegExp(String.raw`^[[(]?\s*${quoted}(?:\s*,\s*${quoted})*\s*,?\s*[\])]*$`, "i");
const listed = new RegExp(String.raw`^\[\s*${quoted}(?:\s*,\s*${quoted})*\s*,?\s*\]`, "i");
const givenLiterals = new RegExp(String.raw`^\(\s*${quoted}(?:\s*,\s*${quoted})*\s*\)`, "i");
const inPieces = new RegExp(String.raw`${quoted}(?:(?:\s*[+.])?\s*${quoted})+`, "gi");
const ofPath = new RegExp(String.raw`^(?:pathlib\.)?Path\(\s*${quoted}\s*\)(?:\s*/\s*${quoted})*\s*[\])]*$`, "i");
const maxText = 100_000;
const maxLiterals = 1000;
const maxNames = 50;

export function readProgramText(code: string): ProgramText {
  const text = plainNames(code.slice(0, maxText));
  const pieces = [...text.matchAll(inPieces)].slice(0, maxLiterals).map(([run]) => [...run.matchAll(literal)].map(([, double, single]) => double ?? single ?? "").join(""));
  const literals = [...[...text.matchAll(literal)].map(([, double, single, ticked]) => double ?? single ?? ticked ?? ""), ...pieces, ...joinedPaths(text)].filter((value) => value.trim() !== "");
  const walks: Walk[] = [];
  const names = new Map<string, boolean>();
  const stands = (name: string): boolean => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const answer = names.size < maxNames && standsForLiteral(name, text, walks);
    names.set(name, answer);
    return answer;
  };
  const isWalked = (expression: string) => {
    const walk = walkedJoin(expression, text);
    if (walk !== undefined) walks.push(walk);
    return walk !== undefined;
  };
  const arguments_ = (calls: RegExp) => [...text.matchAll(calls)].map(({ index, 0: found }) => text.slice(index + found.length, index + found.length + 500));
  const computed = code.length > maxText || literals.length > maxLiterals || computedCall.test(text)
    || arguments_(opens).some((argument) => !isPlain(argument, stands) && !isWalked(argument))
    || arguments_(runs).some((argument) => !listed.test(argument) && !isPlain(argument, stands))
    || [...text.matchAll(byReceiver)].some(({ index }) => !isPlainReceiver(text.slice(Math.max(0, index - 300), index), stands));
  return {
    literals: literals.slice(0, maxLiterals), computed, writes: /write|append|unlink|remove|rename|truncate|\brm|copy|chmod|symlink|mkdir|["'][wa]\+?b?["']|>/i.test(text),
    globs: walks.flatMap(({ globs }) => globs), trees: walks.flatMap(({ trees }) => trees), loads: loadsIn(text), prints: /console\.|print|puts\b|echo|stdout|\bwrite|dotenv_values/.test(text),
  };
}

/** Modules and classes by their own names; the interpreter's own path as the text that it is. */
function plainNames(text: string): string {
  const aliases = [...text.matchAll(/\b(?:import\s+(subprocess|os|pathlib)|import\s+(Path))\s+as\s+(\w+)/g)].slice(0, maxNames);
  return aliases.reduce((plain, [, module, name, alias = ""]) => plain.replace(new RegExp(`(?<![\\w.])${alias}(?=[.(])`, "g"), module ?? name ?? ""), text).replace(/\b(?:sys\.executable|process\.execPath)\b/g, "\"\"");
}

/** Files such as `.env` whose variables it takes over. */
function loadsIn(text: string): readonly string[] {
  if (!/\bloadEnvFile\b|dotenv/i.test(text)) return [];
  const named = [...text.matchAll(/(?:loadEnvFile|config|load_dotenv|dotenv_values|load)\s*\(\s*(?:\{[^}]{0,200}?path\s*:\s*|dotenv_path\s*=\s*)?["'`]([^"'`\n]{1,400})["'`]/g)].map(([, path = ""]) => path);
  return named.length > 0 ? named : [".env"];
}

/** A text in quotes and nothing else, a name that only ever stands for one, a word of the command, standard input, or a file that is written. */
function isPlain(argument: string, stands: (name: string) => boolean): boolean {
  if (/^(?:0|sys\.stdin|STDIN|process\.stdin|"-"|'-'|\)|(?:sys\.argv|process\.argv|ARGV)\[[-\d:]+\]\s*[,)])/.test(argument)) return true;
  if (/^[^,()]+,\s*(?:mode\s*=\s*)?["'][wax]/.test(argument)) return true;
  const name = /^([A-Za-z_]\w*)\s*[,)]/.exec(argument)?.[1];
  return name === undefined ? wholeArgument.test(argument) && !/^f["']/i.test(argument) : stands(name);
}

/** `Path(…)` itself was looked at; a name must stand for one. */
function isPlainReceiver(before: string, stands: (name: string) => boolean): boolean {
  if (new RegExp(String.raw`\bPath\([^()]*\)(?:\s*/\s*${quoted})*\s*\)?$`).test(before)) return true;
  const name = /(?<![\w.)\]])([A-Za-z_]\w*)$/.exec(before)?.[1];
  return name !== undefined && stands(name);
}

/** `p = "a.txt"`, `for p in ["a.txt", "b.txt"]`: wherever the name is given a value, it is a text in quotes, a list of such, or what a walk finds. */
function standsForLiteral(name: string, text: string, walks: Walk[]): boolean {
  const given = [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\s*(\\+?)=(?!=)\\s*([^\\n;]{0,500})|\\bfor\\s+(?:const\\s+|let\\s+)?${name}\\s+(?:in|of)\\s+([^\\n;{]{0,500})`, "g"))].map(([, more, value, list]) => ({ value: more === "+" ? "" : (value ?? list ?? "").trim(), loops: list !== undefined }));
  const functions = functionsWith(name, text);
  const isKnown = ({ value, loops }: (typeof given)[number]) => {
    const walk = loops ? parseWalk(value) : walkedJoin(value, text, name);
    if (walk !== undefined) walks.push(walk);
    return walk !== undefined || literalsOnly.test(loops ? value.replace(/:.*$/s, "").trim() : value) || ofPath.test(value);
  };
  return given.length + functions.length > 0 && given.every((each) => isKnown(each)) && functions.every((called) => called !== "" && isGivenLiterals(called, text));
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

const perlOpen = /\bopen\s*\(?\s*(?:my\s+)?[$\w]+\s*,([^;\n]{0,300})/g;

/** Perl opens files without brackets, and reads what it puts into its own list of words. */
export function isComputedPerl(code: string): boolean {
  const names = [...code.matchAll(perlOpen)].map(([, rest = ""]) => rest.replace(/\b(?:or|and)\b.*$|\|\|.*$/s, "").replace(new RegExp(quoted, "gi"), "").replace(/\$ARGV\[\d+\]|\bshift\b|[,)\s]/g, ""));
  return names.some((left) => left !== "") || /\bglob\b|<[^>\s$]*[*?][^>]*>/.test(code) || (/@ARGV\s*=/.test(code) && !new RegExp(String.raw`@ARGV\s*=\s*\(\s*${quoted}(?:\s*,\s*${quoted})*\s*\)`).test(code));
}
