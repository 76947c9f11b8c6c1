export type TamperKind = "hooksChanged" | "hooksSwitchedOff" | "programChanged";

/** Something that guards was changed by somebody else. */
export interface TamperEvent {
  readonly name: "gatelodge.tamper";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.tamper.kind": TamperKind;
    /** Id of our catalogue. */
    readonly "gatelodge.assistant.id"?: string;
  };
}

/** Makes the event of a change to what guards; `assistant`: an id of our catalogue. */
export function toTamperEvent(kind: TamperKind, assistant: string | undefined, { id, time }: { readonly id: string; readonly time: string }): TamperEvent {
  return { name: "gatelodge.tamper", time, attributes: { "gatelodge.event.id": id, "gatelodge.tamper.kind": kind, ...(assistant === undefined ? {} : { "gatelodge.assistant.id": assistant }) } };
}
