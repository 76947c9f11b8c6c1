import type { EventFilter } from "../../core/dashboard/eventFilter.ts";
import type { AiView, EventsView, NoticeView, OverviewView, PolicyPreviewView } from "../../core/dashboard/views.ts";
import { createAiView } from "./aiView.ts";
import type { AsOf } from "./deviceState.ts";
import { createDeviceViews, type DeviceViews } from "./devicesView.ts";
import { createEventsView } from "./eventsView.ts";
import { importExpected, type Expected } from "./expectedDevices.ts";
import { createOverviewView } from "./overviewView.ts";
import { createPolicyPreview } from "./policyPreview.ts";
import type { ViewDatabase } from "./viewDatabase.ts";

/** What the dashboard reads. */
export interface Views {
  readonly notice: () => Promise<NoticeView>;
  readonly overview: (asOf: AsOf) => Promise<OverviewView>;
  /** `policy`: the text of the published one, empty where there is none. */
  readonly ai: (policy: string, now: number) => Promise<AiView>;
  readonly events: (filter: EventFilter, now: number) => Promise<EventsView>;
  readonly devices: DeviceViews;
  /** `undefined`: one of the texts is no policy. */
  readonly preview: (current: string, proposed: string, now: number) => Promise<PolicyPreviewView | undefined>;
  /** Does the work without waiting for the disk; from now on every page says that the figures are made up. */
  readonly asDemo: (work: () => Promise<void>) => Promise<void>;
  readonly importExpected: (list: string, now: number) => Promise<Expected>;
}

/** The read models over the tables that are kept as events arrive. */
export function createViews(database: ViewDatabase): Views {
  return {
    notice: async () => ({ demo: (await database.all("SELECT value FROM viewFacts WHERE name = 'demo'")).length > 0 }),
    overview: createOverviewView(database),
    ai: createAiView(database),
    events: createEventsView(database),
    devices: createDeviceViews(database),
    preview: createPolicyPreview(database),
    asDemo: async (work) => {
      await database.writeFact("demo", "");
      await database.hurried(work);
    },
    importExpected: (list, now) => importExpected(database, list, now),
  };
}
