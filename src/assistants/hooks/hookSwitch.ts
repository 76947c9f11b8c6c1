import { parse } from "jsonc-parser";
import { fieldsOf } from "./fields.ts";
import { launcherName } from "./launcherName.ts";

/** A setting in a JSON file; `path` with dots, read as one key and as keys in keys. */
export function jsonSwitch(path: string, off: unknown): (text: string) => string | undefined {
  return (text) => {
    const values: unknown = parse(text, [], { allowTrailingComma: true });
    const inner = path.split(".").reduce<unknown>((value, key) => fieldsOf(value)[key], values);
    return inner === off || fieldsOf(values)[path] === off ? `${path}: ${JSON.stringify(off)}` : undefined;
  };
}

// Each leads a program, or the shell that starts it, to other files than the person's own.
const redirecting = /^(?:HOME|USERPROFILE|PATH|ENV|BASH_ENV|BASH_FUNC_.*|NODE_OPTIONS|NODE_PATH|LD_.*|DYLD_.*|XDG_.*|CLAUDE_CONFIG_DIR|COPILOT_HOME|CODEX_HOME|GEMINI_CLI_SYSTEM_SETTINGS_PATH|QWEN_CODE_SYSTEM_SETTINGS_PATH)$/i;

/** Environment that a file sets for an assistant and that takes its hooks, or what they start, away from the person. */
export function environmentSwitch(text: string): string | undefined {
  const values: unknown = parse(text, [], { allowTrailingComma: true });
  const name = Object.keys(fieldsOf(fieldsOf(values)["env"])).find((key) => redirecting.test(key));
  return name === undefined ? undefined : `env: ${name}`;
}

// What is set before stays, and nobody is without the first three. The others stand in many such files, and reach neither
// the launcher's shell nor what it starts with an empty environment.
const harmlessInFiles = /^(?:HOME|USERPROFILE|PATH|ENV|NODE_OPTIONS|NODE_PATH)$/i;

/** The same in a file of `NAME=value` lines that an assistant takes into its environment. */
export function environmentFileSwitch(text: string): string | undefined {
  const names = [...text.matchAll(/^[ \t]*(?:export[ \t]+)?([a-z_]\w*)[ \t]*=/gim)].map(([, name = ""]) => name);
  const name = names.find((each) => redirecting.test(each) && !harmlessInFiles.test(each));
  return name === undefined ? undefined : `env: ${name}`;
}

/** A list of hooks that do not run, by name or command, which holds one of ours. */
export function disabledHookSwitch(path: string): (text: string) => string | undefined {
  return (text) => {
    const values: unknown = parse(text, [], { allowTrailingComma: true });
    const list = path.split(".").reduce<unknown>((value, key) => fieldsOf(value)[key], values);
    const isOurs = Array.isArray(list) && list.some((name) => typeof name === "string" && name.includes(launcherName));
    return isOurs ? `${path}: a hook of Gatelodge` : undefined;
  };
}
