import { join } from "node:path";

/** In our own folder, which agents' tools may not touch. */
export function gatewayPlaces(state: string) {
  const folder = join(state, "gateway");
  return { folder, key: join(folder, "key"), terms: join(folder, "terms.json"), journal: join(folder, "points") } as const;
}

/** The name under which programs of ours, no assistant, speak to the gateway. */
export const controlClient = "control";
