/** Machines that report to a running collector by the way that real ones take. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { toOtlpLogs, type SpooledEvent } from "../../src/core/otlp/toOtlpLogs.ts";
import { enrol } from "../../src/node/reporting/enrol.ts";
import { createPostLogs } from "../../src/node/reporting/postLogs.ts";
import type { RunningCollector } from "../collector/startCollector.ts";

export interface Machine {
  readonly id: string;
  /** With its token. */
  readonly post: (path: string, body: object) => Promise<Response>;
  readonly report: (name: string, attributes: SpooledEvent["attributes"], ago?: number) => Promise<void>;
}

export async function enrolMachine({ url, enrolmentToken }: RunningCollector): Promise<Machine> {
  const answer = await enrol({ endpoint: url, token: enrolmentToken, host: { os: "linux", arch: "x64", guardVersion: "0.1.0" }, fetch });
  if (answer.kind !== "enrolled") return assert.fail(answer.kind);
  const { deviceId, deviceToken } = answer.device;
  const post = createPostLogs({ url, token: deviceToken }, fetch, Date.now);
  return {
    id: deviceId,
    post: (path, body) => fetch(`${url}${path}`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${deviceToken}` }, body: JSON.stringify(body) }),
    report: async (name, attributes, ago = 0) => {
      const event = { name: `gatelodge.${name}`, time: new Date(Date.now() - ago).toISOString(), attributes: { "gatelodge.event.id": randomUUID(), ...attributes } };
      assert.deepEqual(await post(toOtlpLogs([{ resource: {}, events: [event] }], Date.now())), { kind: "delivered", refused: 0 });
    },
  };
}

export const stopped = { "gatelodge.effect": "block", "gatelodge.effect.enforced": "block", "gatelodge.rule.id": "above-ceiling", "gatelodge.assistant.id": "claude-code", "gatelodge.channel": "fileRead", "gatelodge.label": "restricted" };
export const standing = { "gatelodge.policy.mode": "enforce", "gatelodge.policy.hash": "abc", "gatelodge.server.state": "running", "gatelodge.coverage.off": [], "gatelodge.hooks.installed": ["claude-code"], "gatelodge.hooks.off": [] };
