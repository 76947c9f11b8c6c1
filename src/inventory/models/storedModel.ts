/** A model on this machine's disk. Names and licences are their makers' claims. */
export interface StoredModel {
  readonly name: string;
  /** Whose folder it lies in: the id of a runtime, `huggingface`, or `folder`. */
  readonly store: string;
  readonly format: "gguf" | "safetensors" | "pickle" | "onnx" | "unknown";
  readonly bytes: number;
  /** SHA-256 of the file, where its store says it. */
  readonly digest?: string;
  /** SHA-256 of the manifest that names it: what Ollama's own list says. */
  readonly manifestDigest?: string;
  readonly parameters?: string;
  readonly quantization?: string;
  readonly licence?: string;
  /** What speaks against it, in words of our own. */
  readonly risks: readonly string[];
}

/** Loading one of these runs what its maker put into it: docs.python.org, `pickle`, its warning. */
export const pickles = /\.(?:bin|pt|pth|ckpt|pkl|pickle)$/i;
export const pickleRisk = "a pickle: loading it runs its maker's code";
