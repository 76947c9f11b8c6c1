/** Spools and events for tests. */
import type { Effect } from "../../src/core/request.ts";
import type { GatelodgeEvent } from "../../src/core/events/gatelodgeEvent.ts";
import { createEventIds } from "../../src/node/eventId.ts";
import { createSpoolWriter, type SpoolWriter } from "../../src/node/spool/spoolWriter.ts";

export const overrideEvent = (id: string): GatelodgeEvent => ({ name: "gatelodge.override", time: "2026-11-24T00:00:00.000Z", attributes: { "gatelodge.event.id": id, "gatelodge.rule.id": "secrets", "gatelodge.override.minutes": 5 } });

export const falsePositiveEvent = (id: string): GatelodgeEvent => ({ name: "gatelodge.false_positive", time: "2026-11-24T00:00:00.000Z", attributes: { "gatelodge.event.id": id, "gatelodge.detector.ids": ["github-token"] } });

/** A writer as a program has one. */
export function spoolIn(folder: string, { pid = process.pid, now = Date.now, resource = {} }: { readonly pid?: number; readonly now?: () => number; readonly resource?: Readonly<Record<string, string>> } = {}): SpoolWriter {
  return createSpoolWriter({ folder, pid, now, newId: createEventIds(now), makeRoom: () => {}, resource: () => ({ "service.name": "gatelodge-test", ...resource }) });
}

/** A decision of one rule; by default one that was stopped. */
export const decisionEvent = (id: string, { enforced = "block", rule = "secrets" }: { readonly enforced?: Effect; readonly rule?: string } = {}): GatelodgeEvent => ({
  name: "gatelodge.decision", time: "2026-11-24T00:00:00.000Z",
  attributes: {
    "gatelodge.event.id": id, "gatelodge.channel": "chat", "gatelodge.assistant.id": "github-copilot", "gatelodge.destination.kind": "cloud", "gatelodge.effect": enforced, "gatelodge.effect.enforced": enforced,
    "gatelodge.rule.id": rule, "gatelodge.label": "internal", "gatelodge.detector.ids": ["github-token"], "gatelodge.findings.count": 1, "gatelodge.findings.length": 40, "gatelodge.findings.silenced": 0,
    "gatelodge.granted": false, "gatelodge.undecided": false, "gatelodge.policy.hash": "0123456789abcdef", "gatelodge.decision.duration": 0.25,
  },
});
