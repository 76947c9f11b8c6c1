import { joinEffects, noEffects, type CommandEffects, type FileRead } from "./commandEffects.ts";
import { foreignReplacements } from "./foreignReplacements.ts";
import { inspectProgram, type Piped, type Program } from "./inspectProgram.ts";
import { endsWellWith } from "./endsWell.ts";
import { keepsWords } from "./environment.ts";
import { ofListed, takePrintedLoads } from "./listedWords.ts";
import { endsShowing, handedNames, narrowedBy } from "./namingPrograms.ts";
import { operands } from "./operands.ts";
import { changesGatelodge } from "./ownCommands.ts";
import { targetsOf } from "./places.ts";
import { pipedFrom, printedTrees } from "./printedNames.ts";
import { programName } from "./programs.ts";
import { movedBy } from "./replacement.ts";
import { mayBeHookName } from "../hookFiles.ts";
import { repositoryTop, tokenise, variablesIn, type Token } from "./tokenise.ts";
import { expandWord, withValues, type Known } from "./words.ts";
import { isSaved, keepsLines, withoutNames, withoutTaken } from "./pipedLines.ts";

export interface CommandPlace {
  /** The person's home, for `~` and `$HOME`. */
  readonly home: string;
  /** The working folder, for `$PWD`. */
  readonly folder: string;
  /** The top of the repository that the folder is in. */
  readonly top?: string;
}

const maxCommand = 200_000;
const maxForeignWords = 500;
const maxDepth = 8;
// Each such word is looked at twice.
const maxListed = 3;
// Whoever looks for names narrows them once or twice.
const maxNarrowing = 10;
const reserved = new Set(["if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "{", "}", "case", "esac", "in", "time", "coproc", "function", "select"]);

/** What a POSIX shell script does with files. Pure and linear; what cannot be known is `unresolved`, never left out. */
export function inspectCommand(command: string, place: CommandPlace): CommandEffects {
  if (command.length > maxCommand) return { ...noEffects, unresolved: ["the command is too long to look at"] };
  const variables = new Map<string, readonly Known[]>([["HOME", [plain(place.home)]], ["PWD", [plain(place.folder)]], ["IFS", [plain(" ")]]]);
  if (place.top !== undefined) variables.set(repositoryTop, [plain(place.top)]);
  return settled(inspectScript(command, { variables, folder: "" }, 0), command);
}

// What changes which files git keeps, or where it looks for that.
const changesIndex = /\bGIT_|\.git\b|\b(?:add|update-index|read-tree|reset|checkout|switch|restore|stash|merge|apply|rm|mv|commit|pull|rebase|cherry-pick|revert|am|clone|init|worktree|sparse-checkout|submodule|unpack)\b/;
const matchesDots = /\bdotglob\b|\bglob_?dots\b|\bGLOB_?DOTS\b|\bGLOBIGNORE\b|\*\([\w.^/@]*D/;

/** What only all of a command tells: what is shown of sourced files, and how patterns and git's lists are to be taken. */
function settled(effects: CommandEffects, command: string): CommandEffects {
  const dots = matchesDots.test(command);
  const told = /\bGIT_(?:EXTERNAL_DIFF|PAGER|CONFIG\w*)|\bPAGER=/.test(command) ? withoutNames(effects) : effects;
  return {
    ...effects,
    reads: effects.reads.map((read) => ({ ...read, ...(/^(?:sourced|split)$/.test(read.content) ? { variables: effects.shows } : {}), ...(dots && read.glob ? { dots } : {}) })),
    searches: changesIndex.test(command) ? told.searches.map((tree) => ({ ...tree, ...(tree.tracked === true ? { tracked: false } : {}), ...(tree.ofHistory === true ? { ofHistory: false } : {}) })) : told.searches,
  };
}

/** PowerShell and cmd: words are not taken apart by their grammar, so whatever names a file counts as reading it. */
export function inspectForeignCommand(command: string): CommandEffects {
  const all = command.slice(0, maxCommand).split(/[\s"'`;|&<>(){},=]+/).filter((word) => word !== "");
  const words = all.slice(0, maxForeignWords);
  const unresolved = command.length > maxCommand || all.length > words.length ? ["the command is too long to look at"] : [];
  return { ...noEffects, unresolved, reads: words.map((path) => ({ path, glob: /[*?]/.test(path), content: "hidden", sure: false })), writes: words.map((path) => ({ path, removes: false })), replacements: foreignReplacements(words), changesGatelodge: changesGatelodge(words.map((text) => ({ text }))) };
}

interface State { readonly variables: Map<string, readonly Known[]>; folder: string | undefined }

const plain = (text: string): Known => ({ text, unknown: false, glob: false });

function inspectScript(script: string, state: State, depth: number): CommandEffects {
  if (depth > maxDepth) return { ...noEffects, unresolved: ["commands are nested too deeply to look at"] };
  const { tokens, inner: scripts, incomplete } = tokenise(script);
  const inner = [...scripts];
  const effects: Partial<CommandEffects>[] = [];
  const commands: Simple[] = [];
  const found: CommandEffects[] = [];
  let piped: Piped | undefined;
  for (const simple of simpleCommands(tokens, state.variables)) {
    const { words, redirects, pipes } = simple;
    commands.push(simple);
    const { own, loads } = takePrintedLoads(words, inner);
    const document = readRedirects(words, redirects, effects, state);
    if (document !== undefined) effects.push({ replacements: handedNames(words, document) });
    const input = redirects.findLast(({ operator }) => operator === "<")?.target[0];
    const names = { words: own, ...(document === undefined ? {} : { document }), ...(input === undefined ? {} : { input }), ...(piped === undefined ? {} : { piped }) } satisfies Program;
    const inspect = (program: Program) => inspectProgram(program, (nested) => inspectScript(nested, { variables: state.variables, folder: "" }, depth + 1));
    const trees = depth < maxListed ? treesBehind(own, state.variables) : undefined;
    found.push(within(state.folder, handedOn(pipes, joinEffects([trees === undefined ? inspect(names) : ofListed(names, trees, inspect), { reads: [...loads, ...simple.startup], shows: shownBy(simple, document) }]))));
    piped = pipes ? pipedFrom(words, piped) : undefined;
    changeFolder(words, state, depth === 0 && commands.length === 1 ? script : "");
  }
  const losing = losingNames(commands);
  effects.push(...found.map((each, index) => withoutTaken(narrowed(each, commands, index), commands, index)).map((each, index) => (losing.alone[index] === true || index < losing.before ? withoutNames(each) : each)));
  // A word that holds what a command prints puts its lines together.
  for (const nested of inner) effects.push(handedOn(true, withoutNames(inspectScript(nested, { variables: state.variables, folder: state.folder }, depth + 1))));
  const needed = endsWellWith(tokens, commands, depth === 0 && !incomplete && scripts.length === 0 && !/\bGIT_/.test(script));
  const joined = joinEffects([...effects, incomplete ? { unresolved: ["a quote or bracket of the command is not closed"] } : {}]);
  return needed === undefined ? joined : { ...joined, endsWellWith: needed };
}

/** Which commands' lines come out without the names of their files: what follows in the pipe or a redirection takes them. */
function losingNames(commands: readonly Simple[]): { readonly alone: readonly boolean[]; readonly before: number } {
  const alone: boolean[] = [];
  let before = 0;
  for (let index = commands.length - 1; index >= 0; index -= 1) {
    const { words, redirects, pipes } = commands[index] ?? { startup: [], names: [], words: [], redirects: [], pipes: false };
    const next = commands[index + 1];
    const kept = !pipes || next === undefined ? "all" : keepsLines(next.words, words);
    alone[index] = isSaved({ redirects }) || kept === "none" || (kept === "all" && pipes && alone[index + 1] === true);
    // A group hands on what all that stands in it prints.
    if (words.length === 0 && alone[index] === true) before = Math.max(before, index);
  }
  return { alone, before };
}

interface Simple { readonly startup: readonly FileRead[]; readonly names: readonly string[]; readonly words: readonly Known[]; readonly redirects: readonly { readonly operator: string; readonly descriptor: string | undefined; readonly target: readonly Known[]; readonly document: string | undefined }[]; readonly pipes: boolean }

/** Commands between operators, with assignments carried out and loops' variables known. */
function simpleCommands(tokens: readonly Token[], variables: Map<string, readonly Known[]>): Iterable<Simple> {
  return (function* () {
    let start = 0;
    for (let at = 0; at <= tokens.length; at += 1) {
      const token = tokens[at];
      if (token !== undefined && token.kind !== "operator") continue;
      yield toSimple(tokens.slice(start, at), variables, token?.kind === "operator" && token.text.startsWith("|") && token.text !== "||");
      start = at + 1;
    }
  })();
}

function toSimple(tokens: readonly Token[], variables: Map<string, readonly Known[]>, pipes: boolean): Simple {
  const words: Known[] = [];
  const redirects: Simple["redirects"][number][] = [];
  const startup: FileRead[] = [];
  const assigned = new Map<string, readonly Known[]>();
  const overlaid = { get: (name: string) => assigned.get(name) ?? variables.get(name) };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    at += 1;
    if (token?.kind === "redirect") {
      const target = token.document === undefined ? tokens[at] : undefined;
      if (target?.kind === "word") at += 1;
      redirects.push({ operator: token.text, descriptor: token.descriptor, target: target?.kind === "word" ? expandWord(target.parts, variables) : [], document: token.document });
    } else if (token?.kind === "word") {
      const [first] = token.parts;
      const spelt = first !== undefined && token.parts.length === 1 && "literal" in first && !first.quoted ? first.literal : undefined;
      if (words.length === 0 && spelt !== undefined && reserved.has(spelt)) continue;
      // In zsh a number is a name as well.
      const match = words.length === 0 && first !== undefined && "literal" in first && !first.quoted ? /^(\w+)(\+?)=(.*)$/s.exec(first.literal) : null;
      if (match === null) words.push(...expandWord(token.parts, variables));
      else assigned.set(match[1] ?? "", withValues(overlaid.get(match[1] ?? ""), expandWord([{ literal: match[3] ?? "", quoted: false }, ...token.parts.slice(1)], overlaid), match[2] === "+"));
    }
  }
  for (const name of ["BASH_ENV", "ENV"]) for (const { text, unknown } of assigned.get(name) ?? []) if (!unknown) startup.push({ path: text, glob: false, content: "sourced", sure: false });
  // Before a program they are for that program alone.
  if (words.length === 0) for (const [name, values] of assigned) variables.set(name, values);
  return { words: loopVariable(words, variables), redirects, pipes, startup, names: tokens.flatMap((token) => (token.kind === "word" ? token.parts.flatMap((part) => variablesIn(part)) : [])) };
}

/** `for f in a b; do` gives `f` all its values at once. */
function loopVariable(words: readonly Known[], variables: Map<string, readonly Known[]>): readonly Known[] {
  if (words[0]?.text === "export" || words[0]?.text === "local" || words[0]?.text === "declare" || words[0]?.text === "readonly") {
    for (const { text, unknown } of words.slice(1)) {
      const [name = "", ...value] = text.split("=");
      const appends = name.endsWith("+");
      const plainName = appends ? name.slice(0, -1) : name;
      if (value.length > 0) variables.set(plainName, withValues(variables.get(plainName), [{ text: value.join("="), unknown, glob: false }], appends));
    }
    return words;
  }
  if (words[0]?.text !== "for") return words;
  const [, name, ...values] = words;
  if (name !== undefined) variables.set(name.text, withValues(variables.get(name.text), values.filter(({ text }, index) => index > 0 || text !== "in"), false));
  return [];
}

function readRedirects(words: readonly Known[], redirects: Simple["redirects"], effects: Partial<CommandEffects>[], { folder }: State): string | undefined {
  let document: string | undefined;
  for (const { operator, target, document: here } of redirects) {
    if (here !== undefined) document = here;
    else if (operator === "<<<") document = target.map(({ text }) => text).join(" ");
    else if (operator === "<" || operator === "<>") {
      if (operator === "<>") effects.push(within(folder, { ...noEffects, writes: target.map(({ text }) => ({ path: text, removes: false })) }));
      const reads = target.filter(({ unknown }) => !unknown).map(({ text, glob }): FileRead => ({ path: text, glob, content: shows(words) ? "shown" : "hidden", sure: true }));
      effects.push(within(folder, { ...noEffects, reads, unresolved: target.filter(({ unknown }) => unknown).map(() => "the name of a file that is read is only known when the command runs") }));
    } else if (!operator.startsWith("<&") && !/^\d+$|^-$/.test(target[0]?.text ?? "")) effects.push(within(folder, { ...noEffects, writes: target.filter(({ unknown }) => !unknown).map(({ text }) => ({ path: text, removes: false })), replacements: target.filter(({ unknown, glob }) => unknown || glob).flatMap((word) => targetsOf(word)) }));
  }
  return document;
}

/** `while read` and a redirection alone hand on what they get. */
const shows = (words: readonly Known[]) => !/^(?:base64|base32|xxd|od|openssl|gzip|rev|tr|curl|nc)$/.test(programName(words[0]?.text ?? ""));

/** Variables whose values the words and texts of a command hold, unless it keeps them to itself. */
function shownBy({ words, names }: Simple, document = ""): readonly string[] {
  const inDocument = [...document.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g)].map(([, name = ""]) => name);
  return keepsWords(programName(words[0]?.text ?? ""), words.slice(1)) ? inDocument : [...names, ...inDocument];
}

/** The files that all the unknown words of a command are names of; `undefined`: some are anything else. */
function treesBehind(words: readonly Known[], variables: State["variables"]): CommandEffects["searches"] | undefined {
  const unknown = words.filter((word) => word.unknown);
  const trees = unknown.map(({ prints }) => {
    const script = prints === undefined ? undefined : tokenise(prints);
    return script === undefined || script.incomplete || script.inner.length > 0 ? undefined : printedTrees([...simpleCommands(script.tokens, new Map(variables))]);
  });
  return trees.length === 0 || trees.includes(undefined) ? undefined : trees.flatMap((each) => each ?? []);
}

/** `cd "$(dirname "$0")"`: no script is run here but a command, so that is the working folder, or a shell's own, which holds nobody's files. */
const ofScript = /^\s*dirname\s+(?:--\s+)?"?\$(?:0|\{0\}|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?\})"?\s*$/;
/** Only at the very start: whatever stands before may give the variable, or `dirname`, another meaning. Neither does another shell have another name, nor does a way lead out of there. */
const staysPut = (script: string) => /^ *(?:cd|pushd) /.test(script) && !/sh\b(?!\s*["']?\s*$)|\.\./.test(script);

function changeFolder(words: readonly Known[], state: State, command: string): void {
  if (!/^(?:cd|pushd)$/.test(words[0]?.text ?? "")) return;
  const [target] = operands(words.slice(1));
  if (command !== "" && target?.prints !== undefined && ofScript.test(target.prints) && staysPut(command)) return;
  const home = state.variables.get("HOME")?.[0];
  const to = target ?? home;
  state.folder = to === undefined || to.unknown || state.folder === undefined || target?.text === "-" ? undefined : join(state.folder, to.text);
}

/** Names that the next program in a pipe, or the word around, gets. */
function handedOn(given: boolean, effects: CommandEffects): CommandEffects {
  return given && effects.replacements.some(({ kind }) => kind === "names") ? { ...effects, replacements: effects.replacements.map((each) => (each.kind === "names" ? { ...each, handedOn: true } : each)) } : effects;
}

/** Names as they come out at the end of a pipe. */
function narrowed(effects: CommandEffects, commands: readonly Simple[], index: number): CommandEffects {
  if (!effects.replacements.some(({ kind }) => kind === "names")) return effects;
  const near = commands.slice(index, index + maxNarrowing);
  const end = near.findIndex(({ pipes }) => !pipes);
  const behind = near.slice(1, end < 0 ? undefined : end + 1);
  const last = behind.at(-1)?.words;
  const shown = last !== undefined && endsShowing(last) && !commands[index]?.words.some(({ text }) => /^-(?:exec|ok|x)/i.test(text));
  return { ...effects, replacements: effects.replacements.map((each) => (each.kind === "names" ? { ...behind.reduce((names, { words }) => narrowedBy(names, words), each), ...(shown ? { handedOn: false } : {}) } : each)) };
}

const join = (folder: string, path: string) => (path.startsWith("/") || folder === "" ? path : `${folder}/${path}`);

/** Paths below the folder that the script has changed to; relative ones are lost where that is not known. */
function within(folder: string | undefined, effects: CommandEffects): CommandEffects {
  if (folder === "") return effects;
  const moved = (path: string) => (folder === undefined ? path : join(folder, path));
  const patterned = folder !== undefined && /[*?[]/.test(folder);
  // A file of such a name may be anybody's: which folder it is in decides.
  const adrift = folder === undefined && [...effects.writes, ...effects.replacements].some((each) => "path" in each && mayBeHookName(each.path));
  const lost = folder === undefined && effects.reads.some(({ path, sure }) => sure && !path.startsWith("/"));
  return {
    ...effects,
    // Brackets can end what `cd` began, so both places count.
    reads: effects.reads.flatMap((read) => [{ ...read, path: moved(read.path), ...(read.copiedTo === undefined ? {} : { copiedTo: moved(read.copiedTo) }) }, { ...read, sure: false }]),
    writes: effects.writes.flatMap((write) => [{ ...write, path: moved(write.path), ...(patterned ? { glob: true } : {}) }, write]),
    // Somewhere unknown, nobody can ask what the commits there hold.
    searches: effects.searches.map((tree) => ({ ...tree, path: moved(tree.path), ...(folder === undefined ? { ofHistory: false } : { from: tree.from === undefined ? folder : join(folder, tree.from) }) })),
    replacements: [...effects.replacements.map((each) => movedBy(moved, each, patterned)), ...(adrift ? [{ kind: "unknown" as const }] : [])],
    unresolved: lost ? [...effects.unresolved, "the folder a file is read in is only known when the command runs"] : effects.unresolved,
  };
}
