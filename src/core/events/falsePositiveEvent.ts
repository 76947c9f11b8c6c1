/** A person declared a finding false. The reason they typed stays in the local ledger. */
export interface FalsePositiveEvent {
  readonly name: "gatelodge.false_positive";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    /** Id of our catalogue. */
    readonly "gatelodge.detector.ids": readonly string[];
  };
}
