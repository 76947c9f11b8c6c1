import * as vscode from "vscode";
import { knownAssistantIds } from "../../../assistants/known.ts";
import type { Destination } from "../../../core/request.ts";
import { installedAssistants } from "../../installedAssistants.ts";

// What an extension contributes when it can answer in the chat or be asked by whoever answers.
const chatPoints = ["chatParticipants", "languageModelChatProviders", "languageModelTools", "chatSessions"];
// A fork's built-in assistant, or one that no manifest shows.
const unseen: Destination = { assistant: "unknown", kind: "unknown" };

/** Everybody who may get what is typed into the chat, each once: which of them will answer is not known before. */
export function chatDestinations(ownId: string): readonly Destination[] {
  const installed = installedAssistants(ownId).filter(({ assistant }) => knownAssistantIds.has(assistant) || contributesChat(assistant));
  return [...new Map([...installed, unseen].map(({ assistant, kind }) => [assistant, { assistant, kind }])).values()];
}

function contributesChat(extensionId: string): boolean {
  const contributes: unknown = vscode.extensions.getExtension(extensionId)?.packageJSON.contributes;
  return typeof contributes === "object" && contributes !== null && chatPoints.some((point) => point in contributes);
}
