import type { TestContext } from "node:test";
import type { EventStore, StoredEvent } from "../../../src/collector/eventStore.ts";
import type { Views } from "../../../src/collector/views/views.ts";

export const day = 86_400_000;
export const now = Date.parse("2026-11-25T12:00:00Z");
export const asOf = { now, revoked: [] };
export const decision = { "gatelodge.effect.enforced": "block", "gatelodge.rule.id": "secrets", "gatelodge.assistant.id": "codex", "gatelodge.channel": "shell" };
export const heartbeat = { "gatelodge.policy.mode": "enforce", "gatelodge.policy.hash": "abc", "gatelodge.server.state": "running", "gatelodge.coverage.off": [], "gatelodge.hooks.off": [] };

export interface Engine {
  readonly store: EventStore;
  readonly views: Views;
  readonly adminToken: string;
  /** What is kept of single facts, as text. */
  readonly facts: () => Promise<string>;
}

/** An empty database, which the test's end closes. */
export type OpenEngine = (context: TestContext) => Promise<Engine>;

/** Opens a collector's database with as many machines, and says how one of them reports. */
export const reportingTo = (open: OpenEngine) => async (context: TestContext, devices: number) => {
  const engine = await open(context);
  const ids: string[] = [];
  for (let index = 0; index < devices; index += 1) ids.push((await engine.store.enrol({ id: `device-${index}`, token: `token-${index}`, publicKey: `key-${index}` }, now - 40 * day)).id);
  const state = { number: 0 };
  const event = (name: string, time: number, attributes: StoredEvent["attributes"]): StoredEvent => ({ id: `event-${state.number++}`, name: `gatelodge.${name}`, time, attributes });
  const report = async (device: number, ...events: readonly StoredEvent[]) => engine.store.append({ id: ids[device] ?? "" }, events, now);
  return { ...engine, ids, event, report };
};
