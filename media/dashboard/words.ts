import type { DeviceState, ShownEffect } from "../../src/core/dashboard/views.ts";

/** A word for the eye and a sentence that says what it means. */
interface Wording {
  readonly word: string;
  readonly means: string;
}

export const stateWords: Readonly<Record<DeviceState, Wording>> = {
  tampered: { word: "Changed", means: "In the last seven days hooks, switches or our programs were changed by somebody else." },
  hooksOff: { word: "Hooks off", means: "The hooks of an assistant were changed or switched off." },
  quiet: { word: "Guard is quiet", means: "Assistants are used there, but the guard in the editor is not heard." },
  silent: { word: "Went silent", means: "Not heard for more than three days." },
  never: { word: "Never heard", means: "Enrolled, but its guard was never heard." },
  serverStopped: { word: "Detection stopped", means: "The language server, which looks for secrets in open documents, does not run." },
  losing: { word: "Records lost", means: "The local book or the queue cannot be written, or reports wait for more than a day." },
  doorsOff: { word: "Partly guarded", means: "Something there switches a guard off." },
  revoked: { word: "Revoked", means: "Sent away: nothing it sends counts." },
  fine: { word: "Fine", means: "Heard, and every guard is on." },
};

export const effectWords: Readonly<Record<ShownEffect, Wording>> = {
  block: { word: "Blocked", means: "It did not leave." },
  redact: { word: "Masked", means: "It left without what was sensitive." },
  ask: { word: "Asked", means: "A person decided." },
  warn: { word: "Warned", means: "It left; the person was told." },
  none: { word: "No lever", means: "The policy wanted more, but nothing could be done there." },
  allow: { word: "Allowed", means: "It left." },
};

const eventNames: Readonly<Record<string, string>> = {
  "gatelodge.decision": "Decision", "gatelodge.override": "Override", "gatelodge.false_positive": "False positive", "gatelodge.policy.applied": "Policy applied",
  "gatelodge.policy.rejected": "Policy rejected", "gatelodge.tamper": "Changed by somebody", "gatelodge.error": "Failure", "gatelodge.loss": "Reports lost", "gatelodge.pin": "Pinned setting",
};

export const eventWord = (name: string): string => (Object.hasOwn(eventNames, name) ? eventNames[name] ?? name : name);
export const effectWord = (effect: string): string => (Object.hasOwn(effectWords, effect) ? effectWords[effect as ShownEffect].word : effect);

const number = new Intl.NumberFormat("en");
export const toNumber = (value: number): string => number.format(value);
/** Never 100 % while one is missing. */
export const toShare = (part: number, whole: number): string => (whole === 0 ? "–" : `${part < whole ? Math.min(99, Math.round((part / whole) * 100)) : 100} %`);
export const toTime = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ");
