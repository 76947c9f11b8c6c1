import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver";
import { findingsNotification, type FindingsReport, type ServerOptions } from "../../src/core/wire.ts";

interface Message { readonly id?: number; readonly method?: string; readonly params?: unknown; readonly result?: unknown; readonly error?: { readonly message: string } }

export interface Published { readonly uri: string; readonly version?: number; readonly diagnostics: readonly Diagnostic[] }

/** The bundled server as a child over stdio, spoken to as an editor does. Keeps every byte it sends. */
export function startLanguageServer(bundle: string, home: string, options: ServerOptions = { commands: true }, environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [bundle, "--stdio", "--home", home, "--machine-file", join(home, "no-machine-file")], { cwd: home, env: { ...process.env, ...environment }, stdio: ["pipe", "pipe", "pipe"] });
  const sent: Buffer[] = [];
  const state = { rest: Buffer.alloc(0), nextId: 1 };
  const pending = new Map<number, (message: Message) => void>();
  const waiting: { readonly matches: (message: Message) => boolean; readonly resolve: (message: Message) => void }[] = [];
  child.stderr.on("data", (chunk: Buffer) => sent.push(chunk));
  child.stdout.on("data", (chunk: Buffer) => {
    sent.push(chunk);
    state.rest = Buffer.concat([state.rest, chunk]);
    for (let message = take(state); message !== undefined; message = take(state)) {
      if (message.id !== undefined && message.method === undefined) pending.get(message.id)?.(message);
      else if (message.id !== undefined) write({ id: message.id, result: null });
      const at = waiting.findIndex(({ matches }) => matches(message as Message));
      if (at >= 0) waiting.splice(at, 1)[0]?.resolve(message);
    }
  });
  const write = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  const notify = (method: string, params: object) => write({ method, params });
  const request = async <T>(method: string, params: unknown): Promise<T> => {
    const id = state.nextId++;
    const answer = new Promise<Message>((resolve) => pending.set(id, resolve));
    write({ id, method, params });
    const { result, error } = await answer;
    pending.delete(id);
    if (error !== undefined) throw new Error(error.message);
    return result as T;
  };
  const next = async <T>(method: string, matches: (params: T) => boolean) => (await new Promise<Message>((resolve) => waiting.push({ matches: (message) => message.method === method && matches(message.params as T), resolve }))).params as T;
  return {
    pid: child.pid,
    request, notify,
    start: async () => {
      await request("initialize", { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: options });
      notify("initialized", {});
    },
    open: (uri: string, languageId: string, text: string, version = 1) => notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } }),
    change: (uri: string, version: number, text: string) => notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] }),
    close: (uri: string) => notify("textDocument/didClose", { textDocument: { uri } }),
    diagnostics: (uri: string, version?: number) => next<Published>("textDocument/publishDiagnostics", (published) => published.uri === uri && (version === undefined || published.version === version)),
    findings: (uri: string, version?: number) => next<FindingsReport>(findingsNotification, (report) => report.uri === uri && (version === undefined || report.version === version)),
    /** Everything the server ever wrote. */
    traffic: () => Buffer.concat(sent).toString("utf8"),
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await gone;
    },
  };
}

export type LanguageServer = ReturnType<typeof startLanguageServer>;

export const fileUri = (...parts: readonly [string, ...string[]]) => pathToFileURL(join(...parts)).href;

function take(state: { rest: Buffer }): Message | undefined {
  const head = state.rest.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const length = Number(/Content-Length: (\d+)/i.exec(state.rest.toString("latin1", 0, head))?.[1]);
  if (state.rest.length < head + 4 + length) return undefined;
  const body = state.rest.toString("utf8", head + 4, head + 4 + length);
  state.rest = state.rest.subarray(head + 4 + length);
  return JSON.parse(body) as Message;
}
