import { fieldsOf } from "./fields.ts";

/** The texts of a result, one below the other, for clients that take a reason in its place: a command's output, or what a tool server's answer holds. */
export function textOfResult(subject: unknown): string {
  if (typeof subject === "string") return subject;
  if (Array.isArray(subject)) return subject.map((item) => textOfResult(item)).filter((text) => text !== "").join("\n");
  return Object.entries(fieldsOf(subject)).filter(([key]) => key !== "type").map(([, value]) => textOfResult(value)).filter((text) => text !== "").join("\n");
}

/** What the model is to see of a result as Gemini CLI and its relatives hand it over; a search says `File: name` above the lines of each file. */
export function readModelContent(response: unknown): unknown {
  const content = fieldsOf(response)["llmContent"];
  return typeof content === "string" ? content.replace(/^File: (.+)$/gm, "$1") : content;
}
