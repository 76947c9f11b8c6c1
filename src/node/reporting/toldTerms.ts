import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ReportingTerms } from "../../core/events/reportingTerms.ts";

/** The terms that a person of this machine has seen and put away, for all windows. */
export interface ToldTerms {
  readonly read: () => ReportingTerms | undefined;
  readonly write: (terms: ReportingTerms) => void;
}

export function createToldTerms(file: string): ToldTerms {
  return {
    read: () => {
      try {
        return parseTerms(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        return undefined; // nobody was told yet, or nobody can say: then it is told again
      }
    },
    write: (terms) => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(terms), { mode: 0o600 });
      renameSync(`${file}.${process.pid}`, file);
    },
  };
}

function parseTerms(value: unknown): ReportingTerms | undefined {
  const { endpoint, identity, purpose, retentionDays, fields } = (value ?? {}) as Partial<Record<keyof ReportingTerms, unknown>>;
  if (typeof endpoint !== "string" || (identity !== "none" && identity !== "pseudonymous") || !Array.isArray(fields)) return undefined;
  return { endpoint, identity, fields: fields.map(String), ...(typeof purpose === "string" ? { purpose } : {}), ...(typeof retentionDays === "number" ? { retentionDays } : {}) };
}
