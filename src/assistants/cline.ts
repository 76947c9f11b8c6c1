import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type HookAnswer, type Moment, type Question, type Use, type Verdict } from "./dialect.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { launcherName } from "./hooks/launcherName.ts";
import { ownFileEditor } from "./hooks/ownFile.ts";
import { parsedText } from "./hooks/parsedText.ts";
import { toolShapes } from "./hooks/plantedShapes.ts";
import { guessed, lists, orGuessed, patches, reads, runs, searches, sends, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import { toCommandLine, type HookInstallation } from "./installation.ts";

/** Its command line works through lists: files to read, commands to run. */
const readsAll: ToolReader = { channel: "fileRead", uses: orGuessed((input) => itemsOf(input, "files", "paths").flatMap((file) => (typeof file === "string" ? [{ kind: "read", path: file } as const] : reads("path").uses(file)))) };
const runsAll: ToolReader = { channel: "shell", uses: orGuessed((input) => itemsOf(input, "commands").flatMap((command): readonly Use[] => (typeof command === "string" ? [{ kind: "run", command }] : runsProgram(command)))) };

const tools: Readonly<Record<string, ToolReader>> = {
  read_files: readsAll, run_commands: runsAll, editor: writes("path"), search_codebase: searches("path"), fetch_web_content: sends, apply_patch: patches,
  read_file: reads("path"), write_to_file: writes("path"), replace_in_file: writes("path"), search_files: searches("path"), list_files: lists, list_code_definition_names: lists,
  execute_command: runs("command"), web_fetch: sends, web_search: sends, browser_action: sends, new_task: sends, use_subagents: sends, ask_question: sends, submit_and_exit: sends,
};

const moments: Readonly<Record<string, Moment>> = { UserPromptSubmit: "prompt", PreToolUse: "before", PostToolUse: "after" };

/** `{ workspaceRoots, tool_call | tool_result: { name, input, output } }`, or in the editor's form `{ preToolUse: { toolName, parameters } }`, whose parameters are texts. */
function read(event: string, payload: unknown): Question | undefined {
  const fields = fieldsOf(payload);
  const moment = moments[event] ?? "other";
  const roots = fields["workspaceRoots"];
  const folder: unknown = Array.isArray(roots) ? roots[0] : undefined;
  // A result can be kept back as a whole, which is stricter than to mask it: so a search may run, and is judged by what it found.
  const base = { moment, masksResult: true, attaches: true, ...(typeof folder === "string" ? { folder } : {}) } as const;
  if (moment === "other") return { ...base, subject: undefined, channel: "prompt", uses: [], able: ["allow"] };
  if (moment === "prompt") {
    const prompt = textIn(fields["userPromptSubmit"], "prompt");
    return prompt === undefined ? undefined : { ...base, subject: prompt, channel: "prompt", uses: [], able: ["allow", "warn", "block"] };
  }
  const call = fieldsOf(fields[moment === "before" ? "tool_call" : "tool_result"]);
  const plain = fieldsOf(fields[moment === "before" ? "preToolUse" : "postToolUse"]);
  const name = textIn(call, "name") ?? textIn(plain, "toolName");
  if (name === undefined) return undefined;
  const tool = tools[name] ?? unknownTool;
  const input = call["input"] ?? parsedFields(plain["parameters"]);
  const uses = tool.uses(input);
  if (moment === "after") return { ...base, subject: name === "search_codebase" ? withPlainHeadings(call["output"] ?? parsedText(plain["result"])) : call["output"] ?? plain["result"], channel: tool === unknownTool ? "mcp" : "toolResult", uses, able: ["allow", "warn", "redact", "block"] };
  return { ...base, subject: input, channel: tool.channel, uses, able: ["allow", "warn", "block"] };
}

/** A search says `src/pay.ts:12:5` above the lines of each place. */
function withPlainHeadings(output: unknown): unknown {
  if (!Array.isArray(output)) return output;
  return output.map((item: unknown) => ({ ...fieldsOf(item), result: textIn(item, "result")?.replace(/^(\S.*):\d+:\d+$/gm, "$1") ?? fieldsOf(item)["result"] }));
}

function itemsOf(input: unknown, ...keys: readonly string[]): readonly unknown[] {
  return keys.flatMap((key) => {
    const value = fieldsOf(input)[key];
    return Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value];
  });
}

/** `{ command, args }`: words that no shell takes apart. */
function runsProgram(value: unknown): readonly Use[] {
  const command = textIn(value, "command");
  if (command === undefined) return guessed(value);
  const words = itemsOf(value, "args").map((word) => `'${String(word).replaceAll("'", "'\\''")}'`);
  return [{ kind: "run", command: [command, ...words].join(" ") }];
}

/** Lists and objects come as JSON in a text. */
function parsedFields(parameters: unknown): unknown {
  return Object.fromEntries(Object.entries(fieldsOf(parameters)).map(([key, value]) => [key, parsedText(value)]));
}

/** It knows one refusal, which ends the task: the reason is for the person. Exit codes mean nothing to it. */
function write(event: string, { effect, reason }: Verdict): HookAnswer {
  const stops = moments[event] !== undefined && effect !== "allow" && effect !== "warn";
  return toJsonAnswer(stops ? { cancel: true, errorMessage: reason } : { cancel: false });
}

/** Measured with Cline's command line 3.0.65 (docs/proof-agents.md). */
export const clineDialect: Dialect = { events: Object.keys(moments), read, write };

/** One executable for each event, in the folder of the command line; where the editor's extension looks too (`~/Documents/Cline/Hooks`) is not written. */
const installation: HookInstallation = {
  foundBy: [".cline"],
  user: clineDialect.events.map((event) => ({
    path: `.cline/hooks/${event}`,
    named: (text, asked, file) => (asked === event && text.includes(launcherName) ? { program: file, args: [] } : undefined),
    executable: true,
    editor: (start) => ownFileEditor(`#!/bin/sh\nexec ${toCommandLine(start(event))}\n`),
  })),
  planted: toolShapes({
    before: ["PreToolUse", (name, input, folder) => ({ hookName: "tool_call", workspaceRoots: [folder], tool_call: { id: "self-test", name, input } })],
    after: ["PostToolUse", (name, input, output, folder) => ({ hookName: "tool_result", workspaceRoots: [folder], tool_result: { id: "self-test", name, input, output } })],
    fileRead: ["read_files", (path) => ({ files: [{ path }] })], fileWrite: ["editor", (path) => ({ path, new_text: "x" })], shell: ["run_commands", (command) => ({ commands: [command] })],
  }),
  provenWith: "3.0.65",
  noLever: { prompt: "its command line asks no hook about the prompt that it is started with, nor about files mentioned in it" },
  switches: [],
};

/** https://docs.cline.bot */
export const cline: Assistant = {
  id: "cline",
  name: "Cline",
  kind: "unknown",
  extensions: ["saoudrizwan.claude-dev", "HybridTalentComputing.cline-chinese"],
  programs: ["cline"],
  packages: ["cline"],
  dialect: clineDialect,
  installation,
  // The editor's extension keeps its settings in the editor's own storage.
  modelSettings: { files: [".cline/data/settings/providers.json"], names: ["baseUrl"], byHand: (url) => `in the editor's extension: Settings, API Configuration, Base URL: ${url}` },
};
