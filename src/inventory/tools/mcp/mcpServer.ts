/** A tool server in one form, however its client writes it down. */
export interface McpServer {
  readonly name: string;
  readonly start:
    | { readonly kind: "program"; readonly words: readonly string[] }
    | { readonly kind: "remote"; readonly url: string }
    | { readonly kind: "unknown" };
  /** What is handed to it with every start or request: variables, headers. Values are for fingerprints, never for showing. */
  readonly given: Readonly<Record<string, string>>;
  /** Of its tools, how many are used without asking. */
  readonly unasked: number | "all";
  readonly off: boolean;
}
