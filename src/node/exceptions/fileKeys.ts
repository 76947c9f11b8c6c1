import { createHash, createHmac, randomBytes } from "node:crypto";

/** A key for one file of one ask; it stays on the machine, so that nobody can try names. */
export const newFileKey = (): string => randomBytes(32).toString("base64url");

/** What stands for a file: only who has the key knows it again, and no other file has the same. */
export const toFileName = (key: string, path: string): string => createHmac("sha256", Buffer.from(key, "base64url")).update(path).digest("base64url");

/** What stands for a machine in what all machines read: another one in each exception, known again by the machine alone. */
export const toDeviceName = (exception: string, deviceId: string): string => createHash("sha256").update(`${exception}\n${deviceId}`).digest("base64url");
