import type { ServerMemory } from "./serverMemory.ts";

const said = { start: "what it starts, or where it is", given: "what is handed to it", powers: "what it may do without asking" } as const;

/** How a server differs from what was accepted, in words. */
export function driftRisks(drift: ReturnType<ServerMemory["recall"]>): readonly string[] {
  if (drift === "known") return [];
  return drift === "new" ? ["new since the tool servers were accepted"] : [`changed since it was accepted: ${drift.map((part) => said[part]).join(", ")}`];
}
