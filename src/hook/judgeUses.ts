import { join } from "node:path";
import { asKey, mayGuard } from "../core/hookFiles.ts";
import type { Replacement } from "../core/command/replacement.ts";
import type { Use } from "../assistants/dialect.ts";
import { leavesCopy } from "../core/command/copyPrograms.ts";
import { inspectCommand, inspectForeignCommand } from "../core/command/inspectCommand.ts";
import type { CommandEffects, FileRead, FileWrite, TreeRead } from "../core/command/commandEffects.ts";
import type { Channel, Effect } from "../core/request.ts";
import { holdsNone } from "../node/gitRevisions.ts";
import { readHeadNow } from "../node/readHeadNow.ts";
import { ask, askUndecided, type Asked, type Call } from "./asked.ts";
import { judgeReplacements } from "./judgeReplacements.ts";
import { isLoad, loadsQuietly } from "./loadedFile.ts";
import { expandGlob, filesBelow, isReadable, kindOf, mayHold, resolvePlace, standsAlone } from "./places.ts";
import { trackedBelow } from "./trackedFiles.ts";

// What an agent reads at once; a file whose secret lies behind it is masked in the result, which is judged whole.
const headBytes = 1_000_000;
const maxEntries = 20_000;
// Looked through within a part of the time that a call has.
const maxLooked = 1000;
// Git looks through its history for each.
const maxAsked = 20;

/** What the policy says of every file that a tool uses. */
export function judgeUses(call: Call, uses: readonly Use[]): readonly Asked[] {
  return [...uses.flatMap((use) => judgeUse(call, use)), ...judgeReplacements(call, placedByTool(call, uses), "")];
}

/** A tool that nobody described, given two places or three, may move or copy one of them to another. */
function placedByTool(call: Call, uses: readonly Use[]): readonly Replacement[] {
  const paths = uses.flatMap((use) => (use.kind === "maybe" ? [use.path.replaceAll("\\", "/")] : []));
  if (paths.length > 3) return [];
  const mayMatter = (path: string) => mayGuard(asKey(`/${path}`));
  const isThere = (path: string) => kindOf(resolvePlace(path, folderOf(call), call.home)) !== undefined;
  return paths.flatMap((path) => paths.filter((from) => from !== path && (mayMatter(path) || mayMatter(from)) && isThere(from)).map((from): Replacement => ({ kind: "copy", path, from, glob: false, deep: false })));
}

function judgeUse(call: Call, use: Use): readonly Asked[] {
  switch (use.kind) {
    case "read": return judgeRead(call, "fileRead", { path: use.path, glob: false, content: "shown", sure: true });
    case "maybe": return [...judgeRead(call, "fileRead", { path: use.path, glob: false, content: "shown", sure: false }), ...judgeOwnFile(call, use.path)];
    case "write": return [judgeWrite(call, use.path, false)];
    case "remove": return [judgeWrite(call, use.path, true)];
    case "search": return [...judgeRead(call, "search", { path: use.path, glob: false, content: "shown", sure: true }), ...judgeTree(call, { path: use.path, named: true, names: [] })];
    case "searchNamed": return judgeTree(call, { path: use.path, named: true, names: use.names, content: "named" });
    case "more": return [askUndecided(call, call.question.channel, stops(call), "the tool is given more than is looked at")];
    case "run": return judgeCommand(call, use.unattended === true, use.shell === "powershell" ? inspectForeignCommand(use.command) : inspectCommand(use.command, { home: call.home, folder: folderOf(call), ...topOf(call, use.command) }), use.command);
  }
}

function judgeCommand(asking: Call, unattended: boolean, effects: CommandEffects, command: string): readonly Asked[] {
  const escapes = cannotMask(asking) && (unattended || !endsWell(asking, effects));
  const call = escapes ? { ...asking, question: { ...asking.question, masksResult: false, able: asking.question.able.filter((effect) => effect !== "ask") } } : asking;
  return [
    ...effects.reads.flatMap((read) => judgeRead(call, "shell", read.copiedTo !== undefined && !leavesCopy(command, read.path, read.copiedTo) ? { ...read, copiedTo: undefined } : read)),
    ...effects.writes.flatMap((write) => judgeWrites(call, write)),
    ...judgeReplacements(call, effects.replacements, command),
    // What git showed once may be gone from the disk, and is not looked for: what it keeps by now is.
    ...effects.searches.flatMap((tree) => judgeTree(call, tree.byGit === true && escapes ? { ...tree, tracked: true, ...(tree.tracked === true ? { differing: true } : {}) } : tree)),
    ...[...new Set(effects.unresolved)].map((why) => askUndecided(call, "shell", stops(call), why)),
    ...(effects.changesGatelodge ? [ask(call, { channel: "shell", able: stops(call), action: "changesGatelodge" })] : []),
  ];
}

const endsWell = (call: Call, { endsWellWith }: CommandEffects) => endsWellWith?.every(({ path, glob, deep }) => isReadable(resolvePlace(path, folderOf(call), call.home), glob, deep)) === true;

/** Nobody is asked about it: the agent is told which tools bring back the same with masks. */
const cannotMask = ({ question }: Call) => question.failuresPass === true && question.moment === "before";

/** Looked for only where a command asks for it. */
function topOf(call: Call, command: string): { readonly top?: string } {
  const top = command.includes("--show-toplevel") ? call.identify(resolvePlace("x", folderOf(call), call.home))?.repository : undefined;
  return top === undefined ? {} : { top };
}

const folderOf = ({ question, home }: Call) => question.folder ?? home;
/** Before a tool runs nothing can be masked in what it will read. */
const stops = ({ question }: Call): readonly Effect[] => question.able.filter((effect) => effect !== "redact");

function judgeRead(call: Call, channel: Channel, read: FileRead): readonly Asked[] {
  const place = resolvePlace(read.path, folderOf(call), call.home);
  if (!read.glob) return judgeFile(call, channel, place, read);
  const { files, more } = expandGlob(place, maxEntries, read.dots === true);
  const judged = files.flatMap((file) => judgeFile(call, channel, file, read));
  return more ? [...judged, askUndecided(call, channel, stops(call), "the pattern stands for more files than are looked at")] : judged;
}

function judgeFile(call: Call, channel: Channel, place: string, { content, sure, variables, copiedTo }: Pick<FileRead, "content" | "sure" | "variables" | "copiedTo">): readonly Asked[] {
  const kind = kindOf(place);
  if (!sure && kind === undefined) return [];
  if (kind === "file" && isLoad(content)) return loadsQuietly(place, content, variables) ? judgeOwnFile(call, place) : judgeFile(call, channel, place, { content: "named", sure });
  const path = call.identify(place);
  if (path === undefined) return [];
  const able = content === "shown" && call.question.masksResult ? [...stops(call), "redact" as const] : stops(call);
  const text = kind === "file" && content !== "named" ? readHeadNow(path.absolute, headBytes) : undefined;
  const about = place.slice(place.lastIndexOf("/") + 1);
  const answer = ask(call, { channel, able, path, ...(text === undefined ? {} : { text }) }, about);
  if (copiedTo !== undefined && kind === "file" && isGuardedAlike(call, answer, resolvePlace(copiedTo, folderOf(call), call.home), about)) return [];
  // A search's tool leaves lines out, a reading one masks; a restricted file is refused by both.
  const judged: Asked = cannotMask(call) && (channel === "search" || answer.decision.effect === "redact") ? { ...answer, byTool: true } : answer;
  const cut = content === "hidden" && text !== undefined && text.length >= headBytes;
  return cut ? [judged, ask(call, { channel, able, path: { ...path, resolved: false }, undecided: "the file is too large to look through" }, about)] : [judged];
}

/** `cp .env .env.bak`: whoever reads the copy is asked the same, by its own name. Behind a link it would have another one. */
function isGuardedAlike(call: Call, { request, decision }: Asked, target: string, about: string): boolean {
  const place = kindOf(target) === "folder" ? join(target, about) : target;
  const path = call.identify(place);
  if (path === undefined || !standsAlone(place) || decision.rule === "self-protection" || request.path === undefined) return false;
  const { decision: ofCopy } = ask(call, { channel: request.channel, able: request.able, path });
  return ofCopy.label === decision.label && ofCopy.effect === decision.effect && ofCopy.enforced === decision.enforced;
}

/** A pattern stands for the files that are there, and for a new one of its own spelling. */
function judgeWrites(call: Call, { path, removes, glob = false }: FileWrite): readonly Asked[] {
  const own = judgeWrite(call, path, removes);
  if (!glob) return [own];
  const { files, more } = expandGlob(resolvePlace(path, folderOf(call), call.home), maxEntries);
  const judged = files.map((file) => judgeWrite(call, file, removes));
  return more ? [own, ...judged, askUndecided(call, "shell", stops(call), "the pattern stands for more files than are looked at")] : [own, ...judged];
}

function judgeWrite(call: Call, path: string, removes: boolean): Asked {
  const place = resolvePlace(path, folderOf(call), call.home);
  const identity = call.identify(place);
  return ask(call, { channel: "fileWrite", able: stops(call), ...(identity === undefined ? {} : { path: identity }), ...(removes ? { action: "removes" as const } : {}) }, place.slice(place.lastIndexOf("/") + 1));
}

/** Whether a tool that nobody described reads or writes nobody knows: what guards the agent is closed to both, and need not be there yet. */
function judgeOwnFile(call: Call, path: string): readonly Asked[] {
  const written = judgeWrite(call, path, false);
  return written.decision.rule === "self-protection" ? [written] : [];
}

/** Where lines come with the name of their file they are masked in the result; else every file below is judged now: by its name, and by what it holds where nobody will mask it. */
function judgeTree(call: Call, { path, named, names, without = [], plainOnly, tracked, wanted, byGit, glob, ofHistory, differing, content: only }: TreeRead): readonly Asked[] {
  if (named && call.question.masksResult) return [];
  const place = resolvePlace(path, folderOf(call), call.home);
  if (glob === true) return expandGlob(place, maxEntries).files.flatMap((found) => judgeTree(call, { path: found, named, names }));
  const kept = tracked === true ? trackedBelow(place, call.identify(join(place, "x"))?.repository, names, maxEntries) : undefined;
  const kind = kindOf(place);
  const { files, more } = kind === "file" ? { files: [place], more: false } : kind !== "folder" ? { files: [], more: false } : kept ?? filesBelow(place, names, maxEntries, { without, plainOnly: plainOnly === true });
  const content = only ?? (call.question.masksResult || byGit === true ? "named" : "shown");
  const looked = wanted === undefined ? files : files.filter((file) => mayHold(file, wanted));
  const judged = [
    ...looked.slice(0, content === "shown" ? maxLooked : maxEntries).flatMap((file) => judgeFile(call, "search", file, { content, sure: true })),
    ...(differing === true ? looked.filter((file) => kept?.differs(file) === true).slice(0, maxLooked).flatMap((file) => judgeFile(call, "search", file, { content: "shown", sure: true })) : []),
  ];
  if (ofHistory === true && !more && isNewToGit(call, place, judged)) return [];
  return more || (content === "shown" && looked.length > maxLooked) ? [...judged, askUndecided(call, "search", stops(call), "the folder holds more files than are looked at")] : judged;
}

/** Whatever would be refused, no commit has ever held it. */
function isNewToGit(call: Call, place: string, judged: readonly Asked[]): boolean {
  const repository = call.identify(join(place, "x"))?.repository;
  const refused = judged.filter(({ decision }) => decision.enforced !== "allow" && decision.enforced !== "warn").map(({ request }) => request.path?.absolute ?? "");
  return repository !== undefined && refused.length > 0 && refused.length <= maxAsked && refused.every((file) => file.startsWith(`${repository}/`)) && holdsNone(repository, refused);
}
