import type { PlantedShapes } from "../plantedQuestions.ts";

interface Names {
  readonly events?: Pick<Record<"prompt" | "before" | "after", string>, "prompt" | "before" | "after">;
  readonly fileRead?: string;
  readonly fileWrite?: string;
  readonly shell: string;
  readonly toResponse: (output: string) => unknown;
}

const claudeEvents = { prompt: "UserPromptSubmit", before: "PreToolUse", after: "PostToolUse" };

/** The shapes of clients whose hooks have the form that Claude Code began with. */
export function claudeLikeShapes({ events = claudeEvents, fileRead, fileWrite, shell, toResponse }: Names): PlantedShapes {
  const payload = (event: string, folder: string) => ({ session_id: "self-test", hook_event_name: event, cwd: folder });
  return {
    prompt: [events.prompt, (prompt, folder) => ({ ...payload(events.prompt, folder), prompt })],
    before: [events.before, (tool, input, folder) => ({ ...payload(events.before, folder), tool_name: tool, tool_input: input })],
    after: [events.after, (tool, input, output, folder) => ({ ...payload(events.after, folder), tool_name: tool, tool_input: input, tool_response: toResponse(output) })],
    shell: [shell, (command) => ({ command })],
    ...(fileRead === undefined ? {} : { fileRead: [fileRead, (path: string) => ({ file_path: path })] as const }),
    ...(fileWrite === undefined ? {} : { fileWrite: [fileWrite, (path: string) => ({ file_path: path, content: "x" })] as const }),
  };
}
