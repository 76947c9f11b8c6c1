/** An event as it arrived: attributes of our list only. */
export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, as the machine says. */
  readonly time: number;
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export interface Device {
  readonly id: string;
}

/** Where events are kept. Every call is whole or not at all: what it answered is on the disk. */
export interface EventStore {
  /** `undefined`: the token does not count. */
  readonly enrol: (enrolmentToken: string, device: { readonly id: string; readonly token: string; readonly publicKey: string }, now: number) => Device | undefined;
  readonly deviceOf: (token: string) => Device | undefined;
  readonly isAdmin: (token: string) => boolean;
  /** An event that came before is counted once. */
  readonly append: (device: Device, events: readonly StoredEvent[], now: number) => { readonly accepted: number; readonly duplicate: number };
  readonly nameKey: () => string;
  readonly close: () => void;
}
