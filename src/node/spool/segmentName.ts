/** Two lanes: what an organisation must not miss is sent first and dropped last. */
export const lanes = ["urgent", "ordinary"] as const;
export type Lane = (typeof lanes)[number];

/**
 * What a file of the spool is called says what may be done with it. `open`: its process still writes. `sealed`: to be sent.
 * `tried`: was sent, and nobody knows whether it arrived. `claimed`: a sender has it until its lease ends.
 */
export interface SegmentName {
  readonly stem: string;
  readonly state: "open" | "sealed" | "tried" | "claimed";
  /** Milliseconds. */
  readonly madeAt: number;
  /** The process that writes it or, of a claimed one, that sends it. */
  readonly pid: number;
  readonly claimedAt?: number;
}

const form = /^((\d{13})-(\d{1,10})-[0-9a-f]{8}-\d{1,9})\.(?:(open|sealed|tried)|claimed-(\d{1,10})-(\d{13}))$/;

/** Names sort by age. `random` tells processes apart that have one number in different containers. */
export const toStem = (madeAt: number, pid: number, random: string, count: number): string => `${String(Math.trunc(madeAt)).padStart(13, "0")}-${pid}-${random}-${count}`;

export const claimedName = (stem: string, pid: number, now: number): string => `${stem}.claimed-${pid}-${String(Math.trunc(now)).padStart(13, "0")}`;

/** `undefined`: no file of ours. */
export function parseSegmentName(name: string): SegmentName | undefined {
  const [, stem, madeAt, pid, state, claimer, claimedAt] = form.exec(name) ?? [];
  if (stem === undefined) return undefined;
  if (claimer !== undefined) return { stem, state: "claimed", madeAt: Number(madeAt), pid: Number(claimer), claimedAt: Number(claimedAt) };
  return { stem, state: state as "open" | "sealed" | "tried", madeAt: Number(madeAt), pid: Number(pid) };
}
