/** What the head of a model file says about it. Everything is its maker's claim. */
export interface ModelHead {
  readonly format: "gguf" | "safetensors";
  readonly name?: string;
  readonly architecture?: string;
  /** Counted from the shapes of its tensors. */
  readonly parameters?: number;
  readonly quantization?: string;
  readonly licence?: string;
  /** The template by which a chat becomes the model's text. */
  readonly chatTemplate?: string;
}
