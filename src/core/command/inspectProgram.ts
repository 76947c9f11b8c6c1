import { packedByTar } from "./archivePrograms.ts";
import { codeReplacements } from "./codeReplacements.ts";
import { joinEffects, noEffects, type CommandEffects, type FileRead, type FileWrite } from "./commandEffects.ts";
import { ofListed } from "./listedWords.ts";
import { operands, optionHas } from "./operands.ts";
import { readOwnText } from "./ownTexts.ts";
import { anyVariable, takeLoads, takeRunner, variablesShownBy } from "./environment.ts";
import { isComputedPerl, readProgramText } from "./programText.ts";
import { commandOptions, hiding, interpreters, metadata, naming, network, placing, programName, removing, searching, shells, showing, timed, withScript, wrappers } from "./programs.ts";
import { inspectGit } from "./gitPrograms.ts";
import { inspectFind, inspectSearch } from "./searchPrograms.ts";
import { placesIn } from "./places.ts";
import { changesGatelodge, isOwnCommand, tellsGatelodge } from "./ownCommands.ts";
import { replacementsOf } from "./replacingPrograms.ts";
import type { Known } from "./words.ts";

/** A simple command: its words, and what stands around it. */
export interface Program {
  readonly words: readonly Known[];
  /** Text that reaches its standard input from the command itself. */
  readonly document?: string;
  /** The file that it is redirected from. */
  readonly input?: Known;
  /** Words that the command before it in a pipe prints, or where it looks for files. */
  readonly piped?: Piped;
}

export interface Piped {
  /** What is printed, as it is written there. */
  readonly text?: string;
  /** It went through a program that makes other text of it. */
  readonly changed?: boolean;
  readonly words?: readonly Known[];
  readonly trees?: CommandEffects["searches"];
}

/** Scripts inside scripts are looked at by whoever knows variables and folders. */
export type InspectScript = (script: string) => CommandEffects;

/** What one program does with the files that its words name. */
export function inspectProgram({ words, document, input, piped }: Program, inspectScript: InspectScript): CommandEffects {
  const [first, ...rest] = words;
  if (first === undefined) return noEffects;
  if (first.unknown && first.text === "") return { ...noEffects, reads: rest.flatMap((word) => maybe(word)), replacements: rest.flatMap((word) => placesIn(word)), changesGatelodge: isOwnCommand(rest) };
  const name = programName(first.text);
  const own = changesGatelodge(words) ? [{ changesGatelodge: true }] : [];
  return joinEffects([...own, { replacements: replacementsOf(name, rest, { document: document ?? piped?.text, input }), shows: variablesShownBy(name, rest, document) }, withLoads(name, rest, { document, input, piped, inspectScript })]);
}

/** What a program loads for itself counts by what it shows of it. */
function withLoads(name: string, rest: readonly Known[], around: Around): CommandEffects {
  const run = takeRunner([{ text: name, unknown: false, glob: false }, ...rest]);
  const loading = run ?? (showsFiles.some((set) => set.has(name)) ? undefined : takeLoads(name, rest));
  if (loading === undefined) return effectsOf(name, rest, around);
  const inner = run === undefined ? joinEffects([effectsOf(name, loading.rest, around), { shows: variablesShownBy(name, loading.rest, around.document) }]) : inspectProgram({ words: loading.rest }, around.inspectScript);
  const variables = loading.rest.length === 0 && run !== undefined ? [anyVariable] : inner.shows;
  return joinEffects([inner, { reads: loading.files.map(({ text, glob }) => ({ path: text, glob, content: "loaded", sure: true, variables })) }]);
}

const showsFiles: readonly ReadonlySet<string>[] = [showing, hiding, searching, withScript, network, metadata, removing, new Set(["find", "fd", "fdfind", "git", "tee", "sponge"])];

interface Around { readonly document: string | undefined; readonly input: Known | undefined; readonly piped: Piped | undefined; readonly inspectScript: InspectScript }

function effectsOf(name: string, rest: readonly Known[], around: Around): CommandEffects {
  const { document, inspectScript } = around;
  if (name in wrappers) return unwrap(name, rest, around);
  if (shells.has(name) || name === "eval") return inspectShell(name, rest, document ?? around.piped?.text, around);
  if (name in interpreters) return inspectInterpreter(name, rest, document, inspectScript);
  if (name === "find" || name === "fd" || name === "fdfind") return inspectFind(name, rest, (inner) => inspectProgram({ words: inner }, inspectScript));
  if (name === "git") return inspectGit(rest, inspectScript);
  if (searching.has(name)) return inspectSearch(name, rest);
  if (withScript.has(name)) return inspectWithScript(name, rest, inspectScript);
  // Of two folders it shows what differs in all their files.
  if (name === "diff" || name === "colordiff") return joinEffects([asReads(rest, "shown"), { searches: operands(rest).filter(({ unknown }) => !unknown).map(({ text }) => ({ path: text, named: false, names: [] })) }]);
  if (showing.has(name)) return asReads(rest, "shown");
  if (network.has(name)) return inspectNetwork(rest);
  if (hiding.has(name)) return asReads(rest, "hidden");
  if (removing.has(name)) return { ...noEffects, writes: operands(rest).map((word) => written(word, true)) };
  if (name === "tee" || name === "sponge") return { ...noEffects, writes: operands(rest).map((word) => written(word, false)) };
  if (name === "touch" || name === "chmod" || name === "chown") return { ...noEffects, writes: operands(rest).map((word) => written(word, false)) };
  // Who a person is at another machine is used there and never shown.
  if (name === "ssh") return joinEffects(rest.filter((_, index) => rest[index - 1]?.text !== "-i").map((word) => ({ reads: maybe(word) })));
  if (name === "trap") return inspectScript(operands(rest)[0]?.text ?? "");
  if (name === "date") return listsRead(rest, /^(?:-f|--file)$/, /^(?:-f|--file=)(.+)$/);
  // What stands in such a file comes out as names.
  if (metadata.has(name)) return listsRead(rest, name === "file" ? /^(?:-f|--files-from)$/ : /^--files0-from$/, name === "file" ? /^(?:-f|--files-from=)(.+)$/ : /^--files0-from=(.+)$/);
  if (name in commandOptions) return joinEffects([...commandsBehind(commandOptions[name] ?? /^$/, rest).map((script) => inspectScript(script)), ...rest.map((word) => ({ reads: maybe(word) }))]);
  if ((name === "." || name === "source") && rest.some(({ text }) => /^\/(?:dev\/stdin|dev\/fd\/0|proc\/self\/fd\/0)$/.test(text))) return inspectScript(document ?? around.piped?.text ?? "");
  if (name === "." || name === "source") return { ...noEffects, reads: operands(rest).slice(0, 1).filter(({ unknown }) => !unknown).map(({ text, glob }) => ({ path: text, glob, content: "sourced", sure: true })) };
  const texts = textsOf(name, rest, around);
  if (naming.has(name)) return joinEffects([...innerShells(rest, inspectScript), texts, inspectNaming(name, rest), { searches: name === "tar" ? packedByTar(rest) : [] }]);
  return joinEffects([...innerShells(rest, inspectScript), texts, { reads: rest.flatMap((word) => maybe(word)), writes: operands(rest).map(({ text }) => ({ path: text, removes: false })) }]);
}

/** What may be a file: the word itself, and what stands behind `=`, `@` or an option's letter. */
function maybe({ text, glob }: Known): readonly FileRead[] {
  const candidates = [text, text.replace(/^@/, ""), text.slice(text.indexOf("=") + 1).replace(/^@/, "")];
  return [...new Set(candidates)].filter((path) => path !== "" && !path.startsWith("-")).map((path) => ({ path, glob, content: "named", sure: false }));
}

/** Operands are read, and so may be what options bring along. */
function asReads(words: readonly Known[], content: FileRead["content"]): CommandEffects {
  const options = words.filter(({ text }) => text.startsWith("-")).flatMap((word) => maybe(word).map((read) => ({ ...read, content })));
  const read = operands(words);
  return {
    ...noEffects,
    reads: [...read.filter(({ unknown }) => !unknown).flatMap(({ text, glob }) => [{ path: text.replace(/^@/, ""), glob, content, sure: content === "shown" }, ...maybeValue(text, content)]), ...options],
    unresolved: read.filter(({ unknown }) => unknown).map(() => "the name of a file that is read is only known when the command runs"),
  };
}

const maybeValue = (text: string, content: FileRead["content"]): readonly FileRead[] => (/[=@]/.test(text) ? [{ path: text.slice(Math.max(text.indexOf("="), text.indexOf("@")) + 1).replace(/^@/, ""), glob: false, content, sure: false }] : []);

function inspectWithScript(name: string, words: readonly Known[], inspectScript: InspectScript): CommandEffects {
  const scripts = (optionHas(words, "e", /^--expression/, "eflvF") && (name === "sed" || name === "gsed")) || optionHas(words, "f", /^--(?:file|from-file)/, "eflvFL") ? words : operands(words).slice(1);
  const script = words.find(({ text, unknown }) => !unknown && !text.startsWith("-"))?.text ?? "";
  const inside = [...script.matchAll(/(?:^|[;{}\d$/\s])[rR]\s+([^\s;}]+)|["']([^"'\n]{1,400})["']/g)].map(([, read, quoted]) => read ?? quoted ?? "");
  const edited = optionHas(words, "i", /^--in-place/, "efl") ? operands(scripts).map((word) => written(word, false)) : [];
  const unresolved = name.endsWith("awk") && /getline[^|;}\n]*<\s*\(?\s*(?!"[^"]*"\s*[);}]|"[^"]*"\s*$)[^\s=]/.test(script) ? ["a script reads a file whose name it puts together"] : [];
  return joinEffects([{ unresolved }, ...commandsIn(name, words).map((command) => inspectScript(command)), asReads(operands(scripts), "shown"), { reads: inside.map((path) => ({ path, glob: false, content: "hidden", sure: false })), writes: edited }]);
}

/** Commands that a script of `awk` or `sed` starts: `system("…")`, `"…" | getline`, `1e …`, `s/…/…/e`. */
function commandsIn(name: string, words: readonly Known[]): readonly string[] {
  const scripts = words.filter(({ text }) => text.length > 3).map(({ text }) => text);
  if (name.endsWith("awk")) return scripts.filter((text) => /system|getline|\|/.test(text)).flatMap((text) => [...text.matchAll(/"((?:[^"\\\n]|\\.){3,400})"/g)].map(([, found = ""]) => found).filter((found) => /\S\s+\S/.test(found))).slice(0, 50);
  if (!name.endsWith("sed")) return [];
  return scripts.flatMap((text) => [...text.matchAll(/(?:^|[;{}\d$/\s])e\s+([^\n]{3,400})/g), ...text.matchAll(/s([/|,#@!])(?:(?!\1).){0,400}\1((?:(?!\1).){3,400})\1[gpIiMm\d]*e/g)].map((match) => match[2] ?? match[1] ?? "")).slice(0, 50);
}

/** Addresses are no files: only what is uploaded must be known. */
function inspectNetwork(words: readonly Known[]): CommandEffects {
  const { unresolved, ...effects } = asReads(words, "hidden");
  // A server of one's own may show the folder it stands in.
  const served = words.flatMap(({ text }) => /^(?:https?:\/\/)?(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?\/([^?#]+)/i.exec(text)?.slice(1) ?? []).map((path) => ({ path: decoded(path), glob: false, content: "hidden" as const, sure: false }));
  const uploads = words.some(({ text, unknown }, at) => unknown && (/[@=]/.test(text) || /^(?:-T|-d|-F|--upload-file|--data.*|--form.*|--post-file|--body-file|--json)$/.test(words[at - 1]?.text ?? "")));
  const output = valueOf(words, /^(?:-[a-zA-Z]*[oO]|--output|--output-document|--download)$/);
  return { ...effects, reads: [...effects.reads, ...served], writes: output === undefined ? [] : [{ path: output, removes: false }], unresolved: uploads ? unresolved.slice(0, 1) : [] };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // no escapes of a URL
  }
}

function inspectNaming(name: string, words: readonly Known[]): CommandEffects {
  const excluded = new Set(words.filter((_, at) => /^--exclude(?:-from)?$/.test(words[at - 1]?.text ?? "")));
  const files = operands(words);
  const last = files.at(-1);
  // What a copy is called is written, not read: `cp .env.example .env` is everyday work.
  const sources = placing.has(name) && files.length > 1 && valueOf(words, /^(?:-t|--target-directory)$/) === undefined ? files.slice(0, -1) : files;
  const copied = (name === "cp" || name === "mv") && files.length === 2 && last !== undefined && !last.unknown && !last.glob && words.every(({ text }) => !text.startsWith("-") || /^-[afinpvu]+$/.test(text)) ? { copiedTo: last.text } : {};
  const reads = (name === "dd" ? words : sources.filter((word) => !excluded.has(word))).flatMap(({ text, glob }) => [{ path: text, glob, content: "named" as const, sure: false }, ...maybe({ text, glob, unknown: false })]).map((read) => ({ ...read, ...copied }));
  const output = last === undefined || name === "tar" ? [] : [{ path: last.text.replace(/^of=/, ""), removes: false }];
  const moved = name === "mv" ? files.slice(0, -1).map((word) => written(word, true)) : [];
  return { ...noEffects, reads, writes: [...output, ...moved, ...(placing.has(name) ? placed(words, files, last) : []), ...words.filter(({ text }) => text.startsWith("of=")).map(({ text }) => ({ path: text.slice(3), removes: false }))] };
}

function listsRead(words: readonly Known[], option: RegExp, joined: RegExp): CommandEffects {
  const lists = words.flatMap(({ text, unknown }, at): readonly FileRead[] => {
    const path = option.test(words[at - 1]?.text ?? "") ? text : joined.exec(text)?.[1];
    return path === undefined || unknown ? [] : [{ path, glob: false, content: "hidden", sure: true }];
  });
  return { ...noEffects, reads: lists };
}

const written = ({ text, glob }: Known, removes: boolean): FileWrite => ({ path: text, removes, ...(glob ? { glob } : {}) });

/** In a folder, what is placed there keeps its base name. */
function placed(words: readonly Known[], files: readonly Known[], last: Known | undefined): readonly FileWrite[] {
  const folder = valueOf(words, /^(?:-t|--target-directory)$/) ?? last?.text ?? "";
  return files.map(({ text }) => ({ path: `${folder.replace(/\/+$/, "")}/${text.slice(text.replace(/\/+$/, "").lastIndexOf("/") + 1)}`, removes: false }));
}

function valueOf(words: readonly Known[], option: RegExp): string | undefined {
  const at = words.findIndex(({ text }) => option.test(text));
  const joined = words.map(({ text }) => /^(--[a-z-]+)=(.*)$/s.exec(text)).find((match) => match !== null && option.test(match[1] ?? ""));
  return joined?.[2] ?? (at < 0 ? undefined : words[at + 1]?.text);
}

const maxNested = 50;

function unwrap(name: string, rest: readonly Known[], around: Around): CommandEffects {
  // Each is looked at with all that stands behind it.
  if (rest.length > maxNested && rest.filter(({ text }) => programName(text) in wrappers).length > maxNested) return { ...noEffects, unresolved: ["commands are nested too deeply to look at"] };
  const options = wrappers[name] ?? [];
  let at = 0;
  while (at < rest.length && ((rest[at]?.text ?? "").startsWith("-") || (name === "env" && /^[A-Za-z_]\w*=/.test(rest[at]?.text ?? "")))) {
    if (name === "env" && /^(?:-S|--split-string)/.test(rest[at]?.text ?? "")) return around.inspectScript(rest.slice(at).map(({ text }) => text.replace(/^(?:-S|--split-string=?)/, "")).join(" "));
    at += options.includes(rest[at]?.text ?? "") ? 2 : 1;
  }
  if (timed.has(name)) at += 1;
  const inner = rest.slice(at);
  const [program] = inner;
  const lists = name === "xargs" || name === "parallel" ? listsRead(rest.slice(0, at), /^(?:-a|--arg-file)$/, /^(?:-a|--arg-file=)(.+)$/) : noEffects;
  // Without a program `xargs` prints what it is given.
  if (program === undefined) return lists;
  // They hand the words to a shell, so one word may be a whole command.
  if (name === "watch" || (name === "parallel" && /\s/.test(program.text))) return around.inspectScript(inner.map(({ text }) => text.replaceAll("{}", inner.at(-1)?.text ?? "")).join(" "));
  if (name !== "xargs" && name !== "parallel") return inspectProgram({ words: inner, ...(around.document === undefined ? {} : { document: around.document }), ...(around.input === undefined ? {} : { input: around.input }), ...(around.piped === undefined ? {} : { piped: around.piped }) }, around.inspectScript);
  const place = valueOf(rest.slice(0, at), /^(?:-I|--replace)$/) ?? /^-I(.+)$/.exec(rest.slice(0, at).find(({ text }) => /^-I./.test(text))?.text ?? "")?.[1];
  return joinEffects([lists, place === undefined ? inspectXargs(inner, around) : inspectPlaced(inner, place, around)]);
}

/** `xargs` gives its program the names that come through the pipe: those that are written there, or of the files that are looked for. */
function inspectXargs(inner: readonly Known[], { piped, inspectScript }: Around): CommandEffects {
  const placed = inner.map((word) => (word.text.includes("{}") ? { ...word, text: word.text.replaceAll("{}", ""), unknown: true, handed: true as const, ...(word.text.endsWith("{}") ? { openEnd: true as const } : {}) } : word));
  const inspect = (words: readonly Known[]) => inspectProgram({ words: [...placed, ...words] }, inspectScript);
  const listed = piped?.trees === undefined ? undefined : ofListed({ words: [...placed, { text: "", unknown: true, glob: false, handed: true }] }, piped.trees, (program) => inspectProgram(program, inspectScript));
  const printed = listed === undefined || piped?.words !== undefined ? inspect(piped?.words ?? [{ text: "", unknown: true, glob: false, handed: true }]) : undefined;
  return joinEffects([listed ?? {}, printed ?? {}]);
}

/** `xargs -I{} cat .{}`: each name takes the place of a mark. */
function inspectPlaced(inner: readonly Known[], place: string, { piped, inspectScript }: Around): CommandEffects {
  const given = (text: string, unknown: boolean): Program => ({ words: inner.map((word) => (word.text.includes(place) ? { text: word.text.replaceAll(place, text), unknown, glob: word.glob, ...(unknown && word.text.endsWith(place) ? { openEnd: true as const } : {}) } : word)) });
  const named = (piped?.words ?? []).slice(0, maxPlaced).map(({ text, unknown }) => inspectProgram(given(text, unknown), inspectScript));
  if (piped?.trees === undefined) return joinEffects([...named, ...(named.length === 0 || (piped?.words?.length ?? 0) > maxPlaced ? [inspectProgram(given("", true), inspectScript)] : [])]);
  return joinEffects([...named, ofListed(given("", true), piped.trees, (program) => inspectProgram(program, inspectScript))]);
}

const maxPlaced = 50;

function inspectShell(name: string, rest: readonly Known[], document: string | undefined, { piped, inspectScript }: Around): CommandEffects {
  const at = name === "eval" ? -1 : rest.findIndex(({ text }) => /^-\w*c$/.test(text));
  const script = name === "eval" ? rest.map(({ text }) => text).join(" ") : at < 0 ? document : rest[at + 1]?.text;
  const dynamic = (name === "eval" ? rest : at < 0 ? [] : rest.slice(at + 1, at + 2)).some(({ unknown }) => unknown);
  const startup = valueOf(rest, /^(?:--rcfile|--init-file)$/);
  return joinEffects([
    startup === undefined ? {} : { reads: [{ path: startup, glob: false, content: "sourced", sure: true }] },
    script === undefined ? {} : inspectScript(script),
    dynamic ? { unresolved: ["a command is put together only when it runs"] } : {},
    at < 0 && document === undefined && piped?.changed === true ? { unresolved: ["a command is put together only when it runs"] } : {},
    at < 0 && name !== "eval" ? { reads: operands(rest).flatMap((word) => maybe(word)) } : {},
  ]);
}

/** What editors, databases and `make` are told in a language of their own. */
function textsOf(name: string, rest: readonly Known[], { document, piped }: Around): Partial<CommandEffects> {
  const { files, computed } = readOwnText(name, [...rest.map(({ text }) => text), document ?? piped?.text ?? ""]);
  return { reads: files.map((path) => ({ path, glob: false, content: "hidden", sure: false })), unresolved: computed ? ["a file is read whose name is put together"] : [] };
}

/** `flock f -c '…'`, `script -qc '…'`, `npx --call='…'`: what a shell is given by an option. */
function commandsBehind(option: RegExp, words: readonly Known[]): readonly string[] {
  return words.flatMap(({ text }, at) => {
    if (option.test(text)) return [words[at + 1]?.text ?? ""];
    const value = /^--[a-z]+=(.*)$/s.exec(text)?.[1];
    return value !== undefined && option.test(text.slice(0, text.indexOf("="))) ? [value] : [];
  });
}

/** `docker exec x sh -c '…'` and its like: a shell among somebody's arguments. */
function innerShells(words: readonly Known[], inspectScript: InspectScript): readonly CommandEffects[] {
  return words.flatMap(({ text }, at) => (shells.has(programName(text)) && /^-\w*c$/.test(words[at + 1]?.text ?? "") ? [inspectScript(words[at + 2]?.text ?? "")] : []));
}

function inspectInterpreter(name: string, rest: readonly Known[], document: string | undefined, inspectScript: InspectScript): CommandEffects {
  const codeOptions = interpreters[name] ?? [];
  const at = rest.findIndex(({ text }) => codeOptions.includes(text.toLowerCase()) || codeOptions.includes(text));
  const joined = rest.flatMap(({ text }) => codeOptions.flatMap((option) => (option.length > 2 && text.startsWith(`${option}=`) ? [text.slice(option.length + 1)] : /^-[a-zA-Z]$/.test(option) && text.startsWith(option) && text.length > 2 && /[\s(]/.test(text) ? [text.slice(2)] : [])));
  const code = at >= 0 ? rest[at + 1]?.text : (joined[0] ?? document);
  const files = { reads: rest.filter((_, index) => index !== at + 1 || at < 0).flatMap((word) => maybe(word)) };
  // `perl -pi -e …`: the files that follow are edited where they stand.
  const edits = codeOptions.includes("-ne") && rest.some(({ text }) => /^-[a-zA-Z0]*i/.test(text)) ? [{ writes: operands(rest).map((word) => written(word, false)) }] : [];
  if (code === undefined) return joinEffects([files, ...edits]);
  const { literals, computed: opaque, writes, globs, trees, loads, prints } = readProgramText(code);
  const computed = opaque || (name === "perl" && isComputedPerl(code));
  const shows = prints || rest.some(({ text }) => /^(?:-p|-pe|--print)$/.test(text));
  return joinEffects([
    files, ...edits, { searches: trees },
    { reads: [...globs.map((path) => ({ path, glob: true, content: "hidden" as const, sure: false })), ...loads.map((path) => ({ path, glob: false, content: "loaded" as const, sure: false, variables: shows ? [anyVariable] : [] }))] },
    { reads: literals.map((path) => ({ path, glob: false, content: "hidden", sure: false })), writes: writes ? literals.map((path) => ({ path, removes: false })) : [], replacements: codeReplacements(code, literals), changesGatelodge: tellsGatelodge(literals), unresolved: computed ? ["a program text opens a file whose name it puts together"] : [] },
    ...literals.filter((text) => /^\s*\S+\s+\S/.test(text) && text.length < 400).slice(0, 20).map((text) => inspectScript(text)),
  ]);
}
