import type { RuntimeSeen } from "../../../inventory/findRuntimes.ts";
import type { Ask } from "../../../inventory/probe.ts";
import { listOf, objectOf, textOf } from "../../../inventory/runtimes/runtime.ts";
import { parseLoopbackAddress, type LoopbackAddress } from "../../../protocols/loopbackAddress.ts";

/** A model that a server of this machine answers for. */
export interface ServedModel {
  readonly id: string;
  /** As the server calls it. */
  readonly name: string;
  /** Our catalogue id of the server's program, or `other`. */
  readonly runtime: string;
  readonly server: string;
  readonly address: LoopbackAddress;
  /** Where it really runs, if not on this machine. */
  readonly remote?: string;
}

export interface ModelPlaces {
  readonly findRuntimes: () => Promise<readonly RuntimeSeen[]>;
  /** Further servers that somebody named. */
  readonly named: readonly string[];
  readonly askAt: (host: LoopbackAddress["host"], port: number, patience: number) => Ask;
}

// A known port is asked in passing; a server that somebody named is waited for.
const patience = 3000;

/** Every model that can be asked on this machine now. Embedding and ranking are no chat. */
export async function findServedModels({ findRuntimes, named, askAt }: ModelPlaces): Promise<readonly ServedModel[]> {
  const addresses = named.flatMap((text) => parseLoopbackAddress(text) ?? []);
  const [runtimes, others] = await Promise.all([findRuntimes(), Promise.all(addresses.map((address) => modelsAt(address, askAt(address.host, address.port, patience))))]);
  const all = [...runtimes.flatMap(modelsOf), ...others.flat()].filter(({ name }) => !/embed|rerank/i.test(name));
  // A server that was named as well as found is listed as what it was found to be.
  return all.filter((model, at) => all.findIndex(({ name, address }) => name === model.name && address.port === model.address.port) === at);
}

function modelsOf({ runtime, name: server, certainty, port, loopback, models }: RuntimeSeen): readonly ServedModel[] {
  if (certainty !== "running" || port === undefined || loopback === undefined) return [];
  return models.map(({ name, remote }) => ({ id: `${runtime}:${port}:${name}`, name, runtime, server, address: { host: loopback, port }, ...(remote === undefined ? {} : { remote }) }));
}

async function modelsAt(address: LoopbackAddress, ask: Ask): Promise<readonly ServedModel[]> {
  const answer = await ask("/v1/models");
  return listOf(objectOf(answer?.json)["data"]).flatMap(({ id }) => textOf(id) ?? []).map((name) => ({ id: `other:${address.port}:${name}`, name, runtime: "other", server: `port ${address.port}`, address }));
}
