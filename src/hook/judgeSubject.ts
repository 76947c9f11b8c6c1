import { basename } from "node:path";
import { inspectCommand } from "../core/command/inspectCommand.ts";
import { parseLooseMentions, parseMentions } from "../core/mentions.ts";
import { redact } from "../core/redact.ts";
import type { PathIdentity, Request } from "../core/request.ts";
import { ask, askUndecided, type Asked, type Call } from "./asked.ts";
import { replaceTexts } from "./jsonTexts.ts";
import { judgeUses } from "./judgeUses.ts";
import { environmentFilesIn, isLoad, valuesIn, withoutValues } from "./loadedFile.ts";
import { kindOf, resolvePlace } from "./places.ts";
import { withholdLines } from "./withholdLines.ts";

export interface JudgedSubject {
  readonly asked: readonly Asked[];
  /** With masks and notes in the place of what must not travel, in the shape it came in. */
  readonly subject: unknown;
}

// Names that say what a value is, by which a client knows its own shape. They keep their value unless something is found in it.
const structural = new Set(["type", "filePath", "file_path", "path", "mode", "resultType", "result_type", "mimeType", "filename", "filenames", "name", "id", "uri", "status", "role"]);
// A field may be called by a secret, as in a list of tokens by their owner turned round.
const shortestSecret = 12;
const maxMentions = 30;
const maxLookedUp = 5000;
const maxLoaded = 20;
const mask = /\[REDACTED:[\w.:-]+-\d+\]/;

/** What the policy says of every text that travels, and the subject without what must stay. */
export function judgeSubject(call: Call): JudgedSubject {
  const { question } = call;
  const asked: Asked[] = [];
  const path = subjectPath(call);
  const withheld = resultWithhold(call, asked);
  const withoutLoaded = withholdValuesOf(call, asked);
  const judge = (text: string, key: string): string => {
    if (text === "") return text;
    const lines = withheld(text);
    const judged = ask(call, { channel: question.channel, able: question.able, text: lines, ...(path === undefined ? {} : { path }), ...(writesMask(call, lines) ? { action: "writesMask" as const } : {}) });
    asked.push(judged);
    const { decision } = judged;
    if (decision.enforced === "redact") return withoutLoaded(redact(lines, decision.findings).text);
    const keeps = structural.has(key) && decision.findings.length === 0;
    return decision.enforced === "block" && !keeps ? noteOf(decision.reasons[0]?.text ?? "") : withoutLoaded(lines);
  };
  // Paths are judged as files, and names as such are no content.
  const onlyPaths = question.moment === "before" && (question.channel === "fileRead" || question.channel === "search");
  const subject = onlyPaths ? question.subject : replaceTexts(question.subject, judge, (name) => (name.length < shortestSecret ? name : judge(name, "name")));
  return { asked: question.attaches ? [...asked, ...judgeMentions(call)] : asked, subject };
}

/** The whole of it with a note in the place of each text, in the shape it came in; `undefined`: it has no shape that could be kept. */
export function withholdSubject(subject: unknown, why: string): unknown {
  try {
    return replaceTexts(subject, (text, key) => (structural.has(key) || text === "" ? text : noteOf(why)));
  } catch {
    return undefined; // nested beyond reading
  }
}

const noteOf = (why: string) => `[withheld by Gatelodge: ${why}]`;
const writesMask = ({ question }: Call, text: string) => question.moment === "before" && (question.channel === "fileWrite" || question.channel === "shell") && mask.test(text);

/** The file that a tool's text is from or goes to: then its label is the text's. */
function subjectPath(call: Call): PathIdentity | undefined {
  const { question: { uses, folder, moment, channel }, home } = call;
  if (moment !== "after" && channel !== "fileWrite") return undefined;
  const named = uses.find((use) => use.kind === "read" || use.kind === "write");
  return named === undefined || !("path" in named) ? undefined : call.identify(resolvePlace(named.path, folder ?? home, home));
}

/** Files that a prompt mentions are attached by the client without any tool, so they are looked up here. */
function judgeMentions(call: Call): readonly Asked[] {
  const { question } = call;
  if (question.moment !== "prompt" || typeof question.subject !== "string") return [];
  // Whatever it looks like: what the disk holds under such a name is attached.
  const names = parseMentions(question.subject).filter(({ name, shape }) => name !== "" && shape !== "front" && shape !== "results" && shape !== "symbol").map(({ name }) => name);
  const places = [...new Set([...names, ...parseLooseMentions(question.subject)])].map((name) => resolvePlace(name, question.folder ?? call.home, call.home));
  const there = places.slice(0, maxLookedUp).filter((place) => kindOf(place) !== undefined);
  // What is attached cannot be masked: the prompt is stopped instead.
  const named = judgeUses({ ...call, question: { ...question, masksResult: false } }, there.slice(0, maxMentions).map((path) => ({ kind: "read", path })));
  return places.length > maxLookedUp || there.length > maxMentions ? [...named, askUndecided(call, "prompt", question.able, "the prompt names more files than are looked up")] : named;
}

/** For what commands print: takes out values of variables that the command, or a program by itself, loads from a file which the policy withholds. */
function withholdValuesOf(call: Call, asked: Asked[]): (text: string) => string {
  const { question: { moment, uses, folder = call.home, able } } = call;
  const commands = uses.flatMap((use) => (use.kind === "run" && use.shell === undefined ? [use.command] : []));
  if (moment !== "after" || commands.length === 0 || !able.includes("redact")) return (text) => text;
  const loaded = commands.flatMap((command) => inspectCommand(command, { home: call.home, folder }).reads.filter(({ content }) => isLoad(content)).map(({ path }) => path));
  const all = [...new Set([...loaded, ...environmentFilesIn(folder)].map((path) => resolvePlace(path, folder, call.home)))];
  const files = all.slice(0, maxLoaded);
  const stopped = files.flatMap((place) => {
    const path = kindOf(place) === "file" ? call.identify(place) : undefined;
    const judged = path === undefined ? undefined : ask(call, { channel: "shell", able: able.filter((effect) => effect !== "warn"), path }, basename(place));
    return judged?.decision.enforced === "block" || judged?.decision.enforced === "redact" ? [{ judged, ...valuesIn(place) }] : [];
  });
  const values = stopped.flatMap((file) => file.values);
  if (all.length > files.length || stopped.some(({ more }) => more)) asked.push(ask(call, { channel: "shell", able, undecided: "there are more environment files or values than are looked for in the output" }));
  return (text) => {
    const kept = withoutValues(text, values, noteOf("a value of a file that the assistant may not see"));
    if (kept !== text) asked.push(...stopped.splice(0).map(({ judged }) => judged));
    return kept;
  };
}

/** For results of searches: takes out lines of files that the policy withholds. */
function resultWithhold(call: Call, asked: Asked[]): (text: string) => string {
  const { question: { moment, folder = call.home, able } } = call;
  const roots = moment === "after" ? searchRoots(call) : [];
  if (roots.length === 0 || !able.includes("redact")) return (text) => text;
  const known = new Map<string, boolean | undefined>();
  const stopped: Asked[] = [];
  // A diff's names count from the top of the repository, and what it shows may be gone from the disk.
  const top = call.identify(resolvePlace("x", folder, call.home))?.repository ?? folder;
  const judge = (name: string, sure: boolean): boolean | undefined => {
    const place = [folder, ...roots, top].map((root) => resolvePlace(name, root, call.home)).find((candidate) => kindOf(candidate) === "file") ?? (sure ? resolvePlace(name, top, call.home) : undefined);
    const path = place === undefined ? undefined : call.identify(place);
    if (path === undefined) return undefined;
    const judged = ask(call, { channel: "search", able: able.filter((effect): effect is Request["able"][number] => effect !== "warn"), path }, name.slice(name.lastIndexOf("/") + 1));
    const stops = judged.decision.enforced === "block" || judged.decision.enforced === "redact";
    if (stops) stopped.push(judged);
    return stops;
  };
  const isWithheld = (name: string, sure: boolean) => {
    const word = name.trim();
    if (word === "" || word.length > 1024) return undefined;
    const key = `${sure} ${word}`;
    if (!known.has(key)) known.set(key, judge(word, sure));
    return known.get(key);
  };
  return (text) => {
    const kept = withholdLines(text, isWithheld, (lines) => noteOf(`${lines} ${lines === 1 ? "line" : "lines"} of a file that the assistant may not see`));
    // Files that are only named have nothing taken out.
    if (kept !== text) asked.push(...stopped.splice(0));
    return kept;
  };
}

function searchRoots(call: Call): readonly string[] {
  const { question: { uses, folder = call.home }, home } = call;
  const paths = uses.flatMap((use) => (use.kind === "search" ? [use.path] : use.kind === "run" ? inspectCommand(use.command, { home, folder }).searches.filter(({ named }) => named).flatMap(({ path, from }) => (from === undefined ? [path] : [path, from])) : []));
  return paths.map((path) => resolvePlace(path, folder, home));
}
