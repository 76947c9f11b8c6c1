import type { LayerSource, Policy } from "../policy/policy.ts";

/** What happens to a layer of the policy. */
export type PolicyProblemKind = "broken" | "ignored" | "distrusted";

interface Stamp { readonly id: string; readonly time: string }

/** Another policy than before is in force. */
export interface PolicyAppliedEvent {
  readonly name: "gatelodge.policy.applied";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.policy.hash": string;
    readonly "gatelodge.policy.previous"?: string;
    readonly "gatelodge.policy.mode": Policy["mode"];
    /** The layers that it is made of. */
    readonly "gatelodge.policy.layers": readonly LayerSource[];
  };
}

/** A layer, or a wish of one, does not count. */
export interface PolicyRejectedEvent {
  readonly name: "gatelodge.policy.rejected";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.policy.layer": LayerSource;
    readonly "gatelodge.policy.problem": PolicyProblemKind;
  };
}

/** Makes the event of a policy that came into force. */
export function toPolicyAppliedEvent({ hash, mode, rules, classification }: Pick<Policy, "hash" | "mode" | "rules" | "classification">, previous: string | undefined, { id, time }: Stamp): PolicyAppliedEvent {
  const layers = [...new Set([...rules, ...classification].map(({ origin }) => origin.source))];
  return {
    name: "gatelodge.policy.applied", time,
    attributes: { "gatelodge.event.id": id, "gatelodge.policy.hash": hash, ...(previous === undefined ? {} : { "gatelodge.policy.previous": previous }), "gatelodge.policy.mode": mode, "gatelodge.policy.layers": layers },
  };
}

/** Makes the event of a layer that does not count; what is wrong with it stays here, since it may quote the file. */
export function toPolicyRejectedEvent(layer: LayerSource, problem: PolicyProblemKind, { id, time }: Stamp): PolicyRejectedEvent {
  return { name: "gatelodge.policy.rejected", time, attributes: { "gatelodge.event.id": id, "gatelodge.policy.layer": layer, "gatelodge.policy.problem": problem } };
}
