export const lossReasons = ["full", "tooOld", "damaged", "refused", "unwritable"] as const;
export type LossReason = (typeof lossReasons)[number];

/** Events that will not arrive: a gap that is reported is no secret. */
export interface LossEvent {
  readonly name: "gatelodge.loss";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.loss.reason": LossReason;
    readonly "gatelodge.loss.count": number;
  };
}

/** Makes the event of a loss. */
export function toLossEvent(reason: LossReason, count: number, { id, time }: { readonly id: string; readonly time: string }): LossEvent {
  return { name: "gatelodge.loss", time, attributes: { "gatelodge.event.id": id, "gatelodge.loss.reason": reason, "gatelodge.loss.count": count } };
}
