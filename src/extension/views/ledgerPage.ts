import type { GatelodgeEvent } from "../../core/events/gatelodgeEvent.ts";
import type { LedgerEntry } from "../../node/ledger.ts";
import type { Parts } from "../parts.ts";

const shown = 500;

/** The ledger for people: what was recorded here, newest first, and under each entry exactly what would be reported. */
export function toLedgerPage({ ledger }: Pick<Parts, "ledger">, endpoint?: string): string {
  const entries = [...ledger.read(shown)].reverse();
  const lost = ledger.lost();
  return [
    "# What Gatelodge recorded", "",
    "Each entry has two parts. What is marked *here only* never leaves this machine. The line below it is all that a report could contain.",
    ...(endpoint === undefined ? ["No endpoint is configured: **nothing is sent**.", ""] : [`It is sent to \`${endpoint}\`, as the organisation's policy says.`, ""]),
    ...(lost === 0 ? [] : [`**${lost} entries could not be written** (disk full or read-only).`, ""]),
    entries.length === 0 ? "Nothing yet." : `The newest ${entries.length === shown ? `${shown} entries` : entries.length === 1 ? "entry" : `of ${entries.length} entries`} first.`, "",
    ...entries.flatMap(toLines),
  ].join("\n");
}

function toLines({ event, local }: LedgerEntry): readonly string[] {
  const facts = [local.path, local.assistant, local.rule, local.reason].flatMap((fact) => (fact === undefined ? [] : [toOneLine(fact)]));
  return [`## ${toSecond(event.time)}: ${toTitle(event)}`, "", ...(facts.length === 0 ? [] : [`*here only*: ${facts.join(" · ")}`, ""]), "```json", JSON.stringify({ name: event.name, time: event.time, ...event.attributes }), "```", ""];
}

// A file's name may hold line breaks; it must not look like an entry of its own.
const toOneLine = (fact: string) => fact.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
const toSecond = (time: string) => time.slice(0, 19).replace("T", " ");

/** What happened, in the words of the status bar. */
function toTitle({ name, attributes }: GatelodgeEvent): string {
  if (name === "gatelodge.decision") {
    const { "gatelodge.channel": channel, "gatelodge.effect": effect, "gatelodge.effect.enforced": enforced, "gatelodge.label": label } = attributes;
    return `${channel}, ${label}: ${effect}${effect === enforced ? "" : ` (done: ${enforced})`}`;
  }
  if (name === "gatelodge.override") return "override";
  if (name === "gatelodge.false_positive") return "false positive";
  if (name === "gatelodge.usage.hourly") return `hourly counts, ${attributes["gatelodge.channel"]}`;
  return name.slice("gatelodge.".length);
}
