import type { AiItem, AiModel, AiRuntime, AiTool } from "../core/ai/aiItem.ts";
import { standingOf, type Standing } from "../core/ai/standing.ts";
import type { AiPolicy } from "../core/policy/policy.ts";
import type { RuntimeSeen } from "./findRuntimes.ts";
import type { Found } from "./inventory.ts";
import type { Download } from "./models/downloads.ts";
import type { StoredModel } from "./models/storedModel.ts";
import type { ModelSeen } from "./runtimes/runtime.ts";
import type { ToolFound } from "./tools/toolFound.ts";

type Judged<T> = T & { readonly standing: Standing };
export type JudgedModel = Judged<ModelSeen>;
export type JudgedRuntime = Judged<Omit<RuntimeSeen, "models">> & { readonly models: readonly JudgedModel[] };
export type JudgedStored = Judged<StoredModel>;
export type JudgedDownload = Judged<Download>;
/** Without a standing: nothing that a policy approves or denies, such as an instruction or a credential. */
export type JudgedTool = ToolFound & { readonly standing?: Standing };

/** An inventory with where each thing stands. */
export interface JudgedInventory {
  readonly runtimes: readonly JudgedRuntime[];
  readonly models: readonly JudgedStored[];
  readonly downloads: readonly JudgedDownload[];
  readonly tools: readonly JudgedTool[];
}

/** Where everything that was found stands. Of several policies (one for each folder of a window) one that denies is enough. */
export function judgeInventory({ runtimes, models, downloads, tools }: Found, policies: readonly AiPolicy[]): JudgedInventory {
  const judge = (item: AiItem): Standing => {
    const standings = policies.map((policy) => standingOf(policy, item));
    return standings.find(({ status }) => status === "denied") ?? standings[0] ?? { status: "unknown", reason: "No policy could be read." };
  };
  return {
    runtimes: runtimes.map((runtime) => ({ ...runtime, standing: judge(toAiRuntime(runtime)), models: runtime.models.map((model) => ({ ...model, standing: judge(toAiModel(model, runtime.runtime, models)) })) })),
    models: models.map((model) => ({ ...model, standing: judge(storedAsAi(model)) })),
    downloads: downloads.map((download) => ({ ...download, standing: judge(downloadAsAi(download)) })),
    tools: tools.map((tool) => {
      const item = toAiTool(tool);
      return item === undefined ? tool : { ...tool, standing: judge(item) };
    }),
  };
}

/** What a policy knows a tool by: ids of our catalogue, of galleries and registries. A name that anybody may give says what kind it names. */
export function toAiTool({ kind, name, assistant, id }: ToolFound): AiTool | undefined {
  if (kind === "mcpServer") return { kind: "tool", names: [`mcp:${name}`, ...(id === undefined ? [] : [id])] };
  if (kind === "editor" && assistant === undefined) return undefined;
  const names = [assistant, id].filter((each) => each !== undefined);
  return kind === "editor" || kind === "extension" || kind === "agent" ? { kind: "tool", names } : undefined;
}

export const toAiRuntime = ({ runtime, bind }: Pick<RuntimeSeen, "runtime" | "bind">): AiRuntime => ({ kind: "runtime", id: runtime, ...(bind === undefined ? {} : { bind }) });

/** What a server says of a model, and what is known of the same one on the disk: the server's digest is that of its manifest there. */
export function toAiModel({ name, digest, bytes, licence }: ModelSeen, runtime: string, stored: readonly StoredModel[]): AiModel {
  const same = digest === undefined ? undefined : stored.find(({ manifestDigest }) => manifestDigest === digest);
  const known = { bytes: bytes ?? same?.bytes, licence: licence ?? same?.licence, format: same?.format };
  const digests = [digest, same?.digest].filter((each) => each !== undefined);
  return { kind: "model", name, runtime, digests, ...defined(known) };
}

function storedAsAi({ name, store, digest, manifestDigest, bytes, licence, format }: StoredModel): AiModel {
  return { kind: "model", name, runtime: store, digests: [digest, manifestDigest].filter((each) => each !== undefined), bytes, format, ...defined({ licence }) };
}

const downloadAsAi = ({ name, store, digest }: Download): AiModel => ({ kind: "model", name, runtime: store, digests: digest === undefined ? [] : [digest] });

const defined = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
