import { detect, tokenPrefix } from "../core/detect/detect.ts";
import { createConversation, type Conversation } from "../core/placeholders/conversation.ts";
import type { Random } from "../core/placeholders/placeholderFor.ts";
import { labelRank, type Policy } from "../core/policy/policy.ts";
import type { Decision, Destination, Request } from "../core/request.ts";
import { judgeAnswer, type AnswerJudge } from "./judgeAnswer.ts";
import { judgeOutside } from "./judgeOutside.ts";
import { createJudge, type Judged } from "./judgeContent.ts";

export interface ModelJudgeParts {
  /** The gate; only `decide` records. */
  readonly decide: (request: Request) => Decision;
  readonly preview: (request: Request) => Decision;
  /** No repository's: those may add to it, and take nothing away. */
  readonly policy: () => Policy;
  /** Every policy that counts where something is asked. */
  readonly policies: () => readonly Policy[];
  readonly random: Random;
  readonly digest: (text: string) => string;
}

/** What stands between people and the models of this machine, in the gateway and in the editor alike. */
export interface ModelJudge {
  readonly conversation: Conversation;
  readonly judge: (source: string, destination: Destination) => Judged;
  /** What keeps a request from going on by its address or headers; `undefined`: nothing. */
  readonly outside: (url: string, headers: Readonly<Record<string, string | readonly string[] | undefined>>, destination: Destination) => Decision | undefined;
  /** Reads an answer; `undefined`: no policy says anything of answers. */
  readonly answers: (destination: Destination) => AnswerJudge | undefined;
}

export function createModelJudge({ decide, preview, policy, policies, random, digest }: ModelJudgeParts): ModelJudge {
  const find = (text: string) => detect(text, { off: policy().detectorsOff });
  const rankOf = (label: string) => {
    const rank = labelRank(policy(), label);
    return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
  };
  const conversation = createConversation({ random, detect: find, prefixOf: tokenPrefix, rankOf });
  return {
    conversation,
    judge: createJudge({ decide, detect: find, conversation, policyHash: () => policies().map(({ hash }) => hash).join(), digest }),
    outside: (url, headers, destination) => judgeOutside({ decide, detect: find }, url, headers, destination),
    answers: (destination) => (policies().some(speaksOfAnswers) ? judgeAnswer({ decide, preview }, destination) : undefined),
  };
}

/** A rule that names no channel is for all of them. */
const speaksOfAnswers = ({ rules }: Policy) => rules.some(({ channels }) => channels === undefined || channels.includes("answer"));
