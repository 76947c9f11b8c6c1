import { shownEffects, smallestGroup, type AiGroup, type AiView, type ShownEffect } from "../../core/dashboard/views.ts";
import { standingOf } from "../../core/ai/standing.ts";
import type { Row } from "./counted.ts";
import { dayMilliseconds, toDay } from "./days.ts";
import { mergedPolicy } from "./mergedPolicy.ts";
import type { ViewDatabase } from "./viewDatabase.ts";

/** Which AI is in use where, the last 28 days, and where it stands with a policy (its text; empty: the built-in one). A group of fewer than ten machines is named, without figures. */
export function createAiView(database: ViewDatabase): (policy: string, now: number) => Promise<AiView> {
  const seen = (kind: string, since: string) => database.all("SELECT value AS id, COUNT(*) AS devices FROM viewSeen WHERE kind = :kind AND day > :since GROUP BY value ORDER BY devices DESC, value LIMIT 200", { kind, since });
  const used = (by: "assistant" | "channel", since: string) => database.all(`SELECT ${by} AS id, effect, SUM(count) AS count FROM viewUsage WHERE day > :since GROUP BY ${by}, effect`, { since });
  return async (policy, now) => {
    const { ai } = mergedPolicy(policy) ?? mergedPolicy("")!;
    const since = toDay(now - 28 * dayMilliseconds);
    const [assistants, unknown, channels, byAssistant, byChannel] = await Promise.all([seen("assistant", since), seen("unknown", since), seen("channel", since), used("assistant", since), used("channel", since)]);
    return {
      assistants: assistants.map((row) => ({ ...toGroup(row, byAssistant), standing: standingOf(ai, { kind: "tool", names: [String(row["id"])] }).status })),
      unknown: unknown.map((row) => toGroup(row, [])),
      channels: channels.map((row) => toGroup(row, byChannel)),
    };
  };
}

function toGroup({ id, devices }: Row, used: readonly Row[]): AiGroup {
  if (Number(devices) < smallestGroup) return { id: String(id) };
  const own = used.filter((row) => row["id"] === id);
  const effects = Object.fromEntries(shownEffects.map((effect) => [effect, Number(own.find((row) => row["effect"] === effect)?.["count"] ?? 0)])) as Record<ShownEffect, number>;
  return { id: String(id), devices: Number(devices), effects };
}
