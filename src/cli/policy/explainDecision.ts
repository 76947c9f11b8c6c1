import { ceilingFor } from "../../core/evaluate.ts";
import { detect } from "../../core/detect/detect.ts";
import { channels, type Channel, type Decision, type Destination, type PathIdentity, type Request } from "../../core/request.ts";
import { knownAssistantIds, knownAssistants } from "../../assistants/known.ts";
import { createGate, type Gate } from "../../node/gate.ts";
import type { PolicyInForce, PolicyStore } from "../../node/policyStore.ts";
import { CommandError } from "../command.ts";
import { organisationLines } from "./statusLines.ts";

/** What is asked about: who would get it, and how. */
export interface Asked {
  readonly channel: Channel;
  readonly destination: Destination;
}

const able = ["allow", "warn", "redact", "ask", "block"] as const;

/** From `--channel` and `--assistant`. */
export function readAsked(channel: string | undefined, assistant: string | undefined, otherwise: Channel): Asked {
  const chosen = channels.find((known) => known === (channel ?? otherwise));
  if (chosen === undefined) throw new CommandError(`--channel is one of ${channels.join(", ")}`);
  const id = assistant ?? "github-copilot";
  const known = knownAssistants.find((each) => each.id === id);
  return { channel: chosen, destination: { assistant: id, kind: known?.kind ?? "unknown" } };
}

/** A gate that records nothing: nothing is asked in earnest here. */
export function createPreviewGate(policies: Pick<PolicyStore, "current">, now: () => number): Pick<Gate, "preview"> {
  const nothing = () => undefined;
  return createGate({
    policies, detect, now, elapsed: now, newId: () => "", knownAssistants: knownAssistantIds, longestText: 32_000_000,
    ledger: { record: nothing, read: () => [], lost: () => 0, dispose: nothing }, usage: { count: nothing, flush: nothing, flushPast: nothing }, grants: { active: () => [], add: nothing, remove: nothing },
  });
}

/** A request of somebody who could do everything. */
export const toRequest = ({ channel, destination }: Asked, path: PathIdentity | undefined, text: string | undefined): Request =>
  ({ channel, destination, able, ...(path === undefined ? {} : { path }), ...(text === undefined ? {} : { text }) });

/** The decision in words: which rule, why, by which layers. Nothing of the text is in them. */
export function explainDecision({ policy, classify, organisation }: PolicyInForce, request: Request, decision: Decision): readonly string[] {
  const { label, matched } = classify(request.path, request.text);
  const [first, ...others] = decision.reasons;
  const sourceOf = (id: string) => policy.rules.find((rule) => rule.id === id)?.origin.source ?? "always";
  return [
    `${decision.effect}${decision.enforced === decision.effect ? "" : `, enforced: ${decision.enforced}`} (${request.channel}, ${request.destination.assistant}, ${request.destination.kind})`,
    first === undefined ? "rule: none matches" : `rule: ${first.rule} (${sourceOf(first.rule)}): ${first.text}`,
    ...others.map(({ rule, text }) => `also: ${rule} (${sourceOf(rule)}): ${text}`),
    `label: ${decision.label}${decision.label === label ? "" : `, by what is found in it; its file is ${label}`}${matched.length === 0 ? "" : ` by ${matched.map(({ id }) => id).join(", ")}`}; ceiling: ${ceilingFor(policy, request.destination)}`,
    ...[...new Set(decision.findings.map(({ detector, tier }) => `${detector} (${tier})`))].map((found) => `found: ${found}`),
    `policies: built-in${policy.names.filter((name) => name !== "built-in").map((name) => `, ${name}`).join("")}; hash ${policy.hash}`,
    ...(organisation === undefined ? [] : organisationLines(organisation)),
  ];
}
