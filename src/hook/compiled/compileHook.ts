/**
 * Run at an installation, by each runtime that may start the hook: `compileHook.cjs FOLDER`. What it compiled of the hook's parts for a
 * few ordinary calls is kept beside their copies in that folder, since compiling is most of what a call without a resident costs.
 * Only programs beside this one are run: the folder may be another person's, and this one root.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Script } from "node:vm";
import { locationsFor } from "../../node/locations.ts";
import { replaceFile, standingOfNew } from "../../node/replaceFile.ts";
import type * as answers from "../answerHere.ts";
import { codeFileOf, loadProgram, toCodeFile, type Compiled } from "./loadProgram.ts";

const text = "export const port = 8080;\n";
const calls: readonly (readonly [event: string, payload: object])[] = [
  ["UserPromptSubmit", { prompt: "Explain @app.ts" }],
  ["PreToolUse", { tool_name: "Read", tool_input: { file_path: "app.ts" } }],
  ["PreToolUse", { tool_name: "Bash", tool_input: { command: "cd src && grep -rn port . | head; cat app.ts > copy.ts" } }],
  ["PostToolUse", { tool_name: "Bash", tool_input: { command: "cat app.ts" }, tool_response: { stdout: text, stderr: "", interrupted: false, isImage: false } }],
];

/** In a home of their own, so that nothing of them is recorded anywhere. */
function makeCalls(compiled: Compiled): void {
  const programs = import.meta.dirname;
  const { answerHere } = loadProgram<typeof answers>(join(programs, "answerHere.cjs"), compiled);
  const home = mkdtempSync(join(tmpdir(), "gatelodge-"));
  try {
    const { userPolicy } = locationsFor(process.platform, home, "");
    mkdirSync(dirname(userPolicy), { recursive: true });
    writeFileSync(userPolicy, "version: 1\n");
    writeFileSync(join(home, "app.ts"), text);
    for (const [event, payload] of calls) {
      const call = { assistant: "claude-code", event, home, machineFile: join(home, "none"), deadline: 10_000, resident: "none" } as const;
      answerHere(call, { text: JSON.stringify({ hook_event_name: event, cwd: home, ...payload }) }, join(programs, "hook.cjs"), 10_000);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function main(): void {
  const [, , folder = ""] = process.argv;
  const scripts: { readonly file: string; readonly text: string; readonly script: Script }[] = [];
  makeCalls((file, text, script) => scripts.push({ file, text, script }));
  for (const { file, text, script } of scripts) {
    const code = codeFileOf(join(folder, basename(file)));
    replaceFile(code, toCodeFile(text, script.createCachedData()), standingOfNew(code, 0o644));
  }
}

main();
