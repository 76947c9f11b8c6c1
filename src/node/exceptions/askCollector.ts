import { parseAskAnswers, type AskAnswer, type ExceptionAsk } from "../../core/exceptionAsk.ts";
import type { Device } from "../reporting/device.ts";

export interface CollectorParts {
  readonly device: Pick<Device, "endpoint" | "deviceToken">;
  readonly fetch: typeof globalThis.fetch;
}

const patience = 30_000;
const longestAnswer = 1_000_000;

/** `refused`: it will not be taken, however often it is sent; `later`: nobody answered. Never throws. */
export async function sendAsk(ask: ExceptionAsk, parts: CollectorParts): Promise<"taken" | "refused" | "later"> {
  const response = await request(parts, { method: "POST", body: JSON.stringify(ask) });
  if (response?.ok === true) return "taken";
  return response !== undefined && [400, 403, 404, 409].includes(response.status) ? "refused" : "later";
}

/** What became of everything this machine asked for; `undefined`: nobody answered. Never throws. */
export async function fetchAnswers(parts: CollectorParts): Promise<readonly AskAnswer[] | undefined> {
  try {
    const response = await request(parts, { method: "GET" });
    const text = response?.ok === true ? await response.text() : "";
    return text === "" || text.length > longestAnswer ? undefined : parseAskAnswers(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function request({ device: { endpoint, deviceToken }, fetch }: CollectorParts, init: RequestInit): Promise<Response | undefined> {
  const headers = { authorization: `Bearer ${deviceToken}`, ...(init.body === undefined ? {} : { "content-type": "application/json" }) };
  // A page that asks to sign in to a network leads elsewhere; the token stays here.
  return fetch(`${endpoint.replace(/\/+$/, "")}/v1/exceptions`, { ...init, headers, redirect: "manual", signal: AbortSignal.timeout(patience) }).catch(() => undefined);
}
