import type { Effect } from "../../core/request.ts";
import { toJsonAnswer, type Dialect, type HookAnswer, type Question, type Verdict } from "../dialect.ts";
import { fieldsOf, textIn } from "./fields.ts";
import { undocumentedTool, unknownTool, type ToolReader } from "./toolUses.ts";

/** What differs among the clients whose hooks have the form that Claude Code began with. */
export interface ClaudeLike {
  readonly tools: Readonly<Record<string, ToolReader>>;
  /** Effects that a client honours before a tool runs, apart from changed arguments. */
  readonly before: readonly Effect[];
  /** It does not take changed arguments either. */
  readonly keepsInput?: true;
  /** The part of a tool's result that the model sees; absent: all of it. */
  readonly readResult?: (response: unknown) => unknown;
  /** It attaches files that a prompt mentions. */
  readonly attaches: boolean;
  /** See `Question.failuresPass`. */
  readonly failuresPass?: true;
  /** How names of tool servers' tools begin, where the table was written after documentation: any other name that it lacks is a tool that nobody described. */
  readonly servers?: RegExp;
  /** Tools' results as this client takes them back; absent: it does not. */
  readonly writeResult?: (verdict: Verdict) => HookAnswer;
}

const moments: Readonly<Record<string, Question["moment"]>> = { UserPromptSubmit: "prompt", PreToolUse: "before", PostToolUse: "after" };

/** Reads `{ hook_event_name, cwd, tool_name, tool_input, tool_response, prompt }`. */
export function readClaudeHook({ tools, before, keepsInput, readResult = (response) => response, attaches, writeResult, failuresPass, servers }: ClaudeLike, event: string, payload: unknown): Question | undefined {
  const fields = fieldsOf(payload);
  const named = textIn(payload, "hook_event_name");
  // Others run these hooks too, and some spell the events their own way.
  if (named !== undefined && named.toLowerCase() !== event.toLowerCase()) return undefined;
  const moment = moments[event] ?? "other";
  const cwd = textIn(payload, "cwd");
  const base = { moment, masksResult: writeResult !== undefined, attaches, ...(failuresPass === undefined ? {} : { failuresPass }), ...(cwd === undefined ? {} : { folder: cwd }) } as const;
  if (moment === "other") return { ...base, subject: undefined, channel: "prompt", uses: [], able: ["allow"] };
  if (moment === "prompt") return typeof fields["prompt"] === "string" ? { ...base, subject: fields["prompt"], channel: "prompt", uses: [], able: ["allow", "warn", "block"] } : undefined;
  const name = textIn(payload, "tool_name");
  if (name === undefined) return undefined;
  const tool = tools[name] ?? (servers === undefined || servers.test(name) ? unknownTool : undocumentedTool);
  const uses = tool.uses(fields["tool_input"]);
  if (moment === "after") return { ...base, subject: readResult(fields["tool_response"] ?? fields["tool_result"]), channel: name in tools ? "toolResult" : "mcp", uses, able: writeResult === undefined ? ["allow", "warn"] : ["allow", "warn", "redact", "block"] };
  // A command or a file with masks in it would do something else than what was asked for.
  const masksInput = tool.channel === "mcp" && keepsInput !== true;
  return { ...base, subject: fields["tool_input"], channel: tool.channel, uses, able: masksInput ? [...before, "redact"] : before };
}

/** Writes `hookSpecificOutput` for tools and `decision: block` for prompts. */
function writeClaudeHook({ writeResult }: ClaudeLike, event: string, verdict: Verdict): HookAnswer {
  const { effect, reason, subject } = verdict;
  const moment = moments[event] ?? "other";
  if (effect === "warn") return toJsonAnswer({ systemMessage: reason });
  if (moment === "other" || effect === "allow") return toJsonAnswer({});
  if (moment === "prompt") return toJsonAnswer({ decision: "block", reason, hookSpecificOutput: { hookEventName: event, suppressOriginalPrompt: true } });
  if (moment === "after") return writeResult === undefined ? toJsonAnswer({ systemMessage: reason }) : writeResult(verdict);
  const decision = effect === "redact" ? { updatedInput: subject } : { permissionDecision: effect === "ask" ? "ask" : "deny", permissionDecisionReason: reason };
  return toJsonAnswer({ hookSpecificOutput: { hookEventName: event, ...decision } });
}

/** The dialect of one such client. */
export function claudeLikeDialect(client: ClaudeLike): Dialect {
  return {
    // Where a result cannot be changed there is nothing to ask afterwards.
    events: Object.keys(moments).filter((event) => event !== "PostToolUse" || client.writeResult !== undefined),
    read: (event, payload) => readClaudeHook(client, event, payload),
    write: (event, verdict) => writeClaudeHook(client, event, verdict),
  };
}
