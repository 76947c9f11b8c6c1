import type { AskReason, AskState } from "./exceptionAsk.ts";

/** What a reason of the list means, for who asks and who answers. */
export const askReasonWords: Readonly<Record<AskReason, string>> = {
  madeUp: "What is in it is made up, such as test data",
  public: "What is in it is public already",
  wrongRule: "The rule is wrong about it",
  needed: "It is needed for work, and the risk is known",
  other: "Something else, to be told in person",
};

export const askStateWords: Readonly<Record<AskState | "waiting", string>> = {
  waiting: "not sent yet", asked: "waits for an answer", approved: "approved", refused: "refused", withdrawn: "taken back", expired: "over",
};
