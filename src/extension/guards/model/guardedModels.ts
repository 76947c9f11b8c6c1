import { createHash, randomInt } from "node:crypto";
import * as vscode from "vscode";
import type { Decision, Destination, Request } from "../../../core/request.ts";
import type { RuntimeSeen } from "../../../inventory/findRuntimes.ts";
import { createDestinationReader } from "../../../inventory/destinationReader.ts";
import { createAsk } from "../../../inventory/probe.ts";
import { createModelJudge } from "../../../protocols/modelJudge.ts";
import type { Json } from "../../../protocols/protocol.ts";
import type { Parts } from "../../parts.ts";
import { readSetting } from "../../settings.ts";
import { strictestOf } from "../judged.ts";
import { workspacePlaces } from "../workspacePlaces.ts";
import { answerRequest, type Listener, type Outcome, type Question } from "./answerRequest.ts";
import { askServer, ServerError } from "./askServer.ts";
import { readAttachment } from "./attachments.ts";
import { createModelList, type ModelList } from "./modelList.ts";
import { createParticipant } from "./participant.ts";
import { findServedModels, type ServedModel } from "./servedModels.ts";
import { tokensIn } from "./tokensIn.ts";
import type { GivenMessage } from "./toTurns.ts";

/** The models of this machine, behind the gate. Loaded when somebody asks for a model first. */
export interface GuardedModels extends ModelList {
  readonly answer: (question: Question, listener: Listener, signal: AbortSignal) => Promise<Outcome>;
  readonly tokensIn: (text: string | GivenMessage) => number;
  /** What our participant in the chat does. */
  readonly chat: vscode.ChatRequestHandler;
}

export function createGuardedModels(parts: Pick<Parts, "gate" | "policies" | "identify" | "now">, home: string, findRuntimes: () => Promise<readonly RuntimeSeen[]>): GuardedModels {
  const places = () => workspacePlaces(vscode.workspace.workspaceFolders, parts);
  const decide = (request: Request) => decideEverywhere(parts, places(), request);
  const { judge, answers, conversation } = createModelJudge({
    decide, random: randomInt,
    preview: (request) => previewEverywhere(parts, places(), request).decision,
    policy: () => parts.policies.current().policy,
    policies: () => places().map((place) => inForceAt(parts, place)),
    digest: (text) => createHash("sha256").update(text).digest("base64"),
  });
  const readers = new Map<string, ReturnType<typeof createDestinationReader>>();
  const destinationOf = async ({ address, remote }: ServedModel, body: Json) => {
    const key = `${address.host} ${address.port}`;
    const reader = readers.get(key) ?? createDestinationReader({ platform: process.platform, home, policies: () => places().map((place) => inForceAt(parts, place).ai), now: parts.now }, address);
    readers.set(key, reader);
    return { ...(await reader(body)), ...(remote === undefined ? {} : { kind: "cloud" as const }) };
  };
  const list = createModelList(() => findServedModels({
    findRuntimes,
    named: readSetting("modelServers"),
    askAt: createAsk,
  }), parts.now);
  const answer: GuardedModels["answer"] = async (question, listener, signal) => {
    try {
      return await answerRequest({ decide, judge, answers, conversation, destinationOf, ask: askServer }, question, listener, signal);
    } catch (error) {
      if (signal.aborted) return { kind: "answered" };
      if (error instanceof ServerError) return { kind: "failed", message: error.message };
      throw error;
    }
  };
  const unseen = (undecided: string) => void decide({ channel: "model", destination: { assistant: "local-model", kind: "local" }, undecided, able: ["block"] });
  const attach = (value: unknown, destination: Destination) => readAttachment({ ...parts, conversation, unseen }, value, destination);
  return { ...list, answer, tokensIn, chat: createParticipant({ list: list.list, destinationOf, attach, answer }) };
}

const inForceAt = ({ policies }: Pick<Parts, "policies">, { folder }: Pick<Request, "folder">) => policies.current(folder === undefined ? undefined : { folder }).policy;

/** A text without a file belongs to every folder that is open: the strictest answer counts, and what any of them finds is taken out. */
function previewEverywhere({ gate }: Pick<Parts, "gate">, places: readonly Pick<Request, "folder">[], request: Request) {
  const answers = places.map((place) => ({ ...request, ...place })).map((each) => ({ request: each, decision: gate.preview(each) }));
  const strictest = strictestOf(answers);
  return { request: strictest.request, decision: { ...strictest.decision, findings: answers.flatMap(({ decision }) => decision.findings) } };
}

function decideEverywhere(parts: Pick<Parts, "gate">, places: readonly Pick<Request, "folder">[], request: Request): Decision {
  const [place, ...others] = places;
  if (place !== undefined && others.length === 0) return parts.gate.decide({ ...request, ...place });
  const previewed = previewEverywhere(parts, places, request);
  return { ...parts.gate.decide(previewed.request), findings: previewed.decision.findings };
}
