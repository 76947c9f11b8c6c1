import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { progressStates, type PolicyProgressView, type ProgressState } from "../../core/dashboard/administration.ts";
import type { OrganisationPolicy } from "../../core/trust/signedContent.ts";
import { parseJson } from "../../core/trust/signedToken.ts";
import { ringShare } from "../../node/trust/ringShare.ts";
import { toDay } from "../views/days.ts";
import type { Served } from "./policyServing.ts";

export interface PolicyProgress {
  /** A machine asks: what it names is what it holds, since it keeps only what it has accepted. */
  readonly asked: (question: { readonly device: string; readonly holds: string | undefined; readonly served: Served; readonly now: number }) => void;
  readonly view: (served: Served | undefined, who: { readonly enrolled: number; readonly revoked: readonly string[] }) => PolicyProgressView;
}

const mostRows = 100;

/**
 * How far a policy has come, from the questions that machines ask anyway: nothing more is reported for it. A policy that is only
 * signed anew is the same. Written when something changes, not at each question.
 */
export function createPolicyProgress(database: DatabaseSync): PolicyProgress {
  const know = database.prepare("INSERT INTO servedContents VALUES (?, ?) ON CONFLICT DO NOTHING");
  const known = database.prepare("SELECT content FROM servedContents WHERE etag = ?");
  const find = database.prepare("SELECT * FROM policyAsks WHERE device = ?");
  const put = database.prepare("INSERT INTO policyAsks VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET holds = excluded.holds, given = excluded.given, times = excluded.times, day = excluded.day");
  const all = database.prepare("SELECT * FROM policyAsks ORDER BY device");
  const contentOf = createContentOf();
  const state: { noted?: string } = {};
  return {
    asked: ({ device, holds, served, now }) => {
      const { id } = contentOf(served);
      if (state.noted !== served.etag) know.run(served.etag, id);
      state.noted = served.etag;
      const before = find.get(device);
      const held = holds === undefined ? "" : String(known.get(holds)?.["content"] ?? "");
      const isGiven = holds !== served.etag;
      const again = isGiven && before?.["given"] === id;
      const row = [held, isGiven ? id : String(before?.["given"] ?? ""), again ? Math.min(2, Number(before["times"]) + 1) : isGiven ? 1 : 0, toDay(now)] as const;
      if (before !== undefined && [before["holds"], before["given"], before["times"], before["day"]].every((value, at) => value === row[at])) return;
      put.run(device, ...row);
    },
    view: (served, { enrolled, revoked }) => {
      const gone = new Set(revoked);
      const rows = all.all().filter(({ device }) => !gone.has(String(device)));
      const content = served === undefined ? undefined : contentOf(served);
      const { next } = content ?? {};
      const machines = rows.map((row) => ({ id: String(row["device"]), state: stateOf(row, content?.id), asked: String(row["day"]), inRing: next !== undefined && ringShare(next.id, String(row["device"])) < (next.percent ?? 0) }));
      const ring = machines.filter(({ inRing }) => inRing);
      const behind = machines.filter(({ state }) => state !== "applied").toSorted((one, other) => Number(other.inRing) - Number(one.inRing) || progressStates.indexOf(other.state) - progressStates.indexOf(one.state));
      return {
        all: countStates(machines), neverAsked: Math.max(0, enrolled - gone.size - rows.length), behind: behind.slice(0, mostRows),
        ...(next === undefined ? {} : { ring: { percent: next.percent ?? 0, byGroup: next.groups !== undefined, ...countStates(ring) } }),
      };
    },
  };
}

/** Given the same twice and still without it: it did not count there. */
function stateOf(row: Readonly<Record<string, unknown>>, content: string | undefined): ProgressState {
  if (content === undefined) return "waiting";
  if (row["holds"] === content) return "applied";
  if (row["given"] !== content) return "waiting";
  return Number(row["times"]) >= 2 ? "refused" : "given";
}

const countStates = (machines: readonly { readonly state: ProgressState }[]) =>
  Object.fromEntries(progressStates.map((state) => [state, machines.filter((machine) => machine.state === state).length])) as Record<ProgressState, number>;

/** What a served policy says, whenever it was signed; remembered for the last one, since every machine asks. */
function createContentOf(): (served: Served) => { readonly id: string; readonly next?: OrganisationPolicy["next"] } {
  const last: { etag?: string; content: { readonly id: string; readonly next?: OrganisationPolicy["next"] } } = { content: { id: "" } };
  return ({ etag, policy }) => {
    if (last.etag === etag) return last.content;
    const { version: _version, issuedAt: _issuedAt, expiresAt: _expiresAt, ...content } = parseJson(policy.split(".")[1] ?? "") as OrganisationPolicy;
    last.etag = etag;
    last.content = { id: createHash("sha256").update(JSON.stringify(content)).digest("base64url"), ...(content.next === undefined ? {} : { next: content.next }) };
    return last.content;
  };
}
