import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type HookAnswer, type Moment, type Question, type Use, type Verdict } from "./dialect.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { namedInPlugin } from "./hooks/namedCalls.ts";
import { ownFileEditor } from "./hooks/ownFile.ts";
import { toPluginText } from "./hooks/pluginText.ts";
import { toolShapes } from "./hooks/plantedShapes.ts";
import { lists, patches, reads, runsIn, searches, sends, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import { readPermissionEditor, toReadPatterns } from "./readPermissions.ts";
import type { HookInstallation } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  read: reads("filePath"), write: writes("filePath"), edit: writes("filePath"), multiedit: writes("filePath"), patch: patches, apply_patch: patches,
  grep: searches("path"), glob: lists, list: lists, bash: runsIn("command", "workdir"),
  webfetch: sends, websearch: sends, codesearch: sends, task: sends, todowrite: sends, question: sends,
};

const moments: Readonly<Record<string, Moment>> = { "chat.message": "prompt", "tool.execute.before": "before", "tool.execute.after": "after" };

/** From our own plugin: `{ folder, parts }`, `{ folder, tool, args }`, `{ folder, tool, args, result }`. */
function read(event: string, payload: unknown): Question | undefined {
  const fields = fieldsOf(payload);
  const moment = moments[event] ?? "other";
  const folder = textIn(payload, "folder");
  // What a prompt mentions has become a part of it: nothing is attached afterwards.
  const base = { moment, masksResult: true, attaches: false, ...(folder === undefined ? {} : { folder }) } as const;
  if (moment === "other") return { ...base, subject: undefined, channel: "prompt", uses: [], able: ["allow"] };
  if (moment === "prompt") {
    const { parts } = fields;
    if (!Array.isArray(parts)) return undefined;
    return { ...base, subject: parts.map((part: unknown) => textIn(part, "text") ?? ""), channel: "prompt", uses: parts.flatMap(attachedFile), able: ["allow", "warn", "redact", "block"] };
  }
  const name = textIn(payload, "tool");
  if (name === undefined) return undefined;
  const tool = tools[name] ?? unknownTool;
  const uses = tool.uses(fields["args"]);
  if (moment === "after") return { ...base, subject: name === "grep" ? withPlainHeadings(fields["result"]) : fields["result"], channel: tool === unknownTool ? "mcp" : "toolResult", uses, able: ["allow", "warn", "redact", "block"] };
  return { ...base, subject: fields["args"], channel: tool.channel, uses, able: tool.channel === "mcp" ? ["allow", "warn", "redact", "block"] : ["allow", "warn", "block"] };
}

/** Its text is a part beside it, which is judged as well; what is no text cannot be masked. */
function attachedFile(part: unknown): readonly Use[] {
  const url = textIn(part, "url");
  return textIn(part, "type") !== "file" || url === undefined || !url.startsWith("file://") ? [] : [{ kind: "read", path: url.replace(/[?#].*$/, "") }];
}

/** A search says `/shop/.env:` above the lines of each file. */
function withPlainHeadings(result: unknown): unknown {
  const output = textIn(result, "output");
  return output === undefined ? result : { ...fieldsOf(result), output: output.replace(/^(\S.*):$/gm, "$1") };
}

function write(event: string, { effect, reason, subject }: Verdict): HookAnswer {
  const moment = moments[event] ?? "other";
  if (moment === "other" || effect === "allow" || effect === "warn") return toJsonAnswer({ effect: "allow" });
  const replaces = effect === "redact" || (moment === "after" && subject !== undefined);
  return toJsonAnswer(replaces ? { effect: "replace", reason, subject } : { effect: "block", reason });
}

/** Measured with opencode 1.18.33 (docs/proof-agents.md). */
export const opencodeDialect: Dialect = { events: Object.keys(moments), read, write };

interface OpencodeFolders {
  readonly config: string;
  readonly data: string;
  readonly configFile: string;
  readonly provenWith?: string;
}

/** For opencode, and for clients that grew out of it. */
export const opencodeInstallation = ({ config, data, configFile, provenWith }: OpencodeFolders): HookInstallation => ({
  foundBy: [config, data],
  user: [{
    path: `${config}/plugins/gatelodge.js`,
    named: namedInPlugin,
    editor: (start, { shipped }) => {
      const built = shipped("opencodePlugin.mjs");
      const commands = Object.fromEntries(opencodeDialect.events.map((event) => [event, [start(event).program, ...start(event).args]]));
      return ownFileEditor(built === undefined ? undefined : toPluginText(built, commands));
    },
  }],
  denies: { editor: (globs) => readPermissionEditor(globs.flatMap(toReadPatterns)), user: `${config}/${configFile}` },
  planted: toolShapes({
    prompt: ["chat.message", (text, folder) => ({ folder, parts: [{ type: "text", text }] })],
    before: ["tool.execute.before", (tool, args, folder) => ({ folder, tool, args })],
    after: ["tool.execute.after", (tool, args, output, folder) => ({ folder, tool, args, result: { title: "", output, metadata: {} } })],
    fileRead: ["read", (filePath) => ({ filePath })], fileWrite: ["write", (filePath) => ({ filePath, content: "x" })], shell: ["bash", (command) => ({ command })],
  }),
  ...(provenWith === undefined ? {} : { provenWith }),
  // None is known but the flag `--pure`, which no file sets.
  switches: [],
});

/** https://opencode.ai/docs */
export const opencode: Assistant = {
  id: "opencode",
  name: "opencode",
  kind: "unknown",
  extensions: ["sst-dev.opencode", "sst-dev.opencode-v2", "TanishqKancharla.opencode-vscode"],
  programs: ["opencode"],
  packages: ["opencode-ai"],
  dialect: opencodeDialect,
  installation: opencodeInstallation({ config: ".config/opencode", data: ".local/share/opencode", configFile: "opencode.json", provenWith: "1.18.33" }),
  modelSettings: { files: [".config/opencode/opencode.json", ".config/opencode/opencode.jsonc"], names: ["baseURL"] },
};
