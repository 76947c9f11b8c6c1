/** What the guarded view's page and its editor say to each other. A value travels only when a person asks for it. */
export interface GuardedRow {
  /** Position among the entries of this revision. */
  readonly id: number;
  /** Line number, from 1. */
  readonly line: number;
  readonly kind: "comment" | "value";
  /** Of a value: what it is called. */
  readonly name: string;
  /** Of a comment, or behind a value; what looks like a secret in it is masked already. */
  readonly text: string;
  readonly empty: boolean;
  readonly commented: boolean;
}

export type ToGuardedPage =
  | { readonly type: "rows"; readonly revision: number; readonly rows: readonly GuardedRow[] }
  | { readonly type: "unsuitable"; readonly reason: string }
  | { readonly type: "value"; readonly revision: number; readonly id: number; readonly value: string; readonly purpose: "reveal" | "edit" }
  | { readonly type: "refused"; readonly reason: string }
  /** What was cut is in the clipboard. */
  | { readonly type: "cut" };

export type FromGuardedPage =
  | { readonly type: "ready" }
  | { readonly type: "ask"; readonly revision: number; readonly id: number; readonly purpose: "reveal" | "edit" }
  | { readonly type: "edit"; readonly revision: number; readonly id: number; readonly value: string; readonly save: boolean }
  | { readonly type: "remove"; readonly revision: number; readonly id: number }
  | { readonly type: "add"; readonly name: string; readonly value: string }
  | { readonly type: "copy"; readonly text: string; readonly cut: boolean }
  | { readonly type: "openAsText" };

const shapes: Readonly<Record<FromGuardedPage["type"], Readonly<Record<string, "string" | "number" | "boolean">>>> = {
  ready: {}, openAsText: {},
  ask: { revision: "number", id: "number", purpose: "string" },
  edit: { revision: "number", id: "number", value: "string", save: "boolean" },
  remove: { revision: "number", id: "number" },
  add: { name: "string", value: "string" },
  copy: { text: "string", cut: "boolean" },
};

/** A message of the page, or `undefined` for anything else that might be posted into its frame. */
export function parseFromGuardedPage(message: unknown): FromGuardedPage | undefined {
  if (typeof message !== "object" || message === null || !("type" in message) || typeof message.type !== "string" || !Object.hasOwn(shapes, message.type)) return undefined;
  const fields = message as Readonly<Record<string, unknown>>;
  const fits = Object.entries(shapes[message.type as FromGuardedPage["type"]]).every(([key, type]) => typeof fields[key] === type);
  return fits ? (message as FromGuardedPage) : undefined;
}
