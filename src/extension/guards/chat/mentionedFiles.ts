import * as vscode from "vscode";
import type { Mention } from "../../../core/mentions.ts";
import { createRunningLimit } from "../runningLimit.ts";
import { readFileHeads, type FileHead } from "./fileHead.ts";

/** What a mention may stand for. */
export interface NamedFiles {
  readonly files: readonly FileHead[];
  /** There are more than were looked at. */
  readonly more: boolean;
}

/** Which files of the workspace a mention may stand for; ambiguous ones stand for all of them. */
export interface MentionedFiles {
  /** `undefined`: not looked up yet. The same object as long as the answer is the same. */
  readonly known: (mention: Mention) => NamedFiles | undefined;
  /** Looks up what is not known; settles when the answer is there or the search gave up. */
  readonly look: (mention: Mention) => Promise<void>;
}

const freshMilliseconds = 10_000;
export const searchMilliseconds = 5000;
const searchesAtOnce = 4;
const maxFiles = 200;
const maxInFolder = 1000;
const maxEntries = 200;

interface Entry { readonly found?: NamedFiles; readonly at: number; readonly looking?: Promise<void> }

const nothing: NamedFiles = { files: [], more: false };
const isSearched = ({ shape }: Mention) => shape === "file" || shape === "symbol" || shape === "word";

/** Remembers answers for some seconds: a file may be made while the prompt is typed. */
export function createMentionedFiles(now: () => number): MentionedFiles {
  const entries = new Map<string, Entry>();
  const inTurn = createRunningLimit(searchesAtOnce);
  const keyOf = ({ name, folder, shape }: Mention) => `${shape === "symbol"} ${folder} ${name}`;
  const fresh = (mention: Mention) => {
    const entry = entries.get(keyOf(mention));
    return entry !== undefined && now() - entry.at < freshMilliseconds ? entry : undefined;
  };
  const search = async (mention: Mention) => {
    const found = await inTurn(() => find(mention));
    if (found === undefined) entries.delete(keyOf(mention));
    else entries.set(keyOf(mention), { found, at: now() });
  };
  return {
    known: (mention) => (isSearched(mention) ? fresh(mention)?.found : nothing),
    look: async (mention) => {
      if (!isSearched(mention)) return;
      const entry = fresh(mention);
      if (entry !== undefined) return entry.looking;
      const [oldest] = entries.keys();
      if (entries.size >= maxEntries && oldest !== undefined) entries.delete(oldest);
      const looking = search(mention);
      entries.set(keyOf(mention), { at: now(), looking });
      return looking;
    },
  };
}

/** What needs no search: the name below each workspace folder, open documents, the document in front. */
export function nearFiles({ name, shape }: Mention): readonly FileHead[] {
  if (shape === "front") return vscode.window.visibleTextEditors.map(({ document }) => ({ uri: document.uri }));
  if (shape === "symbol") return vscode.workspace.textDocuments.filter((document) => document.uri.scheme === "file" && document.getText().includes(name)).map(({ uri }) => ({ uri }));
  const below = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => (name.startsWith("/") ? uri.with({ path: name }) : vscode.Uri.joinPath(uri, name)));
  const open = vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ path }) => endsWithName(path.toLowerCase(), name.toLowerCase()));
  return [...new Map([...below, ...open].map((uri) => [uri.toString(), { uri }])).values()];
}

/** `app` names src/app.ts as well as src/app. */
function endsWithName(path: string, name: string): boolean {
  const base = path.slice(path.lastIndexOf("/") + 1);
  return path.endsWith(`/${name}`) || (!name.includes("/") && !name.includes(".") && base.startsWith(`${name}.`));
}

async function find(mention: Mention): Promise<NamedFiles | undefined> {
  return mention.shape === "symbol" ? findSymbol(mention.name) : findFiles(mention);
}

/** What the languages here say: the chat takes the place of the symbol from them as well. */
async function findSymbol(name: string): Promise<NamedFiles | undefined> {
  try {
    const symbols = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[] | undefined>("vscode.executeWorkspaceSymbolProvider", name);
    const uris = (symbols ?? []).filter((symbol) => symbol.name.split("(")[0] === name).map(({ location }) => location.uri);
    const different = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
    return { files: await readFileHeads(different.slice(0, maxFiles)), more: different.length > maxFiles };
  } catch {
    return undefined; // no answer: the prompt stays undecided, which the policy answers
  }
}

async function findFiles({ name, folder }: Mention): Promise<NamedFiles | undefined> {
  const literal = name.replace(/^\/+/, "").replaceAll(/[[\]{}*?]/g, (character) => `[${character}]`);
  const globs = folder ? [`**/${literal}/**`] : name.includes(".") || name.includes("/") ? [`**/${literal}`] : [`**/${literal}`, `**/${literal}.*`];
  const max = folder ? maxInFolder : maxFiles;
  // `null`: the workspace's own excludes must not hide a file from the guard. Everybody's packages bear everybody's names.
  const except = folder || /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/.test(name) ? null : "**/{node_modules,.git}/**";
  const stop = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => stop.cancel(), searchMilliseconds);
  try {
    const found = (await Promise.all(globs.map((glob) => vscode.workspace.findFiles(glob, except, max + 1, stop.token)))).flat();
    const files = await readFileHeads(found.slice(0, max));
    return stop.token.isCancellationRequested ? undefined : { files, more: found.length > max };
  } catch {
    return undefined; // the search is not there: the prompt stays undecided, which the policy answers
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}
