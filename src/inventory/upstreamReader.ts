import { unknownRuntime, type AiModel, type LocalReader } from "../core/ai/aiItem.ts";
import { modelNames } from "../core/ai/modelNames.ts";
import type { Destination } from "../core/request.ts";
import type { Listener } from "./machine/machine.ts";
import type { StoredModel } from "./models/storedModel.ts";
import { toAiModel } from "./judgeInventory.ts";
import { askOnce, type Ask } from "./probe.ts";
import type { ModelSeen, Runtime } from "./runtimes/runtime.ts";
import { modelsNamedIn } from "../protocols/destinationOf.ts";
import type { Json } from "../protocols/protocol.ts";

export interface UpstreamParts {
  readonly ask: Ask;
  readonly runtimes: readonly Runtime[];
  /** Models on this disk, for what a server does not say of its own. */
  readonly stored: () => Promise<readonly StoredModel[]>;
  /** Who reaches the server; `undefined`: nobody could see. */
  readonly bind: () => Promise<Listener["bind"] | undefined>;
  readonly now: () => number;
}

interface Seen { readonly runtime: string; readonly bind?: Listener["bind"]; readonly models: readonly (ModelSeen & { readonly as: AiModel })[] }

const keptMilliseconds = 30_000;
// A name that the server did not list may be of a model that it has just loaded; somebody may also make names up.
const unlistedMilliseconds = 2000;
const patience = 3000;

/** Asks the server behind the gateway what it is and which models it has, some time apart, and adds to a destination which of them would read. */
export function createUpstreamReader(parts: UpstreamParts): (destination: Destination, body: Json) => Promise<Destination> {
  const state: { last?: { readonly at: number; readonly seen: Promise<Seen> } } = {};
  const look = (kept: number) => {
    const at = parts.now();
    if (state.last === undefined || at - state.last.at > kept || at < state.last.at) state.last = { at, seen: see(parts) };
    return state.last.seen;
  };
  return async (destination, body) => {
    const names = modelsNamedIn(body);
    const seen = await look(keptMilliseconds);
    const { reader, remote } = readerOf(names, names.every((name) => listed(seen, [name]).length > 0) ? seen : await look(unlistedMilliseconds));
    return { ...destination, ...(remote ? { kind: "cloud" } : {}), reader };
  };
}

async function see({ ask, runtimes, stored, bind, now }: UpstreamParts): Promise<Seen> {
  const asking = askOnce(ask);
  const end = now() + patience;
  const [bound, onDisk] = await Promise.all([bind(), stored()]);
  const reach = bound === undefined ? {} : { bind: bound };
  for (const runtime of runtimes) {
    if (now() > end) break;
    const identity = await runtime.identify(asking);
    if (identity !== undefined) return { runtime: runtime.id, ...reach, models: identity.models.map((model) => ({ ...model, as: toAiModel(model, runtime.id, onDisk) })) };
  }
  return { runtime: unknownRuntime, ...reach, models: [] };
}

/** A model that the server lists; else what was asked for by its name, and with most servers whatever is loaded answers to any name. */
function readerOf(names: readonly string[], seen: Seen): { readonly reader: LocalReader; readonly remote: boolean } {
  const known = listed(seen, names);
  const missing = names.filter((name) => known.every((model) => !isSame(model.name, name)));
  const answering = missing.length === 0 && names.length > 0 ? [] : seen.models.filter(({ state }) => state === "loaded");
  const models = [...known, ...(seen.runtime === "ollama" ? [] : answering)];
  const named = missing.map((name): AiModel => ({ kind: "model", name, runtime: seen.runtime, digests: [] }));
  return {
    reader: { runtime: { kind: "runtime", id: seen.runtime, ...(seen.bind === undefined ? {} : { bind: seen.bind }) }, models: [...new Set([...models.map(({ as }) => as), ...named])] },
    remote: models.some(({ remote }) => remote !== undefined),
  };
}

/** Who reaches what listens on a port; the wider one counts. */
export function reachOfPort(listeners: readonly Listener[], port: number): Listener["bind"] | undefined {
  const reaches = listeners.filter((listener) => listener.port === port).map(({ bind }) => bind);
  return reaches.includes("network") ? "network" : reaches[0];
}

const listed = ({ models }: Seen, names: readonly string[]) => models.filter((model) => names.some((name) => isSame(model.name, name)));

function isSame(name: string, other: string): boolean {
  const names = new Set(modelNames(name).map((each) => each.toLowerCase()));
  return modelNames(other).some((each) => names.has(each.toLowerCase()));
}
