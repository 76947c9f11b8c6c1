import { randomUUID } from "node:crypto";
import type { AskAnswer, AskReason } from "../../core/exceptionAsk.ts";
import { readDevice } from "../reporting/device.ts";
import type { OrganisationState } from "../trust/organisationReader.ts";
import type { TrustPlaces } from "../trust/trustFiles.ts";
import { fetchAnswers, sendAsk } from "./askCollector.ts";
import { changeAsked, readAsked, type Asked } from "./askedBook.ts";
import { newFileKey, toFileName } from "./fileKeys.ts";

export interface ExceptionAsksParts {
  readonly places: Pick<TrustPlaces, "folder" | "asked" | "device">;
  readonly organisation: () => OrganisationState | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

export interface NewAsk {
  readonly rules: readonly string[];
  readonly path: string;
  readonly reason: AskReason;
  readonly why: string;
  readonly until: number;
}

export interface ExceptionAsks {
  /** Kept here first: what cannot be sent now is sent later. Throws where the disk does not take it. */
  readonly ask: (ask: NewAsk) => Promise<Asked>;
  readonly all: () => readonly Asked[];
  /** Whether an answer may still come. */
  readonly isOpen: () => boolean;
  /** Sends what waits and asks what became of the rest. */
  readonly look: () => Promise<void>;
  /** Answers that nobody was shown yet; each is given to one program only. */
  readonly takeUntold: () => readonly Asked[];
}

/** What a person asks the organisation for on this machine, and what it answers. */
export function createExceptionAsks({ places, organisation, fetch, now }: ExceptionAsksParts): ExceptionAsks {
  const device = () => {
    const endpoint = organisation()?.trusted.endpoint;
    return endpoint === undefined ? undefined : readDevice(places.device, endpoint);
  };
  const all = () => readAsked(places.asked);
  const put = (id: string, changes: Partial<Asked>) => changeAsked(places, (asks) => asks.map((each) => (each.id === id ? { ...each, ...changes } : each)));
  const send = async ({ id, rules, path, key, reason, until }: Asked): Promise<void> => {
    const known = device();
    const outcome = known === undefined ? "later" : await sendAsk({ id, rules, file: toFileName(key, path), reason, until }, { device: known, fetch });
    if (outcome !== "later") put(id, outcome === "taken" ? { state: "asked" } : { state: "refused", note: "The collector does not take it: the organisation's policy does not permit it, or too many wait." });
  };
  const isOpen = () => all().some((each) => isUnanswered(each, now()));
  return {
    all, isOpen,
    ask: async ({ rules, path, reason, why, until }) => {
      const asked: Asked = { id: randomUUID(), rules, path, key: newFileKey(), reason, why, until, at: now(), state: "waiting", note: "", told: false };
      changeAsked(places, (asks) => [asked, ...asks]);
      await send(asked);
      return all().find(({ id }) => id === asked.id) ?? asked;
    },
    look: async () => {
      for (const each of all().filter(({ state, until }) => state === "waiting" && until > now())) await send(each);
      const known = device();
      const answers = known === undefined ? undefined : await fetchAnswers({ device: known, fetch });
      if (answers !== undefined) changeAsked(places, (asks) => asks.map((each) => withAnswer(each, answers.find(({ id }) => id === each.id))));
    },
    takeUntold: () => {
      const untold = all().filter(isUntold);
      if (untold.length === 0) return [];
      const taken: Asked[] = [];
      changeAsked(places, (asks) => asks.map((each) => {
        if (!isUntold(each)) return each;
        taken.push(each);
        return { ...each, told: true };
      }));
      return taken;
    },
  };
}

// One that was approved may be taken back.
const isUnanswered = ({ state, until }: Asked, now: number) => ["waiting", "asked", "approved"].includes(state) && until > now;
const isUntold = ({ state, told }: Asked) => !told && (state === "approved" || state === "refused" || state === "withdrawn");

function withAnswer(asked: Asked, answer: AskAnswer | undefined): Asked {
  if (answer === undefined || (answer.state === asked.state && answer.until === asked.until)) return asked;
  return { ...asked, state: answer.state, until: answer.until, note: answer.note, told: false };
}
