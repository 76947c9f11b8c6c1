import { reportedAttributes } from "../../core/events/reportedAttributes.ts";
import type { ShownEvent } from "../withheld.ts";

const columns = Object.keys(reportedAttributes);

export const csvHeader = `${["time", "device", "event", ...columns].join(",")}\r\n`;

/** RFC 4180. */
export function toCsvLine({ time, device = "", name, attributes }: ShownEvent): string {
  return `${[new Date(time).toISOString(), device, name, ...columns.map((column) => [attributes[column] ?? ""].flat().join(" "))].map((value) => toCell(String(value))).join(",")}\r\n`;
}

/** A spreadsheet runs what begins like a formula: such a text gets a quote in front (OWASP, CSV Injection). A number is left as it is. */
function toCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
