import { gzip } from "node:zlib";
import { promisify } from "node:util";
import type { OtlpLogs } from "../../core/otlp/toOtlpLogs.ts";

/**
 * What an OTLP endpoint answers, by what OTLP says must follow. `later`: the same again, no sooner than told; whether it was
 * `stored` all the same is known, or not; `unsent`: there was no connection. `tooMuch`: something in it is not taken, perhaps not all. `never`: sending it again is forbidden.
 */
export type PostOutcome =
  | { readonly kind: "delivered"; readonly refused: number }
  | { readonly kind: "later"; readonly after?: number; readonly stored: "unsent" | "no" | "unknown" }
  | { readonly kind: "tooMuch" }
  | { readonly kind: "unauthorised" }
  | { readonly kind: "never" };

export type PostLogs = (logs: OtlpLogs) => Promise<PostOutcome>;

export interface Endpoint {
  /** Base address, without `/v1/logs`. */
  readonly url: string;
  readonly token?: string;
}

const patience = 30_000;
const longestAnswer = 64_000;
// OTLP names these four; whatever else goes wrong at the server must not be sent again.
const passing = new Set([429, 502, 503, 504]);
const compress = promisify(gzip);

/** Posts to an OTLP/HTTP endpoint. Never throws: no connection is an outcome. */
export function createPostLogs({ url, token }: Endpoint, fetch: typeof globalThis.fetch, now: () => number): PostLogs {
  return async (logs) => {
    try {
      const body = new Uint8Array(await compress(JSON.stringify(logs)));
      const headers = { "content-type": "application/json", "content-encoding": "gzip", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
      // A page that asks to sign in to a network leads elsewhere; the token stays here.
      const response = await fetch(logsAddress(url), { method: "POST", headers, body, redirect: "manual", signal: AbortSignal.timeout(patience) });
      const text = await readBounded(response);
      return toOutcome(response, text, now());
    } catch (error) {
      return { kind: "later", stored: neverLeft.has(codeOf(error)) ? "unsent" : "unknown" };
    }
  };
}

// There was no connection, so nothing can have arrived.
const neverLeft = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT", "ERR_INVALID_URL"]);

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: string; readonly cause?: { readonly code?: string } };
  return cause?.code ?? code ?? "";
}

const logsAddress = (url: string) => `${url.replace(/\/+$/, "")}/v1/logs`;

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for await (const chunk of response.body ?? []) {
    parts.push(decoder.decode(chunk as Uint8Array, { stream: true }));
    if (parts.reduce((sum, part) => sum + part.length, 0) > longestAnswer) break;
  }
  return parts.join("");
}

function toOutcome(response: Response, text: string, now: number): PostOutcome {
  const { status } = response;
  const after = retryAfter(response.headers.get("retry-after"), now);
  if (status === 0 || (status >= 300 && status < 400)) return { kind: "later", stored: "no" };
  if (passing.has(status)) return { kind: "later", stored: status === 429 || status === 503 ? "no" : "unknown", ...(after === undefined ? {} : { after }) };
  if (status === 401 || status === 403) return { kind: "unauthorised" };
  if (status === 400 || status === 413) return { kind: "tooMuch" };
  if (status < 200 || status >= 300) return { kind: "never" };
  // A page in place of an answer is not the endpoint's.
  return /html/i.test(response.headers.get("content-type") ?? "") ? { kind: "later", stored: "no" } : { kind: "delivered", refused: refusedIn(text) };
}

/** `partialSuccess` of ExportLogsServiceResponse: what is refused there must not be sent again. */
function refusedIn(text: string): number {
  try {
    const { partialSuccess } = (JSON.parse(text) ?? {}) as { readonly partialSuccess?: { readonly rejectedLogRecords?: unknown } };
    const refused = Number(partialSuccess?.rejectedLogRecords ?? 0);
    return Number.isSafeInteger(refused) && refused > 0 ? refused : 0;
  } catch {
    return 0; // an empty answer says that all went well
  }
}

const longestPause = 86_400_000;

/** Seconds or a date → milliseconds from now. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.min(longestPause, Math.max(0, milliseconds));
}
