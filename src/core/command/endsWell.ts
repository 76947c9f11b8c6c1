import type { Needed } from "./commandEffects.ts";
import { operands } from "./operands.ts";
import { keepsLines } from "./pipedLines.ts";
import { programName } from "./programs.ts";
import type { Token } from "./tokenise.ts";
import type { Known } from "./words.ts";

interface Command { readonly words: readonly Known[]; readonly redirects: readonly { readonly operator: string; readonly descriptor: string | undefined; readonly target: readonly Known[] }[] }

const plainPrograms = new Set(["cat", "head", "tail", "nl"]);
const searches = new Set(["grep", "egrep", "fgrep", "rg", "ag"]);
const showsOfGit = new Set(["diff", "log", "show", "grep", "blame", "status"]);

/** What must be there so that a script does not fail after it has shown something; `undefined`: it may, or nobody can say. One pipe, behind one `cd` at most. */
export function endsWellWith(tokens: readonly Token[], commands: readonly Command[], isWhole: boolean): readonly Needed[] | undefined {
  const shown = commands.filter(({ words }) => words.length > 0);
  const operators = tokens.flatMap((token) => (token.kind === "operator" ? [token.text] : []));
  const moves = shown[0]?.words[0]?.text === "cd" && operators[0] === "&&";
  const [first, ...filters] = moves ? shown.slice(1) : shown;
  const onlyPipes = (moves ? operators.slice(1) : operators).every((operator, index, all) => operator === "|" || (operator === "\n" && index === all.length - 1));
  if (!isWhole || first === undefined || !onlyPipes || shown.some(({ words, redirects }) => words.some(({ unknown }) => unknown) || !redirects.every((redirect) => isHarmless(redirect)))) return undefined;
  if (!filters.every(({ words }, index) => keepsLines(words, (index === 0 ? first : filters[index - 1] ?? first).words) !== "none" && operands(words.slice(1)).length <= (/grep|^rg$|^head$|^tail$/.test(programName(words[0]?.text ?? "")) ? 1 : 0))) return undefined;
  const folder = moves ? operands(shown[0]?.words.slice(1) ?? [])[0] : undefined;
  const needed = neededBy(programName(first.words[0]?.text ?? ""), first.words.slice(1));
  if (moves && folder === undefined) return undefined;
  return needed?.map((each) => (folder === undefined || each.path.startsWith("/") ? each : { ...each, path: `${folder.text}/${each.path}` }));
}

const isHarmless = ({ operator, descriptor, target }: Command["redirects"][number]) => descriptor === "2" && (operator === ">&" || target[0]?.text === "/dev/null");

function neededBy(name: string, rest: readonly Known[]): readonly Needed[] | undefined {
  const options = rest.filter(({ text }) => text.startsWith("-")).map(({ text }) => text);
  const files = (words: readonly Known[], deep: boolean) => words.map(({ text, glob }) => ({ path: text, glob, deep }));
  if (plainPrograms.has(name)) return options.some((option) => /^-[a-zA-Z]*[fF]|^--(?:follow|pid|retry)/.test(option)) ? undefined : files(behindNumbers(rest), false);
  if (name === "sed") return options.every((option) => option === "-n") && /^[\d,$ ;p]+$/.test(operands(rest)[0]?.text ?? "") ? files(operands(rest).slice(1), false) : undefined;
  if (name === "git") return showsOfGit.has(rest[0]?.text ?? "") && !options.some((option) => /^--(?:exit-code|check|ext)/.test(option)) ? [] : undefined;
  if (!searches.has(name) || options.some((option) => /^-[a-zA-Z]*f|^--(?:file|pre|ignore-file)/.test(option))) return undefined;
  const paths = operands(rest.filter((_, at) => !/^(?:-g|--glob|--iglob|--include|--exclude|--exclude-dir|-t|-T|--type|-[ABCm])$/.test(rest[at - 1]?.text ?? ""))).slice(1);
  return paths.length === 0 ? files([{ text: ".", unknown: false, glob: false }], true) : files(paths, true);
}

/** `head -n 5 file`: the number is no file. */
const behindNumbers = (rest: readonly Known[]) => operands(rest.filter((_, at) => !/^-[a-zA-Z]*[nc]$/.test(rest[at - 1]?.text ?? "")));
