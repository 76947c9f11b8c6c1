import { rmSync, statSync, writeFileSync } from "node:fs";
import { makeFoldersFor } from "../replaceFile.ts";
import { readDevice, writeDevice, type Device } from "./device.ts";
import { enrol, type Enrolment, type EnrolmentParts } from "./enrol.ts";

export interface DeviceKeysParts {
  readonly file: string;
  readonly fetch: typeof globalThis.fetch;
  readonly host: EnrolmentParts["host"];
  readonly now: () => number;
  /** What the collector gives along with the key. */
  readonly onEnrolled: (enrolment: Extract<Enrolment, { readonly kind: "enrolled" }>) => void;
}

export interface DeviceKeys {
  /** This machine's key for an endpoint, asked for where there is none; `undefined`: not now. */
  readonly of: (endpoint: string, enrolmentToken: string) => Promise<Device | undefined>;
  /** The collector takes it no longer: the next question asks for another. */
  readonly forget: (device: Device) => void;
}

const lockMilliseconds = 60_000;
const pauses = { later: 60_000, refused: 3_600_000 } as const;

/** One machine is one device, however many windows ask at once. */
export function createDeviceKeys({ file, fetch, host, now, onEnrolled }: DeviceKeysParts): DeviceKeys {
  const state: { until: number; forgotten?: string } = { until: 0 };
  const ask = async (endpoint: string, token: string): Promise<Device | undefined> => {
    // The machine stays the same one by the key that it made.
    const privateKey = readDevice(file, endpoint)?.privateKey;
    const enrolment = await enrol({ endpoint, token, host, fetch, ...(privateKey === undefined ? {} : { privateKey }) });
    if (enrolment.kind !== "enrolled") {
      state.until = now() + pauses[enrolment.kind];
      return undefined;
    }
    writeDevice(file, enrolment.device);
    onEnrolled(enrolment);
    return enrolment.device;
  };
  return {
    forget: ({ deviceToken }) => {
      state.forgotten = deviceToken;
    },
    of: async (endpoint, token) => {
      const known = readDevice(file, endpoint);
      if (known !== undefined && known.deviceToken !== state.forgotten) return known;
      if (now() < state.until || !take(`${file}.lock`, now())) return undefined;
      try {
        return await ask(endpoint, token);
      } finally {
        rmSync(`${file}.lock`, { force: true });
      }
    },
  };
}

function take(lock: string, now: number): boolean {
  makeFoldersFor(lock, 0o700);
  const taken = statSync(lock, { throwIfNoEntry: false });
  if (taken !== undefined && Math.abs(now - taken.mtimeMs) > lockMilliseconds) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, "", { flag: "wx", mode: 0o600 });
    return true;
  } catch {
    return false; // another window asks
  }
}
