import type { Door } from "../coverage.ts";

/** How the guard of a machine stands, as seen by one window. */
export interface GuardState {
  /** Seconds since the window's start. */
  readonly uptime: number;
  readonly policyHash: string;
  readonly mode: "monitor" | "enforce";
  /** Digest of the programs on the disk; the same for everybody who has the same version. */
  readonly programs: string;
  readonly server: "starting" | "running" | "restarting" | "stopped";
  /** Doors that something here switches off, in whole or in part. */
  readonly doorsOff: readonly Door[];
  /** Ids of our catalogue. */
  readonly hooksInstalled: readonly string[];
  readonly hooksOff: readonly string[];
  /** Since the window's start. */
  readonly undecided: number;
  readonly unrecorded: number;
  readonly unspooled: number;
  readonly queue: { readonly files: number; readonly bytes: number; /** Milliseconds. */ readonly oldest: number };
}

/** Sent now and then while an editor runs: its absence says as much as what is in it. */
export interface HeartbeatEvent {
  readonly name: "gatelodge.heartbeat";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.uptime": number;
    readonly "gatelodge.policy.hash": string;
    readonly "gatelodge.policy.mode": GuardState["mode"];
    readonly "gatelodge.integrity.programs": string;
    readonly "gatelodge.server.state": GuardState["server"];
    readonly "gatelodge.coverage.off": readonly Door[];
    readonly "gatelodge.hooks.installed": readonly string[];
    readonly "gatelodge.hooks.off": readonly string[];
    readonly "gatelodge.undecided.count": number;
    readonly "gatelodge.unrecorded.count": number;
    readonly "gatelodge.unspooled.count": number;
    readonly "gatelodge.queue.files": number;
    readonly "gatelodge.queue.bytes": number;
    /** Seconds. */
    readonly "gatelodge.queue.age": number;
  };
}

/** Makes the event of how the guard stands. */
export function toHeartbeatEvent(state: GuardState, { id, time }: { readonly id: string; readonly time: string }): HeartbeatEvent {
  return {
    name: "gatelodge.heartbeat", time,
    attributes: {
      "gatelodge.event.id": id, "gatelodge.uptime": Math.round(state.uptime), "gatelodge.policy.hash": state.policyHash, "gatelodge.policy.mode": state.mode,
      "gatelodge.integrity.programs": state.programs, "gatelodge.server.state": state.server, "gatelodge.coverage.off": state.doorsOff,
      "gatelodge.hooks.installed": state.hooksInstalled, "gatelodge.hooks.off": state.hooksOff,
      "gatelodge.undecided.count": state.undecided, "gatelodge.unrecorded.count": state.unrecorded, "gatelodge.unspooled.count": state.unspooled,
      "gatelodge.queue.files": state.queue.files, "gatelodge.queue.bytes": state.queue.bytes, "gatelodge.queue.age": Math.round(state.queue.oldest / 1000),
    },
  };
}
