import { toCommandLine, type HookStart } from "../installation.ts";
import type { JsonHooks } from "./jsonHooks.ts";

/** Our hook for each event as one command line, in the form that Claude Code began with: a group of one. `more`: what the client wants beside it, its limit at least. */
export const commandEntries = (events: readonly string[], start: HookStart, more: { readonly timeout: number; readonly [field: string]: unknown }): JsonHooks["entries"] =>
  events.map((event) => ({ event, entry: { hooks: [{ type: "command", command: toCommandLine(start(event)), ...more }] } }));
