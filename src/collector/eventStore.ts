/** An event as it arrived: attributes of our list only. */
export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, as the machine says. */
  readonly time: number;
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Each day that an event names is counted for itself, and none of ours is older than this. */
export const isTime = (time: number): boolean => Number.isSafeInteger(time) && time >= Date.UTC(2025, 0) && time < 4e12;

/** An event and the machine it came from. */
export interface KeptEvent extends StoredEvent {
  readonly device: string;
}

export interface Device {
  readonly id: string;
}

/** At once where the database is part of this process, later where it is asked over the network. */
export type Awaitable<T> = T | Promise<T>;

/** What a new database tells once: only hashes of these are kept. */
export interface FirstSecrets {
  readonly adminToken: string;
  /** `false`: an earlier start made the database, and ended before anybody had seen its token. */
  readonly isNew: boolean;
  /** Whoever is to know them has seen them; until then each start makes others. */
  readonly shown: () => Awaitable<void>;
}

/** Where events are kept. Every call is whole or not at all: what it answered is on the disk. */
export interface EventStore {
  /** The same key is the same machine, which gets another token. */
  readonly enrol: (device: { readonly id: string; readonly token: string; readonly publicKey: string }, now: number) => Awaitable<Device>;
  readonly deviceWithKey: (publicKey: string) => Awaitable<Device | undefined>;
  readonly deviceOf: (token: string) => Awaitable<Device | undefined>;
  /** Its token counts no more, whichever collector it asks. */
  readonly sendAway: (device: string, now: number) => Awaitable<void>;
  readonly isAdmin: (token: string) => Awaitable<boolean>;
  /** An event that came before is counted once. */
  readonly append: (device: Device, events: readonly StoredEvent[], now: number) => Awaitable<{ readonly accepted: number; readonly duplicate: number }>;
  /** From a time to before another, in no order that is promised. */
  readonly each: (since: number, until: number) => Iterable<KeptEvent> | AsyncIterable<KeptEvent>;
  /** Takes away events from before a time, about so many at most, or all of a machine; gives how many. Counts by day stay. */
  readonly prune: (before: number, most: number) => Awaitable<number>;
  readonly erase: (device: string) => Awaitable<number>;
  /** How many machines were ever enrolled. */
  readonly devices: () => Awaitable<number>;
  readonly nameKey: () => Awaitable<string>;
  readonly close: () => Awaitable<void>;
}
