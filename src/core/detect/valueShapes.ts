import { hex, letters, lowercase, sampleUuid, uppercase } from "./samples.ts";

/** What a value looks like, as a pattern, with one that does. */
export interface ValueShape {
  readonly value: string;
  readonly sample: () => string;
}

export const hexadecimal = (length: number): ValueShape => ({ value: `[0-9a-f]{${length}}`, sample: () => hex(length) });
export const alphanumeric = (length: number): ValueShape => ({ value: `[a-z0-9]{${length}}`, sample: () => lowercase(length) });
export const mixedCase = (length: number): ValueShape => ({ value: `[A-Za-z0-9]{${length}}`, sample: () => letters(length) });
export const capitals = (length: number): ValueShape => ({ value: `[A-Z0-9]{${length}}`, sample: () => uppercase(length) });
/** The alphabet of base64 for addresses. */
export const urlSafe = (length: number): ValueShape => ({ value: `[A-Za-z0-9_-]{${length}}`, sample: () => letters(length) });
export const uuid: ValueShape = { value: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => sampleUuid };
