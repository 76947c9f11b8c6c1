/** A person overrode a decision. The reason they typed stays in the local ledger. */
export interface OverrideEvent {
  readonly name: "gatelodge.override";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.rule.id": string;
    /** Minutes; 0: the next decision only. */
    readonly "gatelodge.override.minutes": number;
  };
}
