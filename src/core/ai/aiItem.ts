/** Id of a server that is none of our catalogue. */
export const unknownRuntime = "unknown";

/** A program that runs models, as far as a policy can speak of it. */
export interface AiRuntime {
  readonly kind: "runtime";
  /** Id of our catalogue, or `unknownRuntime`. */
  readonly id: string;
  /** Who reaches it; absent: it does not listen, or nobody looked. */
  readonly bind?: "loopback" | "network";
}

/** A model. What is absent is not known, and then no entry that asks for it speaks of this model. */
export interface AiModel {
  readonly kind: "model";
  readonly name: string;
  /** Id of the runtime that holds it. */
  readonly runtime?: string;
  /** SHA-256 in hexadecimal: of the file, of the runtime's manifest. */
  readonly digests: readonly string[];
  readonly licence?: string;
  readonly bytes?: number;
  readonly format?: string;
}

/** An assistant, an agent, an MCP server or another program that uses models. */
export interface AiTool {
  readonly kind: "tool";
  /** Everything it is called: its id in our catalogue, of its extension or package, and its name. */
  readonly names: readonly string[];
}

export type AiItem = AiRuntime | AiModel | AiTool;

/** Who would read a request on this machine: a server, and every model of it that may be the one that answers. */
export interface LocalReader {
  readonly runtime: AiRuntime;
  readonly models: readonly AiModel[];
}
