import { askReasons, askStates, type AskReason, type AskState } from "../../core/exceptionAsk.ts";
import { exclusively } from "../exclusively.ts";
import { readObject, writeTrustFile, type TrustPlaces } from "../trust/trustFiles.ts";

/** What was asked for here, with what only this machine knows of it. */
export interface Asked {
  readonly id: string;
  readonly rules: readonly string[];
  /** Absolute and real. */
  readonly path: string;
  readonly key: string;
  readonly reason: AskReason;
  /** In the person's words; it stays here. */
  readonly why: string;
  readonly until: number;
  readonly at: number;
  /** `waiting`: the collector could not be reached yet. */
  readonly state: AskState | "waiting";
  readonly note: string;
  /** The person has seen the answer. */
  readonly told: boolean;
}

type Places = Pick<TrustPlaces, "folder" | "asked">;
const most = 200;

/** All that was asked, the newest first. What is damaged is left out. */
export function readAsked(file: string): readonly Asked[] {
  const { asks } = readObject(file);
  return Array.isArray(asks) ? asks.filter(isAsked) : [];
}

/** Changes the book while nobody else does; gives what it then holds. Throws where the disk does not take it. */
export function changeAsked({ folder, asked }: Places, change: (asks: readonly Asked[]) => readonly Asked[]): readonly Asked[] {
  return exclusively(folder, () => {
    const [before, after] = [readAsked(asked), change(readAsked(asked)).slice(0, most)];
    if (JSON.stringify(before) !== JSON.stringify(after)) writeTrustFile(asked, { asks: after });
    return after;
  });
}

function isAsked(value: unknown): value is Asked {
  const { id, rules, path, key, reason, why, until, at, state, note, told } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return [id, path, key, why, note].every((each) => typeof each === "string") && [until, at].every((each) => typeof each === "number") && typeof told === "boolean"
    && Array.isArray(rules) && rules.every((rule) => typeof rule === "string") && askReasons.includes(reason as AskReason) && (state === "waiting" || askStates.includes(state as AskState));
}
