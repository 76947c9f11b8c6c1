import type { KeptEvent } from "./eventStore.ts";

/** Events about the guard of a machine, which somebody must be able to look after. All others are what a person did. */
export const guardEvents: readonly string[] = ["gatelodge.tamper", "gatelodge.policy.applied", "gatelodge.policy.rejected", "gatelodge.error", "gatelodge.loss", "gatelodge.pin"];

// By the number within its process, events of one person could be told to belong together.
const linking = new Set(["gatelodge.seq", "gatelodge.event.id"]);

/** An event as pages and exports show it: the machine it came from only where it is about the guard. */
export interface ShownEvent extends Omit<KeptEvent, "device"> {
  readonly device?: string;
}

/** The only way from what is kept to what somebody sees. */
export function withhold({ id, name, time, device, attributes }: KeptEvent): ShownEvent {
  return { id, name, time, ...(guardEvents.includes(name) ? { device } : {}), attributes: Object.fromEntries(Object.entries(attributes).filter(([key]) => !linking.has(key))) };
}
