import { schemaVersion, type EventGroup } from "../../core/otlp/toOtlpLogs.ts";
import type { ReportingEntry } from "../../core/policy/policyDocument.ts";
import type { Locations } from "../locations.ts";
import { createSpoolSender, reportingPlaces, type Reporting } from "./createReporting.ts";
import { readDevice, type Device } from "./device.ts";
import { createDeviceKeys, type DeviceKeysParts } from "./deviceKeys.ts";
import { toKeyedName } from "./keyedName.ts";
import { createPostLogs } from "./postLogs.ts";
import { createRecordedPost } from "./reportedBook.ts";
import type { Round } from "./sender.ts";

export interface ReportingRunParts extends Pick<DeviceKeysParts, "fetch" | "host" | "now" | "onEnrolled"> {
  readonly locations: Pick<Locations, "state">;
  readonly reporting: Reporting;
  /** Whether the person was told; asked before anything is sent, with what the policy says now. */
  readonly mayReport: (entry: ReportingEntry) => boolean;
  readonly userName: () => string;
}

export interface ReportingRun {
  /** Sends what waits, unless it is being sent already. */
  readonly look: () => Promise<Round["kind"] | "silent" | "busy">;
  readonly waiting: () => { readonly files: number; readonly bytes: number; readonly oldest: number };
}

/** Brings together what the policy says, what the person was told, the machine's key and the spool. */
export function createReportingRun({ locations, reporting, mayReport, userName, fetch, host, now, onEnrolled }: ReportingRunParts): ReportingRun {
  const places = reportingPlaces(locations);
  const sender = createSpoolSender(locations, reporting, now);
  const keys = createDeviceKeys({ file: places.device, fetch, host, now, onEnrolled });
  const state = { busy: false };
  const send = async (entry: ReportingEntry): Promise<Round["kind"] | "silent"> => {
    if (!mayReport(entry)) return "silent";
    // One that fetches the organisation's policy from the same endpoint has a key there already.
    const device = entry.enrolmentToken === undefined ? readDevice(places.device, entry.endpoint) : await keys.of(entry.endpoint, entry.enrolmentToken);
    if (entry.enrolmentToken !== undefined && device === undefined) return "unauthorised";
    const post = createRecordedPost(places.book, entry.endpoint, createPostLogs({ url: entry.endpoint, ...(device === undefined ? {} : { token: device.deviceToken }) }, fetch, now), now);
    for (;;) {
      const { kind } = await sender.round(post, toMachine(entry, device, userName));
      if (kind === "unauthorised" && device !== undefined) keys.forget(device);
      if (kind !== "sent") return kind;
    }
  };
  return {
    waiting: sender.reader.waiting,
    look: async () => {
      const entry = reporting.entry();
      if (entry === undefined) return "silent";
      if (state.busy) return "busy";
      state.busy = true;
      try {
        const kind = await send(entry);
        if (kind !== "idle") sender.makeRoom();
        return kind;
      } finally {
        state.busy = false;
      }
    },
  };
}

/** Without the organisation's key there is no pseudonym: a name under no key could be found by trying names. */
function toMachine({ identity }: ReportingEntry, device: Device | undefined, userName: () => string): EventGroup["resource"] {
  return {
    "gatelodge.schema.version": schemaVersion,
    ...(device === undefined ? {} : { "gatelodge.device.id": device.deviceId }),
    ...(identity === "pseudonymous" && device?.nameKey !== undefined ? { "gatelodge.user.id": toKeyedName(device.nameKey, "user", userName()) } : {}),
  };
}
