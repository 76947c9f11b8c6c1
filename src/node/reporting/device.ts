import { readFileSync } from "node:fs";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";

/** What a collector gave this machine, and the key that it made for itself. */
export interface Device {
  /** The collector it belongs to: what one gave is shown to no other. */
  readonly endpoint: string;
  readonly deviceId: string;
  readonly deviceToken: string;
  /** Ed25519, PKCS 8, PEM. */
  readonly privateKey: string;
  /** The organisation's key for names that are in no catalogue, base64url; without it such names are not reported at all. */
  readonly nameKey?: string;
}

/** `undefined`: not enrolled, or not there. */
export function readDevice(file: string, endpoint: string): Device | undefined {
  try {
    const device = JSON.parse(readFileSync(file, "utf8")) as Partial<Record<keyof Device, unknown>>;
    const { deviceId, deviceToken, privateKey, nameKey } = device;
    if (device.endpoint !== endpoint || typeof deviceId !== "string" || typeof deviceToken !== "string" || typeof privateKey !== "string") return undefined;
    return { endpoint, deviceId, deviceToken, privateKey, ...(typeof nameKey === "string" ? { nameKey } : {}) };
  } catch {
    return undefined;
  }
}

/** Only the user can read it. */
export function writeDevice(file: string, device: Device): void {
  makeFoldersFor(file, 0o700);
  replaceFile(file, Buffer.from(JSON.stringify(device)), standingOfNew(file));
}
