import * as vscode from "vscode";
import type { Mention } from "../../../core/mentions.ts";
import { readHead } from "../../../node/readHead.ts";

export interface MentionedFile {
  readonly uri: vscode.Uri;
  /** Head of the file on disk, where it could be read. */
  readonly text?: string;
}

/** Which files of the workspace a mention may stand for; ambiguous ones stand for all of them. */
export interface MentionedFiles {
  /** `undefined`: not looked up yet. */
  readonly known: (mention: Mention) => readonly MentionedFile[] | undefined;
  /** Looks up what is not known; settles when the answer is there or the search gave up. */
  readonly look: (mention: Mention) => Promise<void>;
}

const freshMilliseconds = 10_000;
const searchMilliseconds = 2000;
const maxFiles = 20;
const maxInFolder = 200;
const maxEntries = 200;
const headBytes = 64 * 1024;

interface Entry { readonly files?: readonly MentionedFile[]; readonly at: number; readonly looking?: Promise<void> }

/** Remembers answers for some seconds: a file may be made while the prompt is typed. */
export function createMentionedFiles(now: () => number): MentionedFiles {
  const entries = new Map<string, Entry>();
  const keyOf = ({ name, folder }: Mention) => `${folder} ${name}`;
  const fresh = (mention: Mention) => {
    const entry = entries.get(keyOf(mention));
    return entry !== undefined && now() - entry.at < freshMilliseconds ? entry : undefined;
  };
  const search = async (mention: Mention) => {
    const files = await find(mention);
    if (files === undefined) entries.delete(keyOf(mention));
    else entries.set(keyOf(mention), { files, at: now() });
  };
  return {
    known: (mention) => {
      const near = nearFiles(mention);
      const found = mention.searched ? fresh(mention)?.files : [];
      return found === undefined ? undefined : [...near, ...found];
    },
    look: async (mention) => {
      if (!mention.searched) return;
      const entry = fresh(mention);
      if (entry !== undefined) return entry.looking;
      if (entries.size >= maxEntries) entries.clear();
      const looking = search(mention);
      entries.set(keyOf(mention), { at: now(), looking });
      return looking;
    },
  };
}

/** What needs no search: the name below each workspace folder, open documents, the document in front. */
export function nearFiles({ name }: Mention): readonly MentionedFile[] {
  if (name === "") return vscode.window.visibleTextEditors.map(({ document }) => ({ uri: document.uri }));
  const below = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => (name.startsWith("/") ? uri.with({ path: name }) : vscode.Uri.joinPath(uri, name)));
  const open = vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ path }) => endsWithName(path.toLowerCase(), name.toLowerCase()));
  return [...new Map([...below, ...open].map((uri) => [uri.toString(), { uri }])).values()];
}

/** `app` names src/app.ts as well as src/app. */
function endsWithName(path: string, name: string): boolean {
  const base = path.slice(path.lastIndexOf("/") + 1);
  return path.endsWith(`/${name}`) || (!name.includes("/") && !name.includes(".") && base.startsWith(`${name}.`));
}

async function find({ name, folder }: Mention): Promise<readonly MentionedFile[] | undefined> {
  const literal = name.replace(/^\/+/, "").replaceAll(/[[\]{}*?]/g, (character) => `[${character}]`);
  const globs = folder ? [`**/${literal}/**`] : name.includes(".") || name.includes("/") ? [`**/${literal}`] : [`**/${literal}`, `**/${literal}.*`];
  const stop = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => stop.cancel(), searchMilliseconds);
  try {
    // `null`: the workspace's own excludes must not hide a file from the guard.
    const found = await Promise.all(globs.map((glob) => vscode.workspace.findFiles(glob, null, folder ? maxInFolder : maxFiles, stop.token)));
    const files = await Promise.all(found.flat().map(withHead));
    return stop.token.isCancellationRequested ? undefined : files;
  } catch {
    return undefined; // the search is not there: the prompt stays undecided, which the policy answers
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}

async function withHead(uri: vscode.Uri): Promise<MentionedFile> {
  const text = uri.scheme === "file" ? await readHead(uri.fsPath, headBytes) : undefined;
  return { uri, ...(text === undefined ? {} : { text }) };
}
