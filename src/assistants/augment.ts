import type { Assistant } from "./assistant.ts";
import { toExitAnswer, type Dialect } from "./dialect.ts";
import { readClaudeHook } from "./hooks/claudeHooks.ts";
import { fieldsOf } from "./hooks/fields.ts";
import { lists, reads, runsIn, searchesNamed, sends, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  view: reads("path"), "save-file": writes("path"), "str-replace-editor": writes("path"),
  "remove-files": { channel: "fileWrite", uses: (input) => unknownTool.uses(fieldsOf(input)["file_paths"]).flatMap((use) => ("path" in use ? [{ kind: "remove", path: use.path } as const] : [])) },
  "grep-search": searchesNamed("directory_absolute_path"), "codebase-retrieval": lists,
  "launch-process": runsIn("command", "cwd"), "web-fetch": sends, "web-search": sends,
};

/** By docs.augmentcode.com. What it says of prompts to its hooks is not documented, so none is installed for them. */
export const augmentDialect: Dialect = {
  documented: true,
  events: ["PreToolUse"],
  read: (event, payload) => {
    const { workspace_roots: roots, cwd } = fieldsOf(payload);
    const folder: unknown = cwd ?? (Array.isArray(roots) ? roots[0] : undefined);
    return readClaudeHook({ tools, before: ["allow", "warn", "block"], keepsInput: true, attaches: false }, event, { ...fieldsOf(payload), cwd: folder });
  },
  write: (_, verdict) => toExitAnswer(verdict),
};

/** https://docs.augmentcode.com */
export const augment: Assistant = {
  id: "augment",
  name: "Augment",
  kind: "cloud",
  extensions: ["augment.vscode-augment"],
  programs: ["auggie"],
  packages: ["@augmentcode/auggie"],
  dialect: augmentDialect,
};
