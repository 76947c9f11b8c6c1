import { toTerms } from "../../core/events/reportingTerms.ts";
import { reportedAttributes, reportedResource } from "../../core/events/reportedAttributes.ts";
import type { OtlpLogRecord } from "../../core/otlp/toOtlpLogs.ts";
import type { ReportingEntry } from "../../core/policy/policyDocument.ts";
import { readReported, type ReportedRequest } from "./reportedBook.ts";

export interface Waiting { readonly files: number; readonly bytes: number; readonly oldest: number }

/** The terms of reporting as lines of Markdown: where to, who, why, how long, and what waits. */
export function toTermLines(entry: ReportingEntry | undefined, waiting: Waiting): readonly string[] {
  if (entry === undefined) return ["No endpoint is configured: **nothing is sent**."];
  const { endpoint, identity, purpose, retentionDays } = toTerms(entry);
  return [
    `- To: \`${endpoint}\`, as the organisation's side of the policy says.`,
    `- People: ${identity === "pseudonymous" ? "by a pseudonym, by which what one person causes can be told to belong together" : "not told apart, but machines are"}.`,
    `- Purpose: ${purpose === undefined ? "your organisation states none." : toOneLine(purpose)}`,
    `- Kept: ${retentionDays === undefined ? "your organisation does not say how long" : `${retentionDays} days`}.`,
    `- Waiting to be sent: ${waiting.files === 0 ? "nothing" : `${waiting.files} file${waiting.files === 1 ? "" : "s"}, ${waiting.bytes} bytes, the oldest for ${Math.round(waiting.oldest / 60_000)} minutes`}.`,
  ];
}

/** Everything that can be said, for people. */
export function toFieldLines(): readonly string[] {
  const rows = [...Object.entries(reportedResource), ...Object.entries(reportedAttributes).map(([name, { text }]) => [name, text] as const)];
  return rows.map(([name, text]) => `- \`${name}\`: ${text}`);
}

/** Requests, newest first, each with its body exactly as it left, spread over lines. */
export function toRequestLines(folder: string, limit: number): readonly string[] {
  return readReported(folder, limit).toReversed().flatMap((request) => toRequestOrNothing(request));
}

const outcomes: Readonly<Record<string, string>> = { delivered: "arrived", later: "not taken, to be sent again", tooMuch: "not taken as a whole, sent again in parts", unauthorised: "not taken, the key did not count", never: "not taken, and not sent again" };

/** Who writes in our folder as the user can write anything there: that must not keep the rest from being shown. */
function toRequestOrNothing(request: ReportedRequest): readonly string[] {
  try {
    return toRequest(request);
  } catch {
    return ["## An entry that is none of ours", ""];
  }
}

function toRequest({ time, endpoint, outcome, body }: ReportedRequest): readonly string[] {
  const records = body.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords));
  const count = records.length;
  const heading = `## ${time.slice(0, 19).replace("T", " ")}: ${count === 0 ? "" : `${count} event${count === 1 ? "" : "s"}, `}${outcomes[outcome] ?? "unknown"}`;
  return [heading, "", `To \`${toOneLine(endpoint)}\``, "", ...(count === 0 ? [] : [...records.map((record) => toRecordLine(record)), "", "```json", JSON.stringify(body, undefined, 1), "```", ""])];
}

/** One event in a line; the mirrored names, and what only machines need, stand in the body below. */
function toRecordLine({ eventName, timeUnixNano, attributes }: OtlpLogRecord): string {
  const told = attributes.filter(({ key }) => key !== "event.name" && key !== "gatelodge.event.id" && !key.startsWith("gen_ai."));
  const words = told.map(({ key, value }) => `${key.replace("gatelodge.", "")} ${JSON.stringify(plainValue(value))}`).join(", ");
  return toOneLine(`- ${new Date(Number(timeUnixNano.slice(0, -6)) || 0).toISOString().slice(0, 19).replace("T", " ")} **${eventName.replace("gatelodge.", "")}**: ${words}`);
}

const plainValue = (value: OtlpLogRecord["attributes"][number]["value"]): unknown => value.arrayValue?.values.map(({ stringValue }) => stringValue) ?? value.stringValue ?? value.doubleValue ?? value.boolValue ?? Number(value.intValue);

// What stands in a file can hold anything; it must not look like an entry of its own.
const toOneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
