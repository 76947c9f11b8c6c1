import type { GatelodgeEvent } from "../../core/events/gatelodgeEvent.ts";
import type { ReportingEntry } from "../../core/policy/policyDocument.ts";
import type { Ledger, LedgerEntry } from "../ledger.ts";
import type { SpoolWriter } from "../spool/spoolWriter.ts";
import { toKeyedName } from "./keyedName.ts";

export interface ReportingLedgerParts {
  readonly ledger: Ledger;
  readonly spool: Pick<SpoolWriter, "append" | "seal">;
  readonly entry: () => ReportingEntry | undefined;
  /** The organisation's key for names that are in no catalogue. */
  readonly nameKey: () => string | undefined;
}

/** One book for the developer and, where the policy names an endpoint, the same entry without its local part for the organisation. */
export function createReportingLedger({ ledger, spool, entry, nameKey }: ReportingLedgerParts): Ledger {
  return {
    ...ledger,
    record: (recorded) => {
      ledger.record(recorded);
      if (entry() !== undefined) spool.append(withAssistantKey(recorded, nameKey));
    },
    dispose: () => {
      spool.seal();
      ledger.dispose();
    },
  };
}

function withAssistantKey({ event, local }: LedgerEntry, nameKey: () => string | undefined): GatelodgeEvent {
  if (event.name !== "gatelodge.decision" || event.attributes["gatelodge.assistant.id"] !== "other" || local.assistant === undefined) return event;
  const key = nameKey();
  return key === undefined ? event : { ...event, attributes: { ...event.attributes, "gatelodge.assistant.key": toKeyedName(key, "assistant", local.assistant) } };
}
