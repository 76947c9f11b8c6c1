import type * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn, TransportKind } from "vscode-languageclient/node";
import { findingsNotification, type FindingsReport, type ServerOptions } from "../core/wire.ts";
import { servedSchemes } from "./servedSchemes.ts";

export interface ClientParts {
  readonly output: vscode.LogOutputChannel;
  readonly server: string;
  readonly home: string;
  readonly machineFile: string;
  readonly accept: (report: FindingsReport) => void;
  readonly started: (notify: (method: string) => void) => void;
}

/**
 * One life of the language server: resolves when it is gone, rejects when it never came up. A new client each time: the
 * library's own restart gives up after five crashes in three minutes and shows a dialog of its own.
 */
export async function runLanguageClient(parts: ClientParts, signal: AbortSignal): Promise<void> {
  const gone = Promise.withResolvers<void>();
  const client = createClient(parts, () => gone.resolve());
  const stop = () => void client.dispose(2000).catch(() => undefined).finally(() => gone.resolve());
  signal.addEventListener("abort", stop, { once: true });
  const listening = client.onNotification(findingsNotification, parts.accept);
  try {
    const up = await Promise.race([client.start().then(() => true), gone.promise.then(() => false)]);
    if (up) parts.started((method) => void client.sendNotification(method).catch(() => undefined));
    await gone.promise;
  } finally {
    signal.removeEventListener("abort", stop);
    listening.dispose();
    if (!signal.aborted) await client.dispose(100).catch(() => undefined); // takes its diagnostics away; the connection is gone already
  }
}

function createClient({ output, server, home, machineFile }: ClientParts, closed: () => void): LanguageClient {
  const options: ServerOptions = { commands: true };
  const module = { module: server, transport: TransportKind.ipc, args: ["--home", home, "--machine-file", machineFile], options: { cwd: home } };
  return new LanguageClient("gatelodge", "Gatelodge", { run: module, debug: module }, {
    documentSelector: servedSchemes.map((scheme) => ({ scheme })),
    initializationOptions: options,
    outputChannel: output,
    // `gatelodge.trace.server` in a workspace's settings would write documents into the log; there is nowhere to write to.
    traceOutputChannel: nowhere(output),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        closed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  });
}

/** A channel that keeps nothing. */
function nowhere(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const nothing = () => undefined;
  return { name: output.name, logLevel: 0, onDidChangeLogLevel: output.onDidChangeLogLevel, append: nothing, appendLine: nothing, replace: nothing, clear: nothing, show: nothing, hide: nothing, dispose: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
}
