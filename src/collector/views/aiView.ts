import { shownEffects, smallestGroup, type AiGroup, type AiItemGroup, type AiView, type ShownEffect } from "../../core/dashboard/views.ts";
import { standingOf } from "../../core/ai/standing.ts";
import { telemetryEvent } from "../assistantTelemetry.ts";
import type { Row } from "./counted.ts";
import { dayMilliseconds, toDay } from "./days.ts";
import { mergedPolicy } from "./mergedPolicy.ts";
import type { ViewDatabase } from "./viewDatabase.ts";

/** Which AI is in use where, the last 28 days, and where it stands with a policy (its text; empty: the built-in one). A group of fewer than ten machines is named, without figures. */
export function createAiView(database: ViewDatabase): (policy: string, now: number) => Promise<AiView> {
  const seen = (kind: string, since: string) => database.all("SELECT value AS id, COUNT(*) AS devices FROM viewSeen WHERE kind = :kind AND day > :since GROUP BY value ORDER BY devices DESC, value LIMIT 200", { kind, since });
  const used = (by: "assistant" | "channel", since: string) => database.all(`SELECT ${by} AS id, effect, SUM(count) AS count FROM viewUsage WHERE day > :since GROUP BY ${by}, effect`, { since });
  const requests = (since: string) => database.all("SELECT assistant AS id, SUM(count) AS count FROM viewDays WHERE name = :name AND subject = 'request' AND day > :since GROUP BY assistant", { name: telemetryEvent, since });
  return async (policy, now) => {
    const { ai } = mergedPolicy(policy) ?? mergedPolicy("")!;
    const since = toDay(now - 28 * dayMilliseconds);
    // Machines tell once a day what they have.
    const week = toDay(now - 7 * dayMilliseconds);
    const [assistants, unknown, channels, items, denied, byAssistant, byChannel, asked] = await Promise.all([seen("assistant", since), seen("unknown", since), seen("channel", since), seen("item", since), seen("denied", week), used("assistant", since), used("channel", since), requests(since)]);
    return {
      assistants: assistants.map((row) => ({ ...toGroup(row, byAssistant), ...requestsOf(row, asked), standing: standingOf(ai, { kind: "tool", names: [String(row["id"])] }).status })),
      items: items.map((row) => toItem(row, denied)),
      unknown: unknown.map((row) => toGroup(row, [])),
      channels: channels.map((row) => toGroup(row, byChannel)),
    };
  };
}

/** Of its own telemetry, where it sends that. */
function requestsOf({ id, devices }: Row, asked: readonly Row[]): Pick<AiGroup, "requests"> {
  const count = asked.find((row) => row["id"] === id)?.["count"];
  return count === undefined || Number(devices) < smallestGroup ? {} : { requests: Number(count) };
}

function toItem({ id, devices }: Row, denied: readonly Row[]): AiItemGroup {
  const [kind = "", name = ""] = splitOnce(String(id));
  const many = Number(denied.find((row) => row["id"] === id)?.["devices"] ?? 0);
  return { kind, id: name, isDenied: many > 0, ...(Number(devices) < smallestGroup ? {} : { devices: Number(devices), denied: many }) };
}

const splitOnce = (text: string): readonly string[] => [text.slice(0, text.indexOf("/")), text.slice(text.indexOf("/") + 1)];

function toGroup({ id, devices }: Row, used: readonly Row[]): AiGroup {
  if (Number(devices) < smallestGroup) return { id: String(id) };
  const own = used.filter((row) => row["id"] === id);
  const effects = Object.fromEntries(shownEffects.map((effect) => [effect, Number(own.find((row) => row["effect"] === effect)?.["count"] ?? 0)])) as Record<ShownEffect, number>;
  return { id: String(id), devices: Number(devices), effects };
}
