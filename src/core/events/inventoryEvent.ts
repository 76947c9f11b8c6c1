import type { AiStatus } from "../ai/standing.ts";

export const itemKinds = ["runtime", "model", "editor", "extension", "agent", "mcpServer"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A piece of AI on a machine, as far as it may be told. */
export interface ReportedItem {
  readonly kind: ItemKind;
  /** Of our catalogue: of assistants, runtimes, editors, families of models, published tool servers; `other`: of none. */
  readonly name: string;
  /** What it is called here, and what never leaves the machine but as a keyed hash; absent: it is told by `name`. */
  readonly local?: string;
  readonly standing: AiStatus;
  /** The entry of the organisation's policy that decided. */
  readonly entry?: string;
  /** Of a server: it answers now. */
  readonly running: boolean;
  /** Other machines reach it. */
  readonly exposed: boolean;
  /** What it is asked runs on another machine. */
  readonly remote: boolean;
  /** How many things speak against it. */
  readonly risks: number;
}

/** Something that is on a machine: said when it is new or stands otherwise, and once a day. */
export interface InventoryEvent {
  readonly name: "gatelodge.inventory";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.item.kind": ItemKind;
    readonly "gatelodge.item.name": string;
    readonly "gatelodge.item.key"?: string;
    readonly "gatelodge.item.standing": AiStatus;
    readonly "gatelodge.item.entry"?: string;
    readonly "gatelodge.item.running": boolean;
    readonly "gatelodge.item.exposed": boolean;
    readonly "gatelodge.item.remote": boolean;
    readonly "gatelodge.item.risks": number;
  };
}

/** Makes the event of something found; `key`: a keyed hash of what it is called here. */
export function toInventoryEvent(item: ReportedItem, key: string | undefined, { id, time }: { readonly id: string; readonly time: string }): InventoryEvent {
  return {
    name: "gatelodge.inventory", time,
    attributes: {
      "gatelodge.event.id": id, "gatelodge.item.kind": item.kind, "gatelodge.item.name": item.name, ...(key === undefined ? {} : { "gatelodge.item.key": key }),
      "gatelodge.item.standing": item.standing, ...(item.entry === undefined ? {} : { "gatelodge.item.entry": item.entry }),
      "gatelodge.item.running": item.running, "gatelodge.item.exposed": item.exposed, "gatelodge.item.remote": item.remote, "gatelodge.item.risks": item.risks,
    },
  };
}
