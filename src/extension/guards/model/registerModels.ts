import * as vscode from "vscode";
import { whenSettled } from "../../afterStart.ts";
import { findRuntimesApart } from "../../lookApart.ts";
import type { Parts } from "../../parts.ts";
import { abortOn } from "./abortOn.ts";
import type { GuardedModels } from "./guardedModels.ts";
import type { LanguageModelApi, OfferedModel } from "./languageModelApi.ts";
import { modelVendor } from "./modelVendor.ts";
import type { ServedModel } from "./servedModels.ts";
import type { GivenMessage } from "./toTurns.ts";

const chatInput = "chatSessionInput";
// Somebody comes back, perhaps from starting a server.
const staleMilliseconds = 30_000;

/**
 * Offers the models of this machine to the editor and every extension in it, behind the gate. Here is no more than a start
 * needs; the rest is loaded when a model is asked for.
 */
export function registerModels(parts: Parts, { dist, home }: { readonly dist: string; readonly home: string }): vscode.Disposable {
  const api = vscode.lm as LanguageModelApi | undefined;
  const chat = vscode.chat as typeof vscode.chat | undefined;
  const changed = new vscode.EventEmitter<void>();
  const state: { models?: Promise<GuardedModels> } = {};
  const ended = new AbortController();
  const findRuntimes = () => findRuntimesApart(dist, process.platform, ended.signal).catch((error: unknown) => {
    parts.output.warn(`local models: servers could not be looked for (${(error as Error).name})`);
    return [];
  });
  const models = () => (state.models ??= import("./guardedModels.ts").then(({ createGuardedModels }) => createGuardedModels(parts, home, findRuntimes)));
  // Until somebody has asked for the models the chat says that there are none: it is open where its input is.
  const listForChat = ({ uri }: vscode.TextDocument) => {
    if (uri.scheme === chatInput && state.models === undefined) void vscode.lm.selectChatModels({ vendor: modelVendor });
  };
  // Who looks again has the models listed in any case.
  const lookAgain = async () => {
    await (await models()).refresh();
    changed.fire();
  };
  const lookIfStale = async () => {
    if (await (await models()).refresh(staleMilliseconds)) changed.fire();
  };
  // A fork may have neither, or keep them from extensions: no guard may fail to start because of that.
  const inChat = [
    () => api?.registerLanguageModelChatProvider?.(modelVendor, {
      onDidChangeLanguageModelChatInformation: changed.event,
      provideLanguageModelChatInformation: async () => (await (await models()).list()).map(toOffered),
      provideLanguageModelChatResponse: async ({ id }, messages, options, progress, token) => answer(await models(), { id, messages, options }, progress, token),
      provideTokenCount: async (_, text) => (await models()).tokensIn(text),
    }),
    () => chat?.createChatParticipant("gatelodge.local", async (...request) => (await models()).chat(...request)),
  ].flatMap((register) => {
    try {
      return register() ?? [];
    } catch (error) {
      parts.output.info(`local models: not offered in this editor (${(error as Error).name})`);
      return [];
    }
  });
  return vscode.Disposable.from(
    changed,
    new vscode.Disposable(() => ended.abort()),
    ...inChat,
    vscode.commands.registerCommand("gatelodge.refreshModels", lookAgain),
    vscode.workspace.onDidOpenTextDocument(listForChat),
    whenSettled(() => vscode.workspace.textDocuments.forEach(listForChat)),
    // Who never asked for a model is spared the look.
    vscode.window.onDidChangeWindowState(({ focused }) => (focused && state.models !== undefined ? void lookIfStale() : undefined)),
  );
}

interface Asked { readonly id: string; readonly messages: readonly GivenMessage[]; readonly options: Parameters<GuardedModels["answer"]>[0]["options"] }

async function answer(models: GuardedModels, { id, messages, options }: Asked, progress: vscode.Progress<vscode.LanguageModelTextPart | vscode.LanguageModelToolCallPart>, token: vscode.CancellationToken): Promise<void> {
  const model = (await models.list()).find((each) => each.id === id);
  if (model === undefined) throw vscode.LanguageModelError.NotFound("This model is no longer on this machine. Start its server, then look for local models again.");
  const outcome = await abortOn(token, (signal) => models.answer({ model, messages, options }, {
    text: (text) => progress.report(new vscode.LanguageModelTextPart(text)),
    call: (call) => progress.report(new vscode.LanguageModelToolCallPart(call.id, call.name, call.input)),
  }, signal));
  if (outcome.kind === "refused") throw vscode.LanguageModelError.Blocked(outcome.message);
  if (outcome.kind === "failed") throw new Error(outcome.message);
}

// No server tells what a model takes in the same way; that much most are started with.
const inputTokens = 8192;
const outputTokens = 4096;

function toOffered({ id, name, server, runtime, remote }: ServedModel): OfferedModel {
  return {
    id, name, version: "1", family: name.split(/[:/]/)[0] ?? name,
    detail: remote === undefined ? `${server}, guarded` : `${server}, runs on ${remote}, guarded`,
    tooltip: `${name} by ${runtime === "other" ? "the server on" : ""} ${server}. Gatelodge judges what it is sent; secrets are replaced, and put back where you read the answer.`.replace(/ {2}/, " "),
    maxInputTokens: inputTokens, maxOutputTokens: outputTokens,
    capabilities: { toolCalling: true, imageInput: false },
  };
}
