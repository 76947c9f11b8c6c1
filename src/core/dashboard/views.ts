import type { AiStatus } from "../ai/standing.ts";

/** What the collector's dashboard is told: the answers of its read routes, for the program and the page alike. */

/** How the guard of a machine stands: a machine is in the first of these that fits. But for those that were sent away the most serious come first. */
export const deviceStates = ["tampered", "hooksOff", "quiet", "silent", "never", "serverStopped", "losing", "doorsOff", "fine", "revoked"] as const;
export type DeviceState = (typeof deviceStates)[number];

/** What a decision did. `none`: there was no lever. */
export const shownEffects = ["block", "redact", "ask", "warn", "none", "allow"] as const;
export type ShownEffect = (typeof shownEffects)[number];

/** Below so many machines a group's figures would be somebody's: they are not told. */
export const smallestGroup = 10;

export interface Counted {
  readonly value: string;
  readonly count: number;
}

export interface OverviewView {
  /** Machines that are enrolled and were not sent away. */
  readonly devices: number;
  /** Those that sent anything within a day. */
  readonly active: number;
  /** Those whose guard was heard within three days. */
  readonly guarded: number;
  /** How many machines a list says there should be. */
  readonly expected?: { readonly count: number; readonly day: string };
  readonly states: Readonly<Record<DeviceState, number>>;
  /** Guards that something switches off, by how many machines. */
  readonly doorsOff: readonly Counted[];
  readonly modes: readonly Counted[];
  /** Hashes of policies in force, by how many machines. */
  readonly policies: readonly Counted[];
  /** Of the last seven days, by what was done. */
  readonly effects: Readonly<Partial<Record<string, number>>>;
  /** Of the seven days before. */
  readonly before: Readonly<Partial<Record<string, number>>>;
  /** Rules that stopped or masked, last seven days. */
  readonly rules: readonly { readonly rule: string; readonly count: number }[];
  /** The last 28 days, oldest first. */
  readonly days: readonly EffectDay[];
  /** Events about the guard itself in the last seven days. */
  readonly guard: Readonly<Partial<Record<string, number>>>;
  /** Events that are kept for the last seven days. */
  readonly events: number;
}

export type EffectDay = { readonly day: string } & Readonly<Record<ShownEffect, number>>;

/** Figures of a group; `undefined`: it has fewer than ten machines. */
export interface AiGroup {
  readonly id: string;
  /** Of an assistant: where it stands with the published policy. */
  readonly standing?: AiStatus;
  readonly devices?: number;
  readonly effects?: Readonly<Record<ShownEffect, number>>;
  /** Of an assistant that also sends its own telemetry here: how often it asked its model. */
  readonly requests?: number;
}

/** AI that was found on machines; `devices` is `undefined` where there are fewer than ten. */
export interface AiItemGroup {
  /** One of `itemKinds`, as the machine says. */
  readonly kind: string;
  /** Of our catalogue, `other`, or a keyed hash. */
  readonly id: string;
  /** Some machine's policy denied it within a week. */
  readonly isDenied: boolean;
  readonly devices?: number;
  /** On how many of them. */
  readonly denied?: number;
}

export interface AiView {
  /** Assistants of our catalogue, last 28 days. */
  readonly assistants: readonly AiGroup[];
  /** Keyed hashes of the names of those that are in no catalogue. */
  readonly unknown: readonly AiGroup[];
  /** Found on machines, last 28 days. */
  readonly items: readonly AiItemGroup[];
  /** Ways on which content travelled. */
  readonly channels: readonly AiGroup[];
}

export interface EventRow {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly name: string;
  readonly effect: string;
  /** The rule that decided, or what was changed, lost or failed. */
  readonly subject: string;
  readonly assistant: string;
  readonly channel: string;
  /** Only of events about the guard: what a person did is not told by machine. */
  readonly device?: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export interface EventsView {
  readonly total: number;
  readonly names: readonly Counted[];
  readonly effects: readonly Counted[];
  readonly subjects: readonly Counted[];
  /** Without those on fewer than ten machines. */
  readonly assistants: readonly Counted[];
  readonly days: readonly Counted[];
  readonly rows: readonly EventRow[];
  /** `before` of the next page. */
  readonly next?: string;
}

export interface DeviceRow {
  readonly id: string;
  readonly state: DeviceState;
  /** Days, not times: when somebody works is not told. */
  readonly enrolled: string;
  readonly seen?: string;
  readonly heartbeat?: string;
  readonly mode: string;
  readonly policy: string;
  readonly server: string;
  readonly doorsOff: readonly string[];
  readonly hooks: readonly string[];
  readonly hooksOff: readonly string[];
  readonly tamperKind: string;
  /** Seconds for which its oldest report waited. */
  readonly queueAge: number;
  readonly undecided: number;
  readonly unrecorded: number;
  readonly unspooled: number;
  /** Digest of its programs, and how many machines have the same. */
  readonly programs: string;
  readonly alike: number;
}

export interface DevicesView {
  readonly total: number;
  readonly states: Readonly<Record<DeviceState, number>>;
  readonly rows: readonly DeviceRow[];
  readonly page: number;
  readonly pages: number;
}

export interface DeviceView {
  readonly device: DeviceRow;
  /** About its guard, the newest first. */
  readonly events: readonly EventRow[];
}

/** What stands above every page. */
export interface NoticeView {
  /** The figures are made up. */
  readonly demo: boolean;
}

/** What another policy would touch of the last 28 days. */
export interface PolicyPreviewView {
  readonly decisions: number;
  /** Of them, those by rules that it changes or takes out. */
  readonly touched: number;
  /** The mode it would set, where it is another one. */
  readonly mode?: "monitor" | "enforce";
  readonly rules: readonly { readonly rule: string; readonly kind: "changed" | "gone" | "added"; readonly count: number }[];
}
