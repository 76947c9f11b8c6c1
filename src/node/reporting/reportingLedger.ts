import type { ReportingEntry } from "../../core/policy/policyDocument.ts";
import type { Ledger } from "../ledger.ts";
import type { SpoolWriter } from "../spool/spoolWriter.ts";

/** One book for the developer and, where the policy names an endpoint, the same entry without its local part for the organisation. */
export function createReportingLedger(ledger: Ledger, spool: Pick<SpoolWriter, "append" | "seal">, reporting: () => ReportingEntry | undefined): Ledger {
  return {
    ...ledger,
    record: (entry) => {
      ledger.record(entry);
      if (reporting() !== undefined) spool.append(entry.event);
    },
    dispose: () => {
      spool.seal();
      ledger.dispose();
    },
  };
}
