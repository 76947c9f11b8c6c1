import { unknownRuntime } from "../core/ai/aiItem.ts";
import { familyOf } from "../core/ai/modelFamilies.ts";
import { publishedServers } from "../core/ai/publishedServers.ts";
import type { Standing } from "../core/ai/standing.ts";
import type { ReportedItem } from "../core/events/inventoryEvent.ts";
import type { JudgedInventory, JudgedModel, JudgedRuntime, JudgedStored, JudgedTool } from "./judgeInventory.ts";

/** More than a machine has, unless somebody means to fill the endpoint. */
const most = 200;

/** What of an inventory may be told: names of catalogues, and where each thing stands. Twins are told once. */
export function toReportedItems({ runtimes, models, tools }: JudgedInventory): readonly ReportedItem[] {
  const items = [...runtimes.flatMap((runtime) => [ofRuntime(runtime), ...runtime.models.map((model) => ofRunning(model, runtime))]), ...models.map(ofStored), ...tools.flatMap(ofTool)];
  // What runs says more than what is stored.
  const told = new Map(items.toReversed().map((item) => [`${item.kind} ${item.name} ${item.local ?? ""} ${item.standing}`, item]));
  return [...told.values()].toReversed().slice(0, most);
}

const plain = { running: false, exposed: false, remote: false, risks: 0 };

function ofRuntime({ runtime, certainty, bind, standing }: JudgedRuntime): ReportedItem {
  return { ...plain, kind: "runtime", name: runtime === unknownRuntime ? "other" : runtime, ...told(standing), running: certainty === "running", exposed: bind === "network" };
}

function ofRunning({ name, state, remote, standing }: JudgedModel, { bind }: JudgedRuntime): ReportedItem {
  return { ...plain, ...modelName(name), ...told(standing), running: state === "loaded", exposed: bind === "network", remote: remote !== undefined };
}

const ofStored = ({ name, standing, risks }: JudgedStored): ReportedItem => ({ ...plain, ...modelName(name), ...told(standing), risks: risks.length });

function modelName(name: string): Pick<ReportedItem, "kind" | "name" | "local"> {
  const family = familyOf(name);
  return { kind: "model", ...(family === undefined ? { name: "other", local: name } : { name: family }) };
}

function ofTool({ kind, name, assistant, id, host, risks, standing }: JudgedTool): readonly ReportedItem[] {
  if (standing === undefined || (kind !== "editor" && kind !== "extension" && kind !== "agent" && kind !== "mcpServer")) return [];
  const known = kind === "mcpServer" ? (id !== undefined && publishedServers.has(id) ? id : undefined) : assistant;
  return [{ ...plain, kind, ...(known === undefined ? { name: "other", local: id ?? name } : { name: known }), ...told(standing), remote: host !== undefined, risks: risks.length }];
}

/** Of a policy of the user or of a repository only what it comes to: its entries' names may say anything. */
const told = ({ status, entry, layer }: Standing): Pick<ReportedItem, "standing" | "entry"> => ({ standing: status, ...(entry !== undefined && (layer === "organisation" || layer === "machine") ? { entry } : {}) });
