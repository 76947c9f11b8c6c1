import { asksForFiles, speaksOfModels } from "../core/ai/standing.ts";
import type { AiPolicy } from "../core/policy/policy.ts";
import type { Destination } from "../core/request.ts";
import { destinationOf } from "../protocols/destinationOf.ts";
import type { LoopbackAddress } from "../protocols/loopbackAddress.ts";
import type { Json } from "../protocols/protocol.ts";
import { machineFor } from "./machine/machineFor.ts";
import { readModelStores } from "./models/modelStores.ts";
import { createAsk } from "./probe.ts";
import { knownRuntimes } from "./runtimes/known.ts";
import { createUpstreamReader, reachOfPort } from "./upstreamReader.ts";

export interface ReaderPlaces {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** What each policy that counts says of AI. */
  readonly policies: () => readonly AiPolicy[];
  readonly now: () => number;
}

/** Where a request to a server of this machine goes and, where a policy speaks of models, which of them reads it. */
export function createDestinationReader({ platform, home, policies, now }: ReaderPlaces, { host, port }: LoopbackAddress): (body: Json, client?: string) => Promise<Destination> {
  const readBy = createUpstreamReader({
    ask: createAsk(host, port), runtimes: knownRuntimes, now,
    stored: async () => (policies().some(asksForFiles) ? readModelStores(platform, home) : []),
    bind: async () => (policies().some(({ bind }) => bind === "loopback") ? reachOfPort(await machineFor(platform).listeners(), port) : undefined),
  });
  return async (body, client) => (policies().some(speaksOfModels) ? readBy(destinationOf(body, client), body) : destinationOf(body, client));
}
