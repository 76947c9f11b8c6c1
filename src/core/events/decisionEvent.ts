import { ownPrefix } from "../detect/own/ownDetect.ts";
import type { LayerSource, Policy } from "../policy/policy.ts";
import type { Channel, Decision, DestinationKind, Effect, Request } from "../request.ts";

/** One decision that is not a plain allow. Its type is the privacy promise: names of our catalogue, enumerations and numbers only. */
export interface DecisionEvent {
  readonly name: "gatelodge.decision";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.channel": Channel;
    readonly "gatelodge.assistant.id": string;
    /** Keyed hash of the name of an assistant that is in no catalogue, where the organisation gave a key. */
    readonly "gatelodge.assistant.key"?: string;
    readonly "gatelodge.destination.kind": DestinationKind;
    readonly "gatelodge.effect": Effect;
    readonly "gatelodge.effect.enforced": Effect | "none";
    readonly "gatelodge.rule.id": string;
    readonly "gatelodge.label": string;
    readonly "gatelodge.detector.ids": readonly string[];
    readonly "gatelodge.findings.count": number;
    /** Characters covered by findings. */
    readonly "gatelodge.findings.length": number;
    /** Findings that a comment or a baseline silenced. */
    readonly "gatelodge.findings.silenced": number;
    readonly "gatelodge.granted": boolean;
    readonly "gatelodge.undecided": boolean;
    readonly "gatelodge.policy.hash": string;
    readonly "gatelodge.decision.duration": number;
    readonly "file.extension"?: string;
  };
}

export interface EventContext {
  readonly id: string;
  readonly time: string;
  /** Milliseconds the decision took. */
  readonly duration: number;
  /** Catalogue ids; any other assistant is reported as `other`. */
  readonly knownAssistants: ReadonlySet<string>;
}

/** Makes the event of a decision. Nothing of the text, the path or a lower layer's wording is in it. */
export function toDecisionEvent(policy: Policy, request: Request, decision: Decision, context: EventContext): DecisionEvent {
  const extension = fileExtension(request.path?.absolute);
  return {
    name: "gatelodge.decision",
    time: context.time,
    attributes: {
      "gatelodge.event.id": context.id,
      "gatelodge.channel": request.channel,
      "gatelodge.assistant.id": context.knownAssistants.has(request.destination.assistant) ? request.destination.assistant : "other",
      "gatelodge.destination.kind": request.destination.kind,
      "gatelodge.effect": decision.effect,
      "gatelodge.effect.enforced": decision.enforced,
      "gatelodge.rule.id": reportedRule(policy, decision.rule),
      "gatelodge.label": decision.label,
      "gatelodge.detector.ids": [...new Set(decision.findings.map(({ detector }) => reportedDetector(policy, detector)))].slice(0, 20),
      "gatelodge.findings.count": decision.findings.length,
      "gatelodge.findings.length": decision.findings.reduce((sum, { start, end }) => sum + end - start, 0),
      "gatelodge.findings.silenced": decision.silenced ?? 0,
      "gatelodge.granted": decision.grant !== undefined,
      "gatelodge.undecided": request.undecided !== undefined,
      "gatelodge.policy.hash": decision.policy,
      "gatelodge.decision.duration": context.duration,
      ...(extension === undefined ? {} : { "file.extension": extension }),
    },
  };
}

const trusted: readonly LayerSource[] = ["builtin", "organisation", "machine"];

/** What decides without standing in any policy. */
const withoutPolicy: ReadonlySet<string> = new Set(["otherwise", "denied-ai", "self-protection", "masked-text", "none"]);

/** Names that a user or a repository made up could say anything: their layer is reported instead. */
export function reportedRule(policy: Pick<Policy, "rules">, id: string): string {
  const origins = policy.rules.filter((rule) => rule.id === id).map(({ origin }) => origin.source);
  if (withoutPolicy.has(id) || origins.some((source) => trusted.includes(source))) return id;
  // Of a rule that is in force no longer nobody knows who named it.
  return `${origins[0] ?? "unknown"}-rule`;
}

/** What an organisation calls its own detectors is in its policy and so in its catalogue; no other name of that form is reported. */
export function reportedDetector({ ownPatterns, ownWords }: Pick<Policy, "ownPatterns" | "ownWords">, id: string): string {
  return !id.startsWith(ownPrefix) || [...ownPatterns, ...ownWords].some((entry) => `${ownPrefix}${entry.id}` === id) ? id : `${ownPrefix}other`;
}

// A file name's end can be anything (`.johns-salary`), so only common ones are named.
const commonExtensions = new Set(["c", "cc", "cpp", "cs", "css", "csv", "env", "go", "h", "html", "ini", "ipynb", "java", "js", "json", "jsx", "key", "kt", "lock", "log", "md", "pem", "php", "properties", "ps1", "py", "rb", "rs", "scala", "sh", "sql", "svg", "swift", "tf", "tfstate", "tfvars", "toml", "ts", "tsx", "txt", "vue", "xml", "yaml", "yml"]);

function fileExtension(path: string | undefined): string | undefined {
  const name = path?.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (name === undefined || !name.includes(".")) return undefined;
  const extension = name.slice(name.lastIndexOf(".") + 1);
  return commonExtensions.has(extension) ? extension : "other";
}
