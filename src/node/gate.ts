import { toDecisionEvent } from "../core/events/decisionEvent.ts";
import { addFindings } from "../core/detect/detectMore.ts";
import { evaluate, type Facts } from "../core/evaluate.ts";
import type { Decision, Finding, Request } from "../core/request.ts";
import { findSilenced } from "../core/silence/findSilenced.ts";
import type { SilenceReason } from "../core/silence/silencePermit.ts";
import type { Baselines } from "./baseline/baselines.ts";
import type { Grants } from "./grants.ts";
import type { Ledger } from "./ledger.ts";
import { builtinInForce, type PolicyInForce, type PolicyStore } from "./policyStore.ts";
import type { UsageCounter } from "./usageCounter.ts";

/** The one door. `decide` records, `preview` does not; both are synchronous and never throw. */
export interface Gate {
  readonly decide: (request: Request) => Decision;
  readonly preview: (request: Request) => Decision;
  /** Times a request could not be decided since the start. */
  readonly undecided: () => number;
}

export interface GateParts {
  readonly policies: Pick<PolicyStore, "current">;
  readonly ledger: Ledger;
  readonly usage: UsageCounter;
  readonly grants: Grants;
  readonly detect: (text: string, options: { readonly off: ReadonlySet<string> }) => readonly Finding[];
  readonly now: () => number;
  /** Milliseconds from an arbitrary start that never goes back, for durations. */
  readonly elapsed: () => number;
  readonly newId: () => string;
  /** Groups of the user, where something knows them. */
  readonly groups?: readonly string[];
  readonly knownAssistants: ReadonlySet<string>;
  /** Characters of the longest text that is scanned; what is larger was not looked at, and `otherwise` decides. */
  readonly longestText?: number;
  /** What the baseline of a file's repository holds. */
  readonly baselines?: Baselines;
  /** What no policy permits: for doors of agents' tools. */
  readonly forbids?: (request: Request) => Facts["forbidden"];
}

// 4 million characters take some 40 ms to scan: the longest that a door on the thread that types may freeze.
const longestWhileTyping = 4_000_000;

export function createGate(parts: GateParts): Gate {
  const state = { undecided: 0 };
  return {
    preview: (request) => judge(parts, request).decision,
    decide: (request) => {
      const start = parts.elapsed();
      const { inForce, decision, judged } = judge(parts, request);
      if (judged.undecided !== undefined) state.undecided += 1;
      record(parts, inForce, judged, decision, parts.elapsed() - start);
      return decision;
    },
    undecided: () => state.undecided,
  };
}

interface Judged { readonly inForce: PolicyInForce; readonly decision: Decision; readonly judged: Request }

/** Collects the facts and evaluates; whatever goes wrong on the way becomes an undecided request, which the policy answers. */
function judge(parts: GateParts, request: Request): Judged {
  const known: { inForce?: PolicyInForce } = {};
  const tooLong = request.text !== undefined && request.text.length > (parts.longestText ?? longestWhileTyping) && request.findings === undefined;
  const judged = tooLong ? { ...request, undecided: "the text is too long to scan" } : request;
  try {
    const inForce = parts.policies.current(request.path ?? (request.folder === undefined ? undefined : { folder: request.folder }));
    known.inForce = inForce;
    return { inForce, decision: evaluate(inForce.policy, judged, collectFacts(parts, inForce, judged)), judged };
  } catch {
    const inForce = known.inForce ?? builtinInForce();
    const failed = { ...request, undecided: "an internal error" };
    const facts: Facts = { now: parts.now(), classification: { label: inForce.policy.labels.at(-1) ?? "restricted", matched: [] }, findings: [], grants: [], pathMatches: () => false };
    return { inForce, decision: evaluate(inForce.policy, failed, facts), judged: failed };
  }
}

function collectFacts(parts: GateParts, { policy, classify, detectMore, pathMatches, organisation }: PolicyInForce, request: Request): Facts {
  const { text, path, undecided } = request;
  const all = request.findings ?? (text === undefined || undecided !== undefined ? [] : addFindings(parts.detect(text, { off: policy.detectorsOff }), detectMore(text, path)));
  // Who brings findings has left out what is silenced: only they know the text that the places belong to.
  const silenced = request.findings === undefined && text !== undefined ? findSilenced(policy, "doors", { text, findings: all, now: parts.now(), inBaseline: parts.baselines?.(path) }) : new Map<Finding, SilenceReason>();
  const findings = silenced.size === 0 ? all : all.filter((finding) => !silenced.has(finding));
  const forbidden = parts.forbids?.(request);
  const groups = parts.groups ?? organisation?.trusted.groups;
  return { now: parts.now(), classification: classify(path, text), findings, silenced: (request.silenced ?? 0) + silenced.size, grants: parts.grants.active(), pathMatches, ...(forbidden === undefined ? {} : { forbidden }), ...(groups === undefined ? {} : { groups }) };
}

function record(parts: GateParts, { policy }: PolicyInForce, request: Request, decision: Decision, duration: number): void {
  const known = parts.knownAssistants.has(request.destination.assistant);
  parts.usage.count(known ? request.destination.assistant : "other", request.channel, decision.enforced);
  // What nobody looked at is written down even where the policy lets it pass.
  if (decision.effect === "allow" && decision.grant === undefined && decision.silenced === undefined && request.undecided === undefined) return;
  const event = toDecisionEvent(policy, request, decision, { id: parts.newId(), time: new Date(parts.now()).toISOString(), duration: Math.round(duration * 1000) / 1000, knownAssistants: parts.knownAssistants });
  const path = localPath(request);
  const reason = decision.reasons[0]?.text;
  parts.ledger.record({ event, local: { assistant: request.destination.assistant, rule: decision.rule, ...(path === undefined ? {} : { path }), ...(reason === undefined ? {} : { reason }) } });
  useUpGrant(parts, decision);
}

/** Relative to the repository: enough for the developer, no home folder in the book. */
function localPath({ path }: Request): string | undefined {
  if (path === undefined) return undefined;
  const { absolute, repository } = path;
  return repository !== undefined && absolute.startsWith(`${repository}/`) ? absolute.slice(repository.length + 1) : absolute.slice(absolute.lastIndexOf("/") + 1);
}

function useUpGrant({ grants }: GateParts, { grant }: Decision): void {
  if (grant === undefined || grants.active().find(({ id }) => id === grant)?.once !== true) return;
  try {
    grants.remove(grant);
  } catch {
    // The file cannot be written: the grant ends by its time instead. It is recorded with every decision it softens.
  }
}
