/** The files by which assistants find their hooks, known by how their places end: whoever changes one may take the guard away. */

// What ends in a slash is a folder with all below it.
const hookFiles = [
  "gatelodge.yaml", "/.gatelodge-baseline.json", "/gatelodge/managed.json",
  "/.claude/settings.json", "/.claude/settings.local.json", "/.claude/hooks/", "/etc/claude-code/", "/claudecode/managed-settings.json", "/claudecode/managed-settings.d/",
  "/.copilot/hooks/", "/.copilot/settings.json", "/.copilot/config.json", "/.github/hooks/", "/.github/copilot/settings.json", "/.github/copilot/settings.local.json", "/etc/github-copilot/", "/github/copilot/policy.d/", "/githubcopilot/managed-settings.json",
  "/.codex/hooks.json", "/.codex/config.toml", "/.codex/hooks/", "/etc/codex/",
  "/.gemini/settings.json", "/etc/gemini-cli/", "/geminicli/settings.json", "/gemini-cli/settings.json", "/.gemini/policies/", "/.qwen/settings.json", "/etc/qwen-code/",
  "/.config/opencode/plugins/", "/.config/opencode/plugin/", "/.config/opencode/opencode.json", "/.config/opencode/opencode.jsonc", "/.opencode/plugins/", "/.opencode/plugin/", "/.opencode/opencode.json", "/.opencode/opencode.jsonc", "/etc/opencode/",
  "/.cline/hooks/", "/.clinerules/hooks/", "/documents/cline/hooks/", "/.cursor/hooks.json", "/cursor/hooks.json", "/.cursor/hooks/", "/etc/cursor/", "/.windsurf/hooks.json", "/.codeium/windsurf/hooks.json", "/etc/windsurf/", "/.codeium/hooks.json", "/windsurf/hooks.json", "/.devin/hooks.json", "/.devin/hooks.v1.json", "/.devin/config.json", "/.config/devin/config.json", "/etc/devin/",
  "/.kiro/hooks/", "/.kiro/agents/", "/.amazonq/cli-agents/", "/.aws/amazonq/cli-agents/", "/.augment/settings.json", "/.augment/settings.local.json", "/etc/augment/", "/augment/settings.json", "/.factory/settings.json", "/.factory/settings.local.json", "/.factory/hooks.json", "/.factory/hooks/", "/.grok/hooks/", "/.continue/settings.json", "/.junie/hooks.json", "/.junie/config.json",
  "/.qoder/settings.json", "/.qoder/settings.local.json", "/.qoder/hooks/", "/.gemini/config/hooks.json", "/.agents/hooks.json", "/roaming/devin/config.json",
  "/.config/kilo/plugins/", "/.config/kilo/plugin/", "/.config/kilo/kilo.json", "/.config/kilo/kilo.jsonc", "/.kilo/plugins/", "/.kilo/plugin/", "/.kilo/kilo.json", "/.kilo/kilo.jsonc",
  // Settings of the editor's own agent, and an administrator's for it.
  "/code/user/settings.json", "/code - insiders/user/settings.json", "/vscodium/user/settings.json", "/etc/vscode/",
];

// Folders that hold such files. Of names without a dot only the folder of the hooks itself: `documents` is everybody's.
const holders: ReadonlySet<string> = new Set(hookFiles.flatMap((end) => {
  const names = end.split("/").filter((name) => name !== "").slice(0, end.endsWith("/") ? undefined : -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`).filter((folder) => folder.startsWith("/.") || `${folder}/` === end);
}));
// Those in which they stand themselves.
const direct: readonly string[] = [...new Set(hookFiles.filter((end) => end.startsWith("/")).map((end) => end.slice(0, end.replace(/\/$/, "").lastIndexOf("/"))).filter((folder) => folder.includes("/.") || folder.startsWith("/etc/")))];

const deepest = 8;

/** Case does not tell two files apart on most people's disks, and a stricter answer than needed does no harm here. */
export const asKey = (path: string) => path.normalize("NFC").toLowerCase().replaceAll("\\", "/").replace(/\/+$/, "");

// Where editors keep our extension.
const ownExtension = /\/extensions\/(?:[\w-]+\.)?gatelodge(?:[-.*][^/]*)?(?:\/|$)/;

/** `path` in the form of `asKey`, as for the others here. */
export const isHookFile = (path: string) => ownExtension.test(path) || hookFiles.some((end) => (end.endsWith("/") ? `${path}/`.includes(end) : path.endsWith(end) && (end.startsWith("/") || path.charAt(path.length - end.length - 1) === "/")));

/** A folder that has such files below it by its name, wherever it stands. */
export function holdsHookFiles(path: string): boolean {
  // None of them is deeper; a long path has nothing before that to say.
  const names = ["", ...path.split("/").slice(-deepest)];
  return names.some((_, index) => index > 0 && holders.has(`/${names.slice(index).join("/")}`));
}

/** A folder in which a file of an unknown name may be one of them. */
export const isHookFolder = (path: string) => direct.some((folder) => path.endsWith(folder)) || isHookFile(path);

const lastNames: ReadonlySet<string> = new Set(hookFiles.filter((end) => !end.endsWith("/")).map((end) => end.slice(end.lastIndexOf("/") + 1)));

/** In a folder that is not known, a file of this name may be one of them. */
export const mayBeHookName = (path: string) => !/^(?:\/|~|[a-zA-Z]:)/.test(path) && lastNames.has(asKey(path).slice(asKey(path).lastIndexOf("/") + 1));

/** Worth asking about: by its name alone a place may be one of theirs, or of our own. */
export const mayGuard = (path: string) => isHookFile(path) || holdsHookFiles(path) || path.includes("gatelodge");
