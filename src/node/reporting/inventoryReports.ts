import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { toInventoryEvent, type InventoryEvent, type ReportedItem } from "../../core/events/inventoryEvent.ts";
import { toKeyedName } from "./keyedName.ts";

const day = 86_400_000;

export interface InventoryReportsParts {
  /** Holds what was told when, for all windows: hashes and times. */
  readonly file: string;
  readonly append: (event: InventoryEvent) => void;
  readonly stamp: () => { readonly id: string; readonly time: string };
  /** The organisation's key for names that are in no catalogue; without one these are told as `other`. */
  readonly nameKey: () => string | undefined;
  readonly now: () => number;
}

export interface InventoryReports {
  /** Nobody has told for a day. */
  readonly due: () => boolean;
  readonly report: (items: readonly ReportedItem[]) => void;
}

/** Tells what is new, what stands otherwise than before, and everything once a day, whichever window sees it. */
export function createInventoryReports({ file, append, stamp, nameKey, now }: InventoryReportsParts): InventoryReports {
  // A clock that was set back must not silence it.
  const isRecent = (time: number) => time <= now() && now() - time < day;
  return {
    due: () => !isRecent(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0),
    report: (items) => {
      const told = new Map(Object.entries(readTold(file)).filter(([, time]) => isRecent(time)));
      const key = nameKey();
      for (const item of items) {
        const hash = createHash("sha256").update(JSON.stringify(item)).digest("hex").slice(0, 16);
        if (told.has(hash)) continue;
        told.set(hash, now());
        append(toInventoryEvent(item, key === undefined || item.local === undefined ? undefined : toKeyedName(key, item.kind, item.local), stamp()));
      }
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(file, JSON.stringify(Object.fromEntries(told)), { mode: 0o600 });
        utimesSync(file, now() / 1000, now() / 1000);
      } catch {
        // It is told again, which costs a little and loses nothing.
      }
    },
  };
}

function readTold(file: string): Readonly<Record<string, number>> {
  try {
    const told: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof told === "object" && told !== null ? Object.fromEntries(Object.entries(told).filter(([, time]) => typeof time === "number")) : {};
  } catch {
    return {}; // nothing was told yet
  }
}
