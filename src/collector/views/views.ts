import type { DatabaseSync } from "node:sqlite";
import type { EventFilter } from "../../core/dashboard/eventFilter.ts";
import type { AiView, EventsView, NoticeView, OverviewView } from "../../core/dashboard/views.ts";
import { createAiView } from "./aiView.ts";
import { createDeviceViews, type DeviceViews } from "./devicesView.ts";
import { createEventsView } from "./eventsView.ts";
import { importExpected } from "./expectedDevices.ts";
import { createOverviewView } from "./overviewView.ts";

/** What the dashboard reads. */
export interface Views {
  readonly notice: () => NoticeView;
  readonly overview: (now: number) => OverviewView;
  readonly ai: (now: number) => AiView;
  readonly events: (filter: EventFilter, now: number) => EventsView;
  readonly devices: DeviceViews;
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
    asDemo: (work) => {
      database.exec("INSERT OR IGNORE INTO viewFacts VALUES ('demo', ''); PRAGMA synchronous = OFF");
      work();
      database.exec("PRAGMA synchronous = FULL");
    },
    importExpected: (list, now) => importExpected(database, list, now),
  };
}
