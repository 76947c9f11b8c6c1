import { existsSync } from "node:fs";
import { join } from "node:path";
import { createPointing, type Pointing } from "./assistantPointing.ts";
import { askGateway, startGateway, stopGateway } from "./gatewayControl.ts";
import { openGatewayKey } from "./gatewayKey.ts";
import { gatewayPlaces } from "./gatewayPlaces.ts";
import { readGatewayTerms } from "./gatewayTerms.ts";

export interface StandByParts {
  readonly home: string;
  /** Our own folder in the home. */
  readonly state: string;
  readonly dist: string;
  readonly runtime: string;
}

export interface StandBy {
  /** `failed`: assistants are pointed at what does not answer. */
  readonly outcome: "running" | "started" | "failed";
  readonly pointing: Pointing;
  /** The key could not be read, so that the tokens of those who are pointed here no longer count. */
  readonly isAnew: boolean;
}

/** After a restart of the machine nothing runs that assistants were pointed at: it is started as it was; `undefined`: none is pointed. */
export async function standByPointed({ home, state, dist, runtime }: StandByParts): Promise<StandBy | undefined> {
  const places = gatewayPlaces(state);
  const terms = readGatewayTerms(places.terms);
  if (terms === undefined || !existsSync(places.key)) return undefined;
  const key = openGatewayKey(places.key);
  const pointing = createPointing({ home, journalFolder: places.journal, key, address: terms });
  if (pointing.pointed().length === 0) return undefined;
  const { isAnew } = key;
  const before = await askGateway(key, terms.port, "status");
  if (before === "running" || before === "another") return { pointing, isAnew, outcome: before === "running" ? "running" : "failed" };
  if (before === "fallen") await stopGateway(key, terms.port);
  const stands = await startGateway(key, { runtime, program: join(dist, "gateway.cjs"), home, folder: places.folder, terms });
  // Another window may have been faster.
  return { pointing, isAnew, outcome: stands ? "started" : (await askGateway(key, terms.port, "status")) === "running" ? "running" : "failed" };
}
