/** What became of a setting that is looser than what is pinned. */
export type PinState = "drifted" | "restored" | "unwritable";

/** A pinned setting is looser than the policy says, or was set back. */
export interface PinEvent {
  readonly name: "gatelodge.pin";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    /** One of our list. */
    readonly "gatelodge.pin.setting": string;
    readonly "gatelodge.pin.state": PinState;
    /** Id of our catalogue; absent: a setting of the editor. */
    readonly "gatelodge.assistant.id"?: string;
  };
}

/** Makes the event of a pinned setting. The value that was found is not in it. */
export function toPinEvent({ setting, assistant }: { readonly setting: string; readonly assistant?: string }, state: PinState, { id, time }: { readonly id: string; readonly time: string }): PinEvent {
  return { name: "gatelodge.pin", time, attributes: { "gatelodge.event.id": id, "gatelodge.pin.setting": setting, "gatelodge.pin.state": state, ...(assistant === undefined ? {} : { "gatelodge.assistant.id": assistant }) } };
}
