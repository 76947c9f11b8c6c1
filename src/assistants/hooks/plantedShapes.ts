import type { PlantedShapes } from "../plantedQuestions.ts";

interface ToolForms {
  readonly prompt?: readonly [event: string, payload: (text: string, folder: string) => object];
  readonly before: readonly [event: string, payload: (tool: string, input: object, folder: string) => object];
  /** Absent: the client asks nobody after a tool ran, or takes no answer. */
  readonly after?: readonly [event: string, payload: (tool: string, input: object, output: string, folder: string) => object];
  readonly fileRead?: readonly [tool: string, input: (path: string) => object];
  readonly fileWrite?: readonly [tool: string, input: (path: string) => object];
  readonly shell: readonly [tool: string, input: (command: string) => object];
  /** How a tool server's tool is named. */
  readonly mcp?: string;
}

/** The shapes of clients that ask before every tool, and after it, in one form. */
export function toolShapes({ prompt, before: [event, payload], after, fileRead, fileWrite, shell, mcp = "mcp__notes__send" }: ToolForms): PlantedShapes {
  const asks = ([tool, input]: readonly [tool: string, input: (text: string) => object]) => [event, (text: string, folder: string) => payload(tool, input(text), folder)] as const;
  return {
    ...(prompt === undefined ? {} : { prompt }),
    ...(fileRead === undefined ? {} : { fileRead: asks(fileRead) }),
    shell: asks(shell),
    ...(fileWrite === undefined ? {} : { fileWrite: asks(fileWrite) }),
    mcp: asks([mcp, (path) => ({ path })]),
    ...(after === undefined ? {} : { toolResult: [after[0], (output: string, folder: string) => after[1](shell[0], shell[1]("./show"), output, folder)] as const }),
  };
}

interface ClaudeNames {
  readonly events?: Readonly<Record<"prompt" | "before" | "after", string>>;
  readonly fileRead?: string;
  readonly fileWrite?: string;
  readonly shell: string;
  /** Absent: its hooks are not asked about results. */
  readonly toResponse?: (output: string) => unknown;
}

const claudeEvents = { prompt: "UserPromptSubmit", before: "PreToolUse", after: "PostToolUse" };

/** The shapes of clients whose hooks have the form that Claude Code began with. */
export function claudeLikeShapes({ events = claudeEvents, fileRead, fileWrite, shell, toResponse }: ClaudeNames): PlantedShapes {
  const payload = (event: string, folder: string) => ({ session_id: "self-test", hook_event_name: event, cwd: folder });
  return toolShapes({
    prompt: [events.prompt, (prompt, folder) => ({ ...payload(events.prompt, folder), prompt })],
    before: [events.before, (tool, input, folder) => ({ ...payload(events.before, folder), tool_name: tool, tool_input: input })],
    ...(toResponse === undefined ? {} : { after: [events.after, (tool: string, input: object, output: string, folder: string) => ({ ...payload(events.after, folder), tool_name: tool, tool_input: input, tool_response: toResponse(output) })] as const }),
    shell: [shell, (command) => ({ command })],
    ...(fileRead === undefined ? {} : { fileRead: [fileRead, (path: string) => ({ file_path: path })] as const }),
    ...(fileWrite === undefined ? {} : { fileWrite: [fileWrite, (path: string) => ({ file_path: path, content: "x" })] as const }),
  });
}
