import type { ProcessSeen } from "../machine/machine.ts";
import type { Answer, Ask } from "../probe.ts";

/** A model that a runtime holds or could load. */
export interface ModelSeen {
  readonly name: string;
  readonly state: "loaded" | "stored";
  /** As the runtime says it: `8B`, `3.2B`. */
  readonly parameters?: string;
  /** `Q4_K_M`, `F16`. */
  readonly quantization?: string;
  readonly bytes?: number;
  /** SHA-256, in hexadecimal. */
  readonly digest?: string;
  readonly licence?: string;
  /** Where it really runs, when that is not this machine: a host name, or `unknown`. */
  readonly remote?: string;
}

/** What a server said it is. */
export interface Identity {
  readonly version?: string;
  readonly models: readonly ModelSeen[];
}

/** A program that runs models, as data: one file each, listed in `known.ts`. */
export interface Runtime {
  /** Our catalogue id: what policies name and events report. */
  readonly id: string;
  readonly name: string;
  readonly isProcess: (process: ProcessSeen) => boolean;
  /** Where it listens unless told otherwise. */
  readonly ports: readonly number[];
  /** Asks until it is sure; `undefined`: something else answers here. */
  readonly identify: (ask: Ask) => Promise<Identity | undefined>;
}

export const isNamed = (...names: readonly string[]) => {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return ({ name }: Pick<ProcessSeen, "name">): boolean => known.has(name.toLowerCase());
};

/** Programs that are scripts of an interpreter: told by what it was given to run. */
export const isScript = (pattern: RegExp) => ({ name, arguments: words }: Pick<ProcessSeen, "name" | "arguments">): boolean => /^(?:python[\d.]*|pythonw|uv|uvx)$/i.test(name) && words.slice(0, 6).some((word) => pattern.test(word));

export const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});
export const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.map(objectOf) : []);
export const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value.slice(0, 300) : undefined);
export const numberOf = (value: unknown): number | undefined => (typeof value === "number" && Number.isFinite(value) ? value : undefined);

/** Leaves out what is not known. */
export function known<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** The list of an OpenAI-like server whose models say that this owner serves them: `GET /v1/models`, `data[].owned_by`. */
export function ownedModels(answer: Answer | undefined, owner: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  const models = listOf(objectOf(answer?.json)["data"]);
  return models.length > 0 && models.every(({ owned_by }) => owned_by === owner) ? models : undefined;
}
