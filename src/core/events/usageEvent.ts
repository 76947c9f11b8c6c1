import type { Channel, Effect } from "../request.ts";

/** How often an assistant asked over a channel within an hour, by effect: the only trace of plain allows. */
export interface UsageEvent {
  readonly name: "gatelodge.usage.hourly";
  /** Start of the hour, ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.assistant.id": string;
    readonly "gatelodge.channel": Channel;
  } & { readonly [K in `gatelodge.usage.${Effect | "none"}`]: number };
}
