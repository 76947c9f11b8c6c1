import type { StoredEvent } from "../eventStore.ts";

const usage = "gatelodge.usage.hourly";
/** Events that stand for none that somebody looks for. */
export const unlisted: readonly string[] = [usage, "gatelodge.heartbeat", "gatelodge.inventory"];
export const usageEffects = ["allow", "warn", "redact", "ask", "block", "none"] as const;

/** What an event leaves in the tables that pages read, whichever database keeps them. */
export interface Traces {
  readonly assistant: string;
  readonly channel: string;
  readonly effect: string;
  readonly subject: string;
  /** What was seen on the machine. */
  readonly seen: readonly { readonly kind: "assistant" | "channel" | "unknown" | "item" | "denied"; readonly value: string }[];
  /** How many events it stands for; 0: it is in no list. */
  readonly count: number;
  /** In the order of `usageEffects`; empty: it tells no usage. */
  readonly used: readonly number[];
}

export function toTraces(event: StoredEvent): Traces {
  const { name, attributes } = event;
  const text = (key: string) => textOf(attributes[key]);
  const [assistant, channel, unknown] = [text("gatelodge.assistant.id"), text("gatelodge.channel"), text("gatelodge.assistant.key")];
  return {
    assistant, channel, effect: text("gatelodge.effect.enforced"), subject: subjectOf(event),
    seen: [
      ...(assistant === "" ? [] : [{ kind: "assistant" as const, value: assistant }]), ...(channel === "" ? [] : [{ kind: "channel" as const, value: channel }]),
      ...(assistant === "other" && unknown !== "" ? [{ kind: "unknown" as const, value: unknown }] : []),
      ...itemsOf(event),
    ],
    count: unlisted.includes(name) ? 0 : Math.max(1, countOf(attributes["gatelodge.decision.count"] ?? attributes["gatelodge.telemetry.count"])),
    used: name === usage ? usageEffects.map((effect) => countOf(attributes[`gatelodge.usage.${effect}`])) : [],
  };
}

/** AI that was found on the machine, as `model/qwen`, or by its keyed hash; once more where the policy denies it. */
function itemsOf({ name, attributes }: StoredEvent): Traces["seen"] {
  if (name !== "gatelodge.inventory") return [];
  const value = `${textOf(attributes["gatelodge.item.kind"])}/${textOf(attributes["gatelodge.item.key"] ?? attributes["gatelodge.item.name"])}`;
  return [{ kind: "item", value }, ...(attributes["gatelodge.item.standing"] === "denied" ? [{ kind: "denied" as const, value }] : [])];
}

/** What an event is about, in one word, by which events can be told apart and looked for. */
function subjectOf({ attributes }: StoredEvent): string {
  for (const key of ["gatelodge.rule.id", "gatelodge.tamper.kind", "gatelodge.policy.problem", "gatelodge.loss.reason", "gatelodge.pin.setting", "gatelodge.telemetry.activity", "gatelodge.component", "gatelodge.policy.mode"]) {
    if (textOf(attributes[key]) !== "") return textOf(attributes[key]);
  }
  const detectors = attributes["gatelodge.detector.ids"];
  return Array.isArray(detectors) ? String(detectors[0] ?? "") : "";
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

// A machine may send anything: no number of one event makes a column overflow or a sum shrink.
const mostCounted = 1_000_000;
const countOf = (value: unknown): number => (typeof value === "number" && value > 0 ? Math.min(mostCounted, Math.trunc(value)) : 0);

export const tamperKindOf = (attributes: StoredEvent["attributes"]): string => textOf(attributes["gatelodge.tamper.kind"]);

/** What a heartbeat says of how a machine stands, by the column that keeps it; lists as JSON. */
export function toStanding(attributes: StoredEvent["attributes"]) {
  const text = (key: string) => String(attributes[key] ?? "");
  const list = (key: string) => JSON.stringify(Array.isArray(attributes[key]) ? attributes[key] : []);
  const number = (key: string) => Math.trunc(Number(attributes[key] ?? 0));
  return {
    mode: text("gatelodge.policy.mode"), policy: text("gatelodge.policy.hash"), programs: text("gatelodge.integrity.programs"), server: text("gatelodge.server.state"), doorsOff: list("gatelodge.coverage.off"), hooks: list("gatelodge.hooks.installed"), hooksOff: list("gatelodge.hooks.off"),
    undecided: number("gatelodge.undecided.count"), unrecorded: number("gatelodge.unrecorded.count"), unspooled: number("gatelodge.unspooled.count"), queueAge: number("gatelodge.queue.age"),
  };
}
