import { createHash } from "node:crypto";
import { constants, accessSync, chmodSync, lstatSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TextEditor } from "../assistants/textEdit.ts";
import { exclusively } from "./exclusively.ts";
import { makeFoldersFor, replaceFile, standingOfNew, type Standing } from "./replaceFile.ts";

/** What one file of another tool was before us. */
interface Entry {
  readonly file: string;
  /** Whose edit it is, so that it can be taken out without knowing why it was made. */
  readonly editor: string;
  /** Base64; absent: there was no file. */
  readonly before?: string;
  readonly mode?: number;
  /** Folders that we made for it. */
  readonly folders: readonly string[];
  /** Hash of what we wrote. */
  readonly wrote: string;
}

export type Change = "written" | "unchanged" | { readonly error: string };

/** Edits other tools' configuration files so that each can be put back byte for byte. */
export interface ChangeJournal {
  /** Throws never: what cannot be done is a sentence, and then nothing was touched. */
  readonly put: (file: string, editor: string, edit: TextEditor, mode?: number) => Change;
  /** The bytes from before us if nobody else has changed the file since; otherwise only what is ours is taken out. */
  readonly restore: (file: string, edit: Pick<TextEditor, "takeOut">) => Change;
  /** What `put` would do. */
  readonly preview: (file: string, edit: TextEditor) => Preview | { readonly error: string };
  readonly entries: () => readonly { readonly file: string; readonly editor: string }[];
}

/** `before` is absent where there is no file. */
export interface Preview {
  readonly before?: string;
  readonly after: string;
}

const maxSize = 10_000_000;

/** `folder` holds one record per file, for this user alone: what stood in the files is nobody else's business. */
export function createChangeJournal(folder: string): ChangeJournal {
  const recordOf = (file: string) => join(folder, `${hash(file).slice(0, 24)}.json`);
  const write = (entry: Entry) => {
    makeFoldersFor(recordOf(entry.file), 0o700);
    replaceFile(recordOf(entry.file), Buffer.from(JSON.stringify(entry)), standingOfNew(recordOf(entry.file)));
  };
  return {
    put: (file, editor, edit, mode) => attempt(() => exclusively(folder, () => put({ file, editor, edit, known: read(recordOf(file)), write, forget: () => rmSync(recordOf(file), { force: true }), ...(mode === undefined ? {} : { mode }) }))),
    restore: (file, edit) => attempt(() => exclusively(folder, () => {
      const done = restore(file, read(recordOf(file)), edit);
      if (typeof done === "string") rmSync(recordOf(file), { force: true });
      return done;
    })),
    preview: (file, edit) => {
      const now = attempt(() => look(file));
      if ("error" in now) return now;
      const edited = edit.put(now.text);
      return "error" in edited ? edited : { after: edited.text, ...(now.text === undefined ? {} : { before: now.text }) };
    },
    entries: () => list(folder).flatMap((name) => read(join(folder, name)) ?? []),
  };
}

interface Put {
  readonly file: string;
  readonly editor: string;
  readonly edit: TextEditor;
  readonly known: Entry | undefined;
  readonly write: (entry: Entry) => void;
  readonly forget: () => void;
  readonly mode?: number;
}

function put({ file, editor, edit, known, write, forget, mode }: Put): Change {
  const now = look(file);
  if ("error" in now) return now;
  const edited = edit.put(now.text);
  if ("error" in edited) return edited;
  if (edited.text === now.text) return withMode(now, mode);
  const bytes = encode(edited.text, now.mark);
  // Nobody else's hand since: what was before us is known. Otherwise it is the file as it stands, without what is ours.
  const kept = known !== undefined && (now.bytes === undefined ? known.before === undefined : hash(now.bytes) === known.wrote);
  const before = kept ? known.before : withoutOurs(now, edit);
  const folders = now.bytes === undefined ? makeFoldersFor(file) : [];
  try {
    // Recorded first: what is not recorded could not be put back.
    write({ file, editor, folders: kept && known.folders.length > 0 ? known.folders : folders, wrote: hash(bytes), ...(before === undefined ? {} : { before, mode: now.standing?.mode ?? 0o600 }) });
    const standing = now.standing ?? standingOfNew(file, mode);
    if (!isStill(now)) return { error: "it was changed at the same moment; try again" };
    replaceFile(now.place, bytes, mode === undefined ? standing : { ...standing, mode });
    return "written";
  } catch (error) {
    if (known === undefined) forget();
    else write(known);
    removeEmpty(folders);
    throw error;
  }
}

/** The text is right, but a program that cannot be started is none. */
function withMode({ place, standing }: Looked, mode: number | undefined): Change {
  if (mode === undefined || standing === undefined || standing.mode === mode) return "unchanged";
  chmodSync(place, mode);
  return "written";
}

function restore(file: string, known: Entry | undefined, edit: Pick<TextEditor, "takeOut">): Change {
  const now = look(file);
  if ("error" in now) return now;
  if (now.bytes === undefined || now.text === undefined) return "unchanged";
  const untouched = known !== undefined && hash(now.bytes) === known.wrote;
  const out = untouched ? undefined : edit.takeOut(now.text);
  if (out !== undefined && "error" in out) return out;
  if (out?.text === now.text) return "unchanged";
  if (!isStill(now)) return { error: "it was changed at the same moment; try again" };
  const before = untouched ? known.before : undefined;
  if (untouched ? before === undefined : out?.empty === true && known?.before === undefined) {
    rmSync(now.place);
    removeEmpty(known?.folders ?? []);
    return "written";
  }
  const bytes = before === undefined ? encode(out?.text ?? "", now.mark) : Buffer.from(before, "base64");
  replaceFile(now.place, bytes, { ...standingOf(now), ...(untouched && known.mode !== undefined ? { mode: known.mode } : {}) });
  return "written";
}

interface Looked {
  /** Behind a link, so that who keeps such files elsewhere keeps the link. */
  readonly place: string;
  readonly bytes?: Buffer;
  readonly text?: string;
  readonly mark?: boolean;
  readonly standing?: Standing;
}

/** The file as it is, or why it is not to be edited. */
function look(file: string): Looked | { readonly error: string } {
  const link = lstatSync(file, { throwIfNoEntry: false });
  if (link === undefined) return { place: file };
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return { error: "it is a link to nothing" };
  if (!stat.isFile()) return { error: "it is no file" };
  if (stat.size > maxSize) return { error: "it is too large to be a configuration" };
  // A rename would go past it, but somebody has closed this file.
  if ((stat.mode & 0o200) === 0) return { error: "it is read-only" };
  const place = realpathSync(file);
  accessSync(place, constants.W_OK);
  const bytes = readFileSync(place);
  const text = bytes.toString("utf8");
  if (!Buffer.from(text, "utf8").equals(bytes)) return { error: "it is not UTF-8" };
  const mark = text.startsWith("\uFEFF");
  return { place, bytes, text: mark ? text.slice(1) : text, mark, standing: { mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid } };
}

const isStill = ({ place, bytes }: Looked) => {
  const stat = statSync(place, { throwIfNoEntry: false });
  return bytes === undefined ? stat === undefined : stat !== undefined && readFileSync(place).equals(bytes);
};
const standingOf = ({ place, standing }: Looked): Standing => standing ?? standingOfNew(place);
const encode = (text: string, mark = false) => Buffer.from(mark ? `\uFEFF${text}` : text, "utf8");
const hash = (value: string | Uint8Array) => createHash("sha256").update(value).digest("hex");

function withoutOurs({ bytes, text, mark }: Looked, edit: TextEditor): string | undefined {
  if (bytes === undefined || text === undefined) return undefined;
  const out = edit.takeOut(text);
  // All of it was ours: there was no file.
  if ("empty" in out && out.empty === true) return undefined;
  return "error" in out || out.text === text ? bytes.toString("base64") : encode(out.text, mark).toString("base64");
}

function removeEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      return; // somebody has put something into it
    }
  }
}

function attempt<T>(work: () => T): T | { readonly error: string } {
  try {
    return work();
  } catch (error) {
    return { error: sentences[(error as NodeJS.ErrnoException).code ?? ""] ?? `it could not be written (${(error as NodeJS.ErrnoException).code ?? (error as Error).name})` };
  }
}

const sentences: Readonly<Record<string, string>> = {
  EACCES: "this user may not write it", EPERM: "this user may not write it", EROFS: "the disk is read-only", ENOSPC: "the disk is full", EDQUOT: "the disk is full", EBUSY: "another Gatelodge is at work", ELOOP: "its links lead in a circle",
};

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return []; // nothing was ever changed
  }
}

function read(file: string): Entry | undefined {
  try {
    const entry = JSON.parse(readFileSync(file, "utf8")) as Partial<Entry>;
    return typeof entry.file === "string" && typeof entry.editor === "string" && typeof entry.wrote === "string" && Array.isArray(entry.folders) ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
}
