import type { DatabaseSync } from "node:sqlite";
import { shownEffects, smallestGroup, type AiGroup, type AiView, type ShownEffect } from "../../core/dashboard/views.ts";
import { standingOf } from "../../core/ai/standing.ts";
import type { Row } from "./counted.ts";
import { dayMilliseconds, toDay } from "./days.ts";
import { mergedPolicy } from "./mergedPolicy.ts";

/** Which AI is in use where, the last 28 days, and where it stands with a policy (its text; empty: the built-in one). A group of fewer than ten machines is named, without figures. */
export function createAiView(database: DatabaseSync): (policy: string, now: number) => AiView {
  const seen = database.prepare("SELECT value AS id, COUNT(*) AS devices FROM viewSeen WHERE kind = ? AND day > ? GROUP BY value ORDER BY devices DESC, value LIMIT 200");
  const used = { assistant: prepareUse(database, "assistant"), channel: prepareUse(database, "channel") };
  return (policy, now) => {
    const { ai } = mergedPolicy(policy) ?? mergedPolicy("")!;
    const since = toDay(now - 28 * dayMilliseconds);
    return {
      assistants: seen.all("assistant", since).map((row) => ({ ...toGroup(row, used.assistant.all(since)), standing: standingOf(ai, { kind: "tool", names: [String(row["id"])] }).status })),
      unknown: seen.all("unknown", since).map((row) => toGroup(row, [])),
      channels: seen.all("channel", since).map((row) => toGroup(row, used.channel.all(since))),
    };
  };
}

const prepareUse = (database: DatabaseSync, by: "assistant" | "channel") => database.prepare(`SELECT ${by} AS id, effect, SUM(count) AS count FROM viewUsage WHERE day > ? GROUP BY ${by}, effect`);

function toGroup({ id, devices }: Row, used: readonly Row[]): AiGroup {
  if (Number(devices) < smallestGroup) return { id: String(id) };
  const own = used.filter((row) => row["id"] === id);
  const effects = Object.fromEntries(shownEffects.map((effect) => [effect, Number(own.find((row) => row["effect"] === effect)?.["count"] ?? 0)])) as Record<ShownEffect, number>;
  return { id: String(id), devices: Number(devices), effects };
}
