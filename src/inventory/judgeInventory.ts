import type { AiModel, AiRuntime } from "../core/ai/aiItem.ts";
import { standingOf, type Standing } from "../core/ai/standing.ts";
import type { AiPolicy } from "../core/policy/policy.ts";
import type { RuntimeSeen } from "./findRuntimes.ts";
import type { Inventory } from "./inventory.ts";
import type { StoredModel } from "./models/storedModel.ts";
import type { ModelSeen } from "./runtimes/runtime.ts";

type Judged<T> = T & { readonly standing: Standing };
export type JudgedModel = Judged<ModelSeen>;
export type JudgedRuntime = Judged<Omit<RuntimeSeen, "models">> & { readonly models: readonly JudgedModel[] };
export type JudgedStored = Judged<StoredModel>;

/** An inventory with where each thing stands. */
export interface JudgedInventory {
  readonly runtimes: readonly JudgedRuntime[];
  readonly models: readonly JudgedStored[];
}

/** Where everything that was found stands. Of several policies (one for each folder of a window) one that denies is enough. */
export function judgeInventory({ runtimes, models }: Inventory, policies: readonly AiPolicy[]): JudgedInventory {
  const judge = (item: AiModel | AiRuntime): Standing => {
    const standings = policies.map((policy) => standingOf(policy, item));
    return standings.find(({ status }) => status === "denied") ?? standings[0] ?? { status: "unknown", reason: "No policy could be read." };
  };
  return {
    runtimes: runtimes.map((runtime) => ({ ...runtime, standing: judge(toAiRuntime(runtime)), models: runtime.models.map((model) => ({ ...model, standing: judge(toAiModel(model, runtime.runtime, models)) })) })),
    models: models.map((model) => ({ ...model, standing: judge(storedAsAi(model)) })),
  };
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

const defined = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
