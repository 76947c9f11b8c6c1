import type { PinValue } from "./pinnable.ts";
import type { Channel, DestinationKind, Effect, FindingKind, Tier } from "../request.ts";

/**
 * One policy document as a person writes it (YAML or JSON), one per layer.
 * The field descriptions users see stand in `policySchema.ts`; the two are held together by a test.
 */
export interface PolicyDocument {
  readonly version: 1;
  readonly name?: string;
  readonly extends?: "builtin" | "none";
  readonly mode?: Mode;
  readonly labels?: readonly string[];
  readonly defaultLabel?: string;
  readonly otherwise?: Otherwise;
  readonly classification?: readonly ClassificationEntry[];
  readonly destinations?: readonly DestinationEntry[];
  readonly rules?: readonly RuleEntry[];
  readonly exceptions?: readonly ExceptionEntry[];
  readonly detectors?: DetectorsEntry;
  readonly completions?: CompletionsEntry;
  readonly clipboard?: ClipboardEntry;
  readonly agents?: AgentsEntry;
  readonly ai?: AiSection;
  readonly pin?: PinSection;
  readonly permit?: PermitEntry;
  readonly reporting?: ReportingEntry;
  readonly organisation?: OrganisationEntry;
}

export type Mode = "monitor" | "enforce";

/** What a door does when it cannot decide: for restricted or unreadable content, and for everything else. */
export interface Otherwise {
  readonly restricted?: Effect;
  readonly other?: Effect;
}

export interface ClassificationEntry {
  readonly id: string;
  readonly label: string;
  readonly paths?: readonly string[];
  readonly except?: readonly string[];
  readonly repositories?: readonly string[];
  readonly markers?: readonly string[];
  /** Ids of detectors that give the label to what they find something in. */
  readonly detectors?: readonly string[];
}

export interface DestinationEntry {
  readonly assistants?: readonly string[];
  readonly kind?: DestinationKind;
  readonly ceiling: string;
}

export interface RuleEntry {
  readonly id: string;
  readonly when: Condition;
  readonly channels?: readonly Channel[];
  readonly assistants?: readonly string[];
  readonly repositories?: readonly string[];
  readonly groups?: readonly string[];
  readonly effect: Effect;
  readonly mode?: Mode;
  readonly reason?: string;
}

/** All parts that are present must hold. */
export interface Condition {
  readonly aboveCeiling?: true;
  readonly labels?: readonly string[];
  readonly findings?: readonly FindingKind[];
  readonly tiers?: readonly Tier[];
  readonly detectors?: readonly string[];
}

export interface ExceptionEntry {
  readonly id: string;
  readonly rules: readonly string[];
  readonly paths?: readonly string[];
  readonly assistants?: readonly string[];
  readonly owner: string;
  readonly reason: string;
  /** ISO 8601 date or date-time; the exception ends at that instant (a date: at its end, UTC). */
  readonly expires: string;
}

/** `suppress` and `guardedView` are equally strict: what is a text document in the window stops its completions under both. */
export type Neighbours = "allow" | "guardedView" | "suppress";

export interface CompletionsEntry {
  /** What happens to completions in other files of the window while a file above the ceiling is open. */
  readonly neighbours?: Neighbours;
  /** Seconds after such a file is closed during which recent-edit context could still carry it. */
  readonly lingerSeconds?: number;
}

export interface ClipboardEntry {
  /** Wipe the system clipboard when the window loses focus after a copy that policy does not allow. */
  readonly clearOnBlur?: boolean;
}

/** What becomes of a coding agent while something switches its hooks off. */
export type HooksOff = "warn" | "deny";

export interface AgentsEntry {
  readonly hooksOff?: HooksOff;
}

/** What becomes of a setting that is looser than what is pinned. */
export type PinRestore = "show" | "ask" | "always";

/** Settings of the editor and of assistants that are to stay at least as strict as this. */
export interface PinSection {
  readonly restore?: PinRestore;
  readonly settings?: readonly PinEntry[];
}

export interface PinEntry {
  /** Absent: a setting of the editor. */
  readonly assistant?: string;
  readonly setting: string;
  readonly value: PinValue;
}

/** What AI may be on the machine, and what a model on it may see. */
export interface AiSection {
  readonly approved?: readonly AiEntry[];
  readonly denied?: readonly AiEntry[];
  /** What becomes of what no entry speaks of. */
  readonly unlisted?: { readonly runtimes?: Unlisted; readonly models?: Unlisted; readonly tools?: Unlisted };
  /** `loopback`: a model server that other machines reach is denied. */
  readonly bind?: "any" | "loopback";
  /** What to use in the place of what is denied, unless its entry says so itself. */
  readonly instead?: string;
}

export type Unlisted = "unknown" | "denied";

/** All parts that are present must hold. With a part about models, `runtimes` says which servers hold them. */
export interface AiEntry {
  readonly id: string;
  readonly runtimes?: readonly string[];
  readonly models?: readonly string[];
  /** SHA-256. */
  readonly digests?: readonly string[];
  readonly licences?: readonly string[];
  readonly formats?: readonly string[];
  readonly maxGigabytes?: number;
  readonly minGigabytes?: number;
  readonly tools?: readonly string[];
  /** Highest label that an approved model may see, while it runs on this machine. */
  readonly ceiling?: string;
  readonly reason?: string;
  readonly instead?: string;
}

export interface DetectorsEntry {
  readonly off?: readonly string[];
  /** Turned down: what they find is no problem to show, and still kept from assistants. */
  readonly quiet?: readonly QuietEntry[];
  /** Used although they are off by themselves, or were turned off above. */
  readonly on?: readonly string[];
  readonly patterns?: readonly PatternEntry[];
  readonly words?: readonly WordsEntry[];
}

export interface QuietEntry {
  /** A detector's id; `*` stands for any characters. */
  readonly id: string;
  readonly reason: string;
  /** ISO 8601; absent: without an end. */
  readonly until?: string;
}

interface OwnEntry {
  /** Without the `org:` that it has everywhere else. */
  readonly id: string;
  readonly kind?: FindingKind;
  readonly tier?: Tier;
}

/** A regular expression of the organisation's. */
export interface PatternEntry extends OwnEntry {
  readonly pattern: string;
  readonly ignoreCase?: boolean;
  /** One of them stands in every match. Absent: a literal of the pattern itself. */
  readonly keywords?: readonly string[];
}

/** A dictionary of the organisation's: project names, customers. */
export interface WordsEntry extends OwnEntry {
  readonly words: readonly string[];
}

/** What the layers below may do although it loosens. Only the organisation's side can permit. */
export interface PermitEntry {
  readonly exceptions?: readonly ("user" | "repository")[];
  readonly overrides?: OverridePermit;
  readonly asking?: AskingPermit;
  readonly detectorsOff?: readonly ("user" | "repository")[];
  /** Layers that may approve AI. */
  readonly approvals?: readonly ("user" | "repository")[];
  readonly silence?: SilenceEntry;
}

/** For which rules, and for how long, somebody may ask the organisation for an exception. */
export interface AskingPermit {
  readonly rules: readonly string[];
  readonly maxDays: number;
}

/** How sure the findings may be that a comment, a baseline or a turned-down rule silences: where they are shown, and at the doors. */
export interface SilenceEntry {
  readonly comments?: { readonly shown?: readonly Tier[]; readonly doors?: readonly Tier[] };
  readonly baseline?: { readonly shown?: readonly Tier[]; readonly doors?: readonly Tier[] };
  readonly rules?: { readonly shown?: readonly Tier[] };
}

/** What is reported to the organisation, and where to. Absent: nothing leaves the machine. */
export interface ReportingEntry {
  /** Base address of an OTLP/HTTP endpoint, without `/v1/logs`. */
  readonly endpoint: string;
  /** `pseudonymous`: a keyed hash of the user's name, by which reports of one person can be told to belong together. */
  readonly identity?: "none" | "pseudonymous";
  /** What it is for, in the organisation's words: shown to people before anything is sent. */
  readonly purpose?: string;
  readonly retentionDays?: number;
  /** By which a device gets a key of its own from a Gatelodge collector. Absent: the endpoint asks for none, or `organisation` has one for it. */
  readonly enrolmentToken?: string;
}

/** Whose signed policy this machine takes; only in the machine file, which only root can write. */
export interface OrganisationEntry {
  readonly id: string;
  /** Base address, without `/v1/policy`. Absent: the policy is put into place by other means. */
  readonly endpoint?: string;
  /** Public Ed25519 keys, 32 bytes as base64url, that sign the sets of keys. Absent: the first answer's are kept. */
  readonly rootKeys?: readonly string[];
  readonly enrolmentToken?: string;
  /** Groups of this machine's user. */
  readonly groups?: readonly string[];
}

/** A person may override a decision of these rules, with a reason, for so many minutes. */
export interface OverridePermit {
  readonly rules: readonly string[];
  readonly maxMinutes: number;
}
