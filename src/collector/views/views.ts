import type { DatabaseSync } from "node:sqlite";
import type { EventFilter } from "../../core/dashboard/eventFilter.ts";
import type { AiView, EventsView, NoticeView, OverviewView, PolicyPreviewView } from "../../core/dashboard/views.ts";
import { createAiView } from "./aiView.ts";
import type { AsOf } from "./deviceState.ts";
import { createDeviceViews, type DeviceViews } from "./devicesView.ts";
import { createEventsView } from "./eventsView.ts";
import { importExpected } from "./expectedDevices.ts";
import { createOverviewView } from "./overviewView.ts";
import { createPolicyPreview } from "./policyPreview.ts";

/** What the dashboard reads. */
export interface Views {
  readonly notice: () => NoticeView;
  readonly overview: (asOf: AsOf) => OverviewView;
  /** `policy`: the text of the published one, empty where there is none. */
  readonly ai: (policy: string, now: number) => AiView;
  readonly events: (filter: EventFilter, now: number) => EventsView;
  readonly devices: DeviceViews;
  /** `undefined`: one of the texts is no policy. */
  readonly preview: (current: string, proposed: string, now: number) => PolicyPreviewView | undefined;
  /** Does the work without waiting for the disk; from now on every page says that the figures are made up. */
  readonly asDemo: (work: () => void) => void;
  readonly importExpected: (list: string, now: number) => { readonly count: number; readonly day: string };
}

/** The read models over the database that `createRollUp` keeps. */
export function createViews(database: DatabaseSync): Views {
  const fact = database.prepare("SELECT value FROM viewFacts WHERE name = ?");
  return {
    notice: () => ({ demo: fact.get("demo") !== undefined }),
    overview: createOverviewView(database),
    ai: createAiView(database),
    events: createEventsView(database),
    devices: createDeviceViews(database),
    preview: createPolicyPreview(database),
    asDemo: (work) => {
      database.exec("INSERT OR IGNORE INTO viewFacts VALUES ('demo', ''); PRAGMA synchronous = OFF");
      work();
      database.exec("PRAGMA synchronous = FULL");
    },
    importExpected: (list, now) => importExpected(database, list, now),
  };
}
