import type { CachedPolicy } from "./trustFiles.ts";

/** What the endpoint says about its policy. */
export type Served =
  | { readonly kind: "offered"; readonly offered: CachedPolicy }
  | { readonly kind: "unchanged" | "unauthorised" }
  | { readonly kind: "later"; readonly after?: number };

export interface PolicyQuestion {
  readonly endpoint: string;
  readonly token?: string;
  readonly etag?: string;
  readonly fetch: typeof globalThis.fetch;
}

const patience = 30_000;
// Two tokens of a megabyte each, and what is around them.
const longestAnswer = 2_100_000;
const longestPauseSeconds = 86_400;

/** Asks for the policy; `etag` saves an answer that is known. What is answered is verified by whoever takes it. Never throws. */
export async function fetchPolicy({ endpoint, token, etag, fetch }: PolicyQuestion): Promise<Served> {
  try {
    const headers = { accept: "application/json", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(etag === undefined ? {} : { "if-none-match": etag }) };
    // A page that asks to sign in to a network leads elsewhere; the token stays here.
    const response = await fetch(`${endpoint.replace(/\/+$/, "")}/v1/policy`, { headers, redirect: "manual", signal: AbortSignal.timeout(patience) });
    if (response.status === 304) return { kind: "unchanged" };
    if (response.status === 401 || response.status === 403) return { kind: "unauthorised" };
    const text = response.status === 200 ? await readBounded(response) : undefined;
    return (text === undefined ? undefined : toOffered(text, response.headers.get("etag"))) ?? later(response.headers.get("retry-after"));
  } catch {
    return { kind: "later" };
  }
}

function toOffered(text: string, etag: string | null): Served | undefined {
  const { keyset, policy } = (JSON.parse(text) ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof keyset !== "string" || typeof policy !== "string") return undefined;
  return { kind: "offered", offered: { keyset, policy, ...(etag !== null && /^(?:W\/)?"[\w+/=:-]{1,200}"$/.test(etag) ? { etag } : {}) } };
}

/** `undefined`: longer than any policy. */
async function readBounded(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const state = { text: "" };
  for await (const chunk of response.body ?? []) {
    state.text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (state.text.length > longestAnswer) return undefined;
  }
  return state.text;
}

function later(retryAfter: string | null): Served {
  return retryAfter !== null && /^\d{1,9}$/.test(retryAfter.trim()) ? { kind: "later", after: Math.min(longestPauseSeconds, Number(retryAfter)) * 1000 } : { kind: "later" };
}
