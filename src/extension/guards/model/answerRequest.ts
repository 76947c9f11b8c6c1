import type { Conversation } from "../../../core/placeholders/conversation.ts";
import { createRestorer } from "../../../core/placeholders/createRestorer.ts";
import type { Decision, Destination, Request } from "../../../core/request.ts";
import { inTurn, type TextReader } from "../../../core/textReader.ts";
import { createToolCalls, type ChatPiece, type ToolCall } from "../../../protocols/chatPieces.ts";
import { writeChatRequest } from "../../../protocols/chatRequest.ts";
import type { AnswerJudge } from "../../../protocols/judgeAnswer.ts";
import type { Judged } from "../../../protocols/judgeContent.ts";
import { jsonStrings } from "../../../protocols/jsonStrings.ts";
import type { LoopbackAddress } from "../../../protocols/loopbackAddress.ts";
import type { Json } from "../../../protocols/protocol.ts";
import type { RequestOptions } from "./languageModelApi.ts";
import type { ServedModel } from "./servedModels.ts";
import { toTurns, type GivenMessage } from "./toTurns.ts";

export interface AnswerParts {
  readonly decide: (request: Request) => Decision;
  readonly judge: (source: string, destination: Destination) => Judged;
  /** Reads an answer; `undefined`: no policy says anything of answers. */
  readonly answers: (destination: Destination) => AnswerJudge | undefined;
  /** Where a request really goes, and which model reads it, where the policy asks for that. */
  readonly destinationOf: (model: ServedModel, body: Json) => Promise<Destination>;
  readonly conversation: Pick<Conversation, "answering">;
  readonly ask: (address: LoopbackAddress, path: string, source: string, signal: AbortSignal) => AsyncIterable<ChatPiece>;
}

/** What somebody asks of a model. */
export interface Question {
  readonly model: ServedModel;
  readonly messages: readonly GivenMessage[];
  readonly options: RequestOptions;
  /** What stood in the place of placeholders that are in the messages already. */
  readonly originals?: readonly string[];
}

/** Hears the answer as it comes. */
export interface Listener {
  readonly text: (text: string) => void;
  readonly call: (call: ToolCall) => void;
}

/** How it ended; a message is for the person. */
export type Outcome = { readonly kind: "answered" } | { readonly kind: "refused" | "failed"; readonly message: string };

// What the gate looks through while somebody types.
const longest = 4_000_000;

/** Judges all that a model would read, asks, and hands the answer on with values back in what is shown. Nothing goes out before it is judged. */
export async function answerRequest(parts: AnswerParts, { model, messages, options, originals = [] }: Question, listener: Listener, signal: AbortSignal): Promise<Outcome> {
  const read = toTurns(messages);
  if ("unseen" in read) return unseen(parts, read.unseen);
  const tools = (options.tools ?? []).map(({ name, description, inputSchema }) => ({ name, description, input: inputSchema }));
  const body = { ...writeChatRequest({ model: model.name, turns: read.turns, tools, mustCall: options.toolMode === 2, options: options.modelOptions ?? {} }), ...ways(model).more };
  const source = JSON.stringify(body);
  if (source.length > longest) return unseen(parts, "the request is too long");
  const destination = await parts.destinationOf(model, body);
  const judged = parts.judge(source, destination);
  if (judged.effect === "refuse") return refused(`Gatelodge stopped this request (${judged.rule}). ${judged.reason}`);
  const restorer = createRestorer(parts.conversation.answering([textOf(source), ...originals].join("\n")), { to: "screen" });
  const answerJudge = parts.answers(destination);
  await handOn(parts.ask(model.address, ways(model).path, judged.source, signal), answerJudge === undefined ? restorer : inTurn(answerJudge(), restorer), listener);
  return { kind: "answered" };
}

async function handOn(pieces: AsyncIterable<ChatPiece>, reader: TextReader, listener: Listener): Promise<void> {
  const calls = createToolCalls();
  const say = (text: string) => {
    if (text !== "") listener.text(text);
  };
  for await (const piece of pieces) {
    say(reader.feed(piece.text));
    calls.add(piece.calls);
  }
  say(reader.end());
  calls.end().forEach(listener.call);
}

function unseen({ decide }: Pick<AnswerParts, "decide">, undecided: string): Outcome {
  decide({ channel: "model", destination: { assistant: "local-model", kind: "local" }, undecided, able: ["block"] });
  return refused(`${undecided[0]?.toUpperCase()}${undecided.slice(1)}, so Gatelodge cannot look through it.`);
}

const refused = (message: string): Outcome => ({ kind: "refused", message });
const textOf = (source: string) => jsonStrings(source).map(({ text }) => text).join("\n");

/**
 * GPT4All refuses `stream`, and stops after 16 words unless told (gpt4all-chat/src/server.cpp); Docker Model Runner has its API
 * below `/engines`.
 */
function ways({ runtime }: ServedModel): { readonly path: string; readonly more: Json } {
  return {
    path: runtime === "docker-model-runner" ? "/engines/v1/chat/completions" : "/v1/chat/completions",
    more: runtime === "gpt4all" ? { max_tokens: 4096 } : { stream: true },
  };
}
