import * as vscode from "vscode";
import type { Destination } from "../../../core/request.ts";
import type { Json } from "../../../protocols/protocol.ts";
import { abortOn } from "./abortOn.ts";
import type { Listener, Outcome, Question } from "./answerRequest.ts";
import type { Attachment } from "./attachments.ts";
import { modelVendor } from "./modelVendor.ts";
import type { ServedModel } from "./servedModels.ts";
import type { GivenMessage } from "./toTurns.ts";

export interface ParticipantParts {
  readonly list: () => Promise<readonly ServedModel[]>;
  readonly destinationOf: (model: ServedModel, body: Json) => Promise<Destination>;
  readonly attach: (value: unknown, destination: Destination) => Promise<Attachment>;
  readonly answer: (question: Question, listener: Listener, signal: AbortSignal) => Promise<Outcome>;
}

/** `@gatelodge`: asks the model of this machine that the person chose, else the first, with what is attached. */
export function createParticipant({ list, destinationOf, attach, answer }: ParticipantParts): vscode.ChatRequestHandler {
  return async ({ prompt, references, model: chosen }, { history }, stream, token) => {
    const model = pick(await list(), chosen);
    if (model === undefined) {
      stream.markdown("No model answers on this machine. Start Ollama, LM Studio or another model server, then look again.");
      stream.button({ command: "gatelodge.refreshModels", title: "Look for Local Models Again" });
      return {};
    }
    const destination = await destinationOf(model, { model: model.name });
    const attached = await Promise.all(references.map(({ value }) => attach(value, destination)));
    const refused = attached.find((each) => "refused" in each);
    if (refused !== undefined) return { errorDetails: { message: refused.refused } };
    const readable = attached.filter((each) => "text" in each);
    const messages = [...toMessages(history), say(1, [prompt, ...readable.map(({ text }) => text)].join(""))];
    stream.progress(`${model.name} (${model.server})`);
    const outcome = await abortOn(token, (signal) => answer({ model, messages, options: {}, originals: readable.map(({ original }) => original) }, { text: (text) => stream.markdown(text), call: () => undefined }, signal));
    return outcome.kind === "answered" ? {} : { errorDetails: { message: outcome.message } };
  };
}

const pick = (models: readonly ServedModel[], chosen: Pick<vscode.LanguageModelChat, "vendor" | "id">) => models.find(({ id }) => chosen.vendor === modelVendor && id === chosen.id) ?? models[0];
const say = (role: number, value: string): GivenMessage => ({ role, content: [{ value }] });

/** Earlier turns as they were shown: what they hold is judged, and replaced, again. */
function toMessages(history: vscode.ChatContext["history"]): readonly GivenMessage[] {
  return history.map((turn) => (turn instanceof vscode.ChatRequestTurn ? say(1, turn.prompt) : say(2, turn.response.map((part) => (part instanceof vscode.ChatResponseMarkdownPart ? part.value.value : "")).join(""))));
}
