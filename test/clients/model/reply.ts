import type { ServerResponse } from "node:http";
import type { Turn } from "./script.ts";

/** How one model API is spoken. */
export interface ModelApi {
  readonly path: RegExp;
  /** Names of the tools that a request offers, and how many results it brings. */
  readonly read: (body: ApiBody) => { readonly offered: readonly string[]; readonly results: number };
  readonly write: (body: ApiBody, turn: Turn, response: ServerResponse, newId: (prefix: string) => string, path: string) => void;
}

export type ApiBody = Readonly<Record<string, unknown>>;

export const objects = (value: unknown): readonly ApiBody[] => (Array.isArray(value) ? value.filter((item): item is ApiBody => typeof item === "object" && item !== null) : []);
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export function sendJson(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

/** Opens a stream of server-sent events and gives the function that sends one. */
export function openEvents(response: ServerResponse): (value: object | string, event?: string) => void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  return (value, event) => response.write(`${event === undefined ? "" : `event: ${event}\n`}data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`);
}
