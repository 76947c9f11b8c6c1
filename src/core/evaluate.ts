import { ceilingsByModel, standingOfAssistant, standingOfReader, type Standing } from "./ai/standing.ts";
import type { Classification } from "./classify.ts";
import { highestLabel, knownLabel, labelRank, matchesAny, matchesName, type Policy } from "./policy/policy.ts";
import { toInstant } from "./policy/parsePolicy.ts";
import { stricter, strictness, effects, type Channel, type Decision, type Destination, type Effect, type Finding, type PathIdentity, type Reason, type Request } from "./request.ts";

/** What `evaluate` must know beyond policy and request. The gate collects it; nothing here is looked up. */
export interface Facts {
  readonly now: number;
  readonly classification: Classification;
  readonly findings: readonly Finding[];
  /** How many more there were that the policy lets a comment or a baseline silence. */
  readonly silenced?: number;
  readonly grants: readonly Grant[];
  /** Absent: nobody can say; then a rule for a group concerns everybody. */
  readonly groups?: readonly string[];
  /** What no policy permits and no grant softens (`selfProtection.ts`). */
  readonly forbidden?: { readonly rule: string; readonly reason: string };
  /** Does one of these globs match the path? Part of the policy's compiled form. */
  readonly pathMatches: (globs: readonly string[], path: PathIdentity) => boolean;
}

/** A person's time-limited, recorded permission. */
export interface Grant {
  readonly id: string;
  readonly rules: readonly string[];
  readonly path?: string;
  /** Only what travels these ways: what may be sent once must not be completed meanwhile. */
  readonly channels?: readonly Channel[];
  readonly until: number;
  /** true: used up by the next decision it softens. */
  readonly once?: boolean;
}

type Rule = Policy["rules"][number];
/** What stands for a rule where nobody could look. */
const otherwiseRule = "otherwise";
/** What stands for a rule where the policy denies who would read. */
export const deniedAiRule = "denied-ai";
/** `effect`: the rule's, or `block` where it would redact and has nothing to mask, whatever other rules found. */
interface Hit { readonly rule: Rule; readonly effect: Effect; readonly findings: readonly Finding[]; readonly softened?: string; readonly always?: true }

/** The only place a decision is made: the strictest of all rules that match, after grants, exceptions, monitor mode and the door's abilities. Pure. */
export function evaluate(policy: Policy, request: Request, facts: Facts): Decision {
  const label = effectiveLabel(policy, facts.classification.label, [request.sourceLabel, ...labelsOfFindings(policy, request, facts.findings)]);
  const hits = [...policy.rules.flatMap((rule) => matchRule(policy, rule, request, label, facts)), ...otherwise(policy, request, label, facts), ...deniedAi(policy, request, facts), ...forbidden(facts)];
  const live = hits.filter(({ softened }) => softened === undefined);
  const enforcing = live.filter(({ rule, always }) => always === true || (policy.mode === "enforce" && rule.mode !== "monitor"));
  const grant = hits.find(({ softened }) => softened !== undefined)?.softened;
  const reasons = [...live].sort((a, b) => strictness(b.effect) - strictness(a.effect)).map((hit) => toReason(policy, hit, label, request));
  return {
    effect: strictest(live),
    enforced: withAble(strictest(enforcing), request.able),
    rule: reasons[0]?.rule ?? "none",
    label,
    reasons,
    findings: unique(live.flatMap(({ findings }) => findings)),
    policy: policy.hash,
    ...(facts.silenced === undefined || facts.silenced === 0 ? {} : { silenced: facts.silenced }),
    ...(grant === undefined ? {} : { grant }),
  };
}

/** Highest label that this destination may see: an approved model's own ceiling beats the entry naming the assistant, and that its kind; lower layers only lower it. */
export function ceilingFor(policy: Policy, destination: Destination): string {
  const named = ({ assistants }: Policy["destinations"][number]) => assistants?.some((pattern) => matchesName(pattern, destination.assistant)) === true;
  const ofKind = ({ assistants, kind }: Policy["destinations"][number]) => assistants === undefined && (kind === undefined || kind === destination.kind);
  const trusted = policy.destinations.filter(({ origin }) => origin.ratchet === undefined);
  const ratchets = policy.destinations.filter(({ origin }) => origin.ratchet === true);
  const floor = ratchets.filter(({ origin }) => origin.source === "machine");
  const lower = ratchets.filter(({ origin }) => origin.source !== "machine");
  const resolve = (entries: Policy["destinations"]) => (entries.find(named) ?? entries.find(ofKind))?.ceiling;
  const ceilings = [ofModels(policy, destination) ?? resolve(trusted), resolve(floor), ...lower.filter((entry) => named(entry) || ofKind(entry)).map(({ ceiling }) => ceiling)].filter((ceiling) => ceiling !== undefined);
  // No entry at all: nothing above the lowest label may go there.
  return ceilings.reduce((lowest, ceiling) => (labelRank(policy, ceiling) < labelRank(policy, lowest) ? ceiling : lowest), ceilings[0] ?? policy.labels[0] ?? policy.defaultLabel);
}

/** Of an approved model on this machine; of several that may answer, the one that may see the least. */
function ofModels(policy: Policy, { kind, reader }: Destination): string | undefined {
  if (kind !== "local" || reader === undefined) return undefined;
  const rank = (label: string) => labelRank(policy, label);
  const each = ceilingsByModel(policy.ai, reader).map((ceilings) => ceilings.toSorted((a, b) => rank(b) - rank(a))[0]);
  return each.some((ceiling) => ceiling === undefined) ? undefined : each.toSorted((a, b) => rank(a!) - rank(b!))[0];
}

function effectiveLabel(policy: Policy, label: string, others: readonly (string | undefined)[]): string {
  return others.map((other) => knownLabel(policy, other ?? label)).reduce((highest, other) => (labelRank(policy, other) > labelRank(policy, highest) ? other : highest), label);
}

/** A dump of customers is restricted by what it holds, whatever its name. */
function labelsOfFindings({ classification }: Policy, request: Request, findings: readonly Finding[]): readonly string[] {
  const found = [...new Set(findings.map(({ detector }) => detector))];
  return classification.filter(({ detectors, repositories, origin }) => detectors !== undefined && matchesAny(detectors, found)
    && (repositories === undefined || matchesAny(repositories, request.path?.remotes ?? [])) && belowRoot(origin, request)).map(({ label }) => label);
}

function matchRule(policy: Policy, rule: Rule, request: Request, label: string, facts: Facts): readonly Hit[] {
  const { when } = rule;
  if (rule.channels !== undefined && !rule.channels.includes(request.channel)) return [];
  if (rule.assistants !== undefined && !rule.assistants.some((pattern) => matchesName(pattern, request.destination.assistant))) return [];
  if (rule.groups !== undefined && facts.groups?.some((group) => rule.groups?.includes(group)) === false) return [];
  if (rule.repositories !== undefined && !matchesAny(rule.repositories, request.path?.remotes ?? [])) return [];
  if (!belowRoot(rule.origin, request)) return [];
  if (when.aboveCeiling === true && labelRank(policy, label) <= labelRank(policy, ceilingFor(policy, request.destination))) return [];
  if (when.labels !== undefined && !when.labels.some((wanted) => knownLabel(policy, wanted) === label)) return [];
  const wantsFindings = when.findings !== undefined || when.tiers !== undefined || when.detectors !== undefined;
  const findings = wantsFindings ? facts.findings.filter((finding) => matchesFinding(rule, finding)) : [];
  if (wantsFindings && findings.length === 0) return [];
  const softened = softenedBy(policy, rule, request, facts);
  return [{ rule, effect: withRanges(rule.effect, findings), findings, ...(softened === undefined ? {} : { softened }) }];
}

/** A repository's policy speaks for its own files only. */
function belowRoot({ root }: Rule["origin"], request: Request): boolean {
  return root === undefined || request.path === undefined || request.path.absolute.startsWith(`${root}/`);
}

function matchesFinding({ when }: Rule, finding: Finding): boolean {
  if (when.findings !== undefined && !when.findings.includes(finding.kind)) return false;
  if (when.tiers !== undefined && !when.tiers.includes(finding.tier)) return false;
  return when.detectors === undefined || when.detectors.some((pattern) => matchesName(pattern, finding.detector));
}

function softenedBy(policy: Policy, rule: Rule, request: Request, facts: Facts): string | undefined {
  const names = (rules: readonly string[]) => rules.some((pattern) => matchesName(pattern, rule.id));
  const grant = grantFor(policy, rule.id, request, facts);
  if (grant !== undefined) return grant.id;
  return policy.exceptions.find(({ rules, paths, assistants, expires, origin, file }) =>
    toInstant(expires) > facts.now && names(rules)
    && (file === undefined || file === request.path?.absolute)
    && (origin.root === undefined || request.path?.absolute.startsWith(`${origin.root}/`) === true)
    && (paths === undefined || (request.path !== undefined && facts.pathMatches(paths, request.path)))
    && (assistants === undefined || assistants.some((pattern) => matchesName(pattern, request.destination.assistant))))?.id;
}

function grantFor(policy: Policy, rule: string, request: Request, facts: Facts): Grant | undefined {
  if (policy.overrides?.rules.some((pattern) => matchesName(pattern, rule)) !== true) return undefined;
  return facts.grants.find((entry) => entry.rules.some((pattern) => matchesName(pattern, rule)) && isWithin(policy, entry, request, facts.now));
}

/** No longer than the policy permits, and for one file or one decision: anything else no dialog of ours has given. */
function isWithin({ overrides }: Policy, { path, channels, once, until }: Grant, request: Request, now: number): boolean {
  const left = until - now;
  return channels?.includes(request.channel) !== false && left > 0 && left <= (overrides?.maxMinutes ?? 0) * 60_000 && (path === undefined ? once === true : path === request.path?.absolute);
}

/**
 * What could not be looked at is one more rule that matches: it adds to what name and label alone decide, and never softens
 * it. A person may let it through once, knowing that nobody looked; neither for longer nor by an exception, which would be blind.
 */
function otherwise(policy: Policy, request: Request, label: string, facts: Facts): readonly Hit[] {
  if (request.undecided === undefined) return [];
  const unreadable = request.path?.resolved === false || label === highestLabel(policy);
  const effect = unreadable ? policy.otherwise.restricted : policy.otherwise.other;
  const softened = grantFor(policy, otherwiseRule, request, { ...facts, grants: facts.grants.filter(({ once }) => once === true) })?.id;
  return [{ effect: withRanges(effect, []), rule: { id: otherwiseRule, when: {}, effect, reason: `Could not decide: ${request.undecided}.`, origin: { source: "builtin" } }, findings: [], ...(softened === undefined ? {} : { softened }) }];
}

/** A model or its server that the policy denies may read nothing at all, and an assistant that it denies may do nothing at any door. */
function deniedAi(policy: Policy, request: Request, facts: Facts): readonly Hit[] {
  const { assistant, reader } = request.destination;
  const ofReader = reader === undefined ? undefined : standingOfReader(policy.ai, reader);
  return [...(ofReader?.status === "denied" ? [{ what: "The model or its server", standing: ofReader }] : []), ...toDenial(standingOfAssistant(policy.ai, assistant))].map(({ what, standing }): Hit => {
    const said = [standing.reason, standing.entry === undefined ? "" : `(${standing.entry})`, standing.instead === undefined ? "" : `Instead: ${standing.instead}`].filter((part) => part !== "").join(" ");
    const rule: Rule = { id: deniedAiRule, when: {}, effect: "block", reason: `${what} is denied. ${said}`, origin: { source: standing.layer ?? "builtin" } };
    const softened = softenedBy(policy, rule, request, facts);
    return { rule, effect: "block", findings: [], ...(softened === undefined ? {} : { softened }) };
  });
}

const toDenial = (standing: Standing | undefined) => (standing === undefined ? [] : [{ what: "This assistant", standing }]);

/** Built in and irremovable: it holds in monitor mode too. */
function forbidden({ forbidden: found }: Facts): readonly Hit[] {
  return found === undefined ? [] : [{ effect: "block", rule: { id: found.rule, when: {}, effect: "block", reason: found.reason, origin: { source: "builtin" } }, findings: [], always: true }];
}

/** There is nothing to mask without a range: then redacting means blocking. */
const withRanges = (effect: Effect, findings: readonly Finding[]): Effect => (effect === "redact" && findings.length === 0 ? "block" : effect);
const strictest = (hits: readonly Hit[]) => hits.reduce<Effect>((strictestYet, { effect }) => stricter(strictestYet, effect), "allow");

/** The mildest effect that the door can carry out and that is strict enough; `none` when it has no such lever. */
function withAble(effect: Effect, able: readonly Effect[]): Effect | "none" {
  if (effect === "allow") return "allow";
  return effects.find((candidate) => strictness(candidate) >= strictness(effect) && able.includes(candidate)) ?? "none";
}

function toReason(policy: Policy, { rule, effect, findings }: Hit, label: string, request: Request): Reason {
  const kinds = [...new Set(findings.map(({ detector }) => detector))].join(", ");
  const what = rule.id === deniedAiRule ? "" : findings.length > 0 ? ` Found: ${kinds}.` : rule.when.aboveCeiling === true ? ` It is ${label}; ${request.destination.assistant} may see ${ceilingFor(policy, request.destination)}.` : ` It is ${label}.`;
  return { rule: rule.id, effect, text: `${rule.reason ?? "The policy has a rule for this."}${what}` };
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.start}:${finding.end}:${finding.detector}`, finding])).values()].sort((a, b) => a.start - b.start);
}
