/** An event as it arrived: attributes of our list only. */
export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, as the machine says. */
  readonly time: number;
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** An event and the machine it came from. */
export interface KeptEvent extends StoredEvent {
  readonly device: string;
}

export interface Device {
  readonly id: string;
}

/** Where events are kept. Every call is whole or not at all: what it answered is on the disk. */
export interface EventStore {
  /** The same key is the same machine, which gets another token. */
  readonly enrol: (device: { readonly id: string; readonly token: string; readonly publicKey: string }, now: number) => Device;
  readonly deviceWithKey: (publicKey: string) => Device | undefined;
  readonly deviceOf: (token: string) => Device | undefined;
  readonly isAdmin: (token: string) => boolean;
  /** An event that came before is counted once. */
  readonly append: (device: Device, events: readonly StoredEvent[], now: number) => { readonly accepted: number; readonly duplicate: number };
  /** From a time to before another, in no order that is promised. */
  readonly each: (since: number, until: number) => Iterable<KeptEvent>;
  /** Takes away events from before a time, so many at most, or all of a machine; gives how many. Counts by day stay. */
  readonly prune: (before: number, most: number) => number;
  readonly erase: (device: string) => number;
  /** How many machines were ever enrolled. */
  readonly devices: () => number;
  readonly nameKey: () => string;
  readonly close: () => void;
}
