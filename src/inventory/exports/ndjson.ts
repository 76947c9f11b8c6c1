import type { JudgedInventory } from "../judgeInventory.ts";

/** An inventory as one JSON value in a line each: what collectors of logs take. */
export function toNdjson({ runtimes, models, downloads, tools }: JudgedInventory, now: Date): string {
  const time = now.toISOString();
  const lines = [...runtimes.map((runtime) => ({ type: "runtime", ...runtime })), ...models.map((model) => ({ type: "model", ...model })), ...downloads.map((download) => ({ type: "download", ...download })), ...tools.map((tool) => ({ type: "tool", ...tool }))];
  return lines.map((line) => `${JSON.stringify({ format: 1, time, ...line })}\n`).join("");
}
