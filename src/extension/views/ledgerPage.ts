import type { LedgerEntry } from "../../node/ledger.ts";
import type { Parts } from "../parts.ts";

const shown = 500;

/** The ledger for people: what was recorded here, newest first, and under each entry exactly what would be reported. */
export function toLedgerPage({ ledger }: Pick<Parts, "ledger">): string {
  const entries = [...ledger.read(shown)].reverse();
  const lost = ledger.lost();
  return [
    "# What Gatelodge recorded", "",
    "Only on this machine: the lines marked *local*. Everything in the blocks is all that a report may contain. No endpoint is configured: nothing is sent.", "",
    ...(lost === 0 ? [] : [`**${lost} entries could not be written** (disk full or read-only).`, ""]),
    ...(entries.length === 0 ? ["Nothing yet."] : entries.flatMap(toLines)),
  ].join("\n");
}

function toLines({ event, local }: LedgerEntry): readonly string[] {
  const facts = [local.path, local.assistant, local.rule, local.reason].filter((fact) => fact !== undefined);
  return [`## ${event.time} ${event.name}`, "", ...(facts.length === 0 ? [] : [`*local*: ${facts.join(" · ")}`, ""]), "```json", JSON.stringify(event.attributes, undefined, 1), "```", ""];
}
