export type Component = "languageServer" | "reporting";
export type ErrorType = "stopped" | "restarting" | "failed";

/** A part of ours does not do its work; what it would have decided is decided by the policy's `otherwise`. */
export interface ErrorEvent {
  readonly name: "gatelodge.error";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.component": Component;
    readonly "error.type": ErrorType;
  };
}

/** Makes the event of a part that fails. No message is in it: it could quote anything. */
export function toErrorEvent(component: Component, type: ErrorType, { id, time }: { readonly id: string; readonly time: string }): ErrorEvent {
  return { name: "gatelodge.error", time, attributes: { "gatelodge.event.id": id, "gatelodge.component": component, "error.type": type } };
}
