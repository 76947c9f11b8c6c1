import type { JudgedInventory } from "../judgeInventory.ts";
import type { PossibleFetch } from "../repositoryConnections.ts";

/** An inventory as one JSON value in a line each: what collectors of logs take. */
export function toNdjson({ runtimes, models, downloads, tools }: JudgedInventory, now: Date, fetches: readonly PossibleFetch[] = []): string {
  const time = now.toISOString();
  const lines = [...runtimes.map((runtime) => ({ type: "runtime", ...runtime })), ...models.map((model) => ({ type: "model", ...model })), ...downloads.map((download) => ({ type: "download", ...download })), ...tools.map((tool) => ({ type: "tool", ...tool })), ...fetches.map((fetch) => ({ type: "connection", ...fetch }))];
  return lines.map((line) => `${JSON.stringify({ format: 1, time, ...line })}\n`).join("");
}
