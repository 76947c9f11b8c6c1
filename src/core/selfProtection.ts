import type { Facts } from "./evaluate.ts";
import type { PathIdentity, Request } from "./request.ts";

/** Where our own files are, absolute and with `/` separators. */
export interface OwnPlaces {
  /** Folders with ledger, grants, pins, policy and socket: agents' tools neither read nor write below them. */
  readonly closed: readonly string[];
  /** Folders with our programs: read, but not written. */
  readonly programs: readonly string[];
}

/**
 * Built in, and no policy, grant or exception lifts it: an agent that could change its own guard would have none. Tools of
 * agents may not read or write our files, edit the files by which assistants find their hooks, or run our commands that change something.
 */
export function createForbids({ closed, programs }: OwnPlaces): (request: Request) => Facts["forbidden"] {
  const closedFolders = closed.map(asKey);
  const programFolders = programs.map(asKey);
  return ({ action, channel, path }) => {
    if (action === "changesGatelodge") return forbid("Commands that change Gatelodge are for a person at a terminal.");
    if (action === "writesMask") return { rule: "masked-text", reason: "The text holds a mask of Gatelodge where a value stood: written back, the value would be lost. Leave those lines as they are in the file." };
    if (path === undefined) return undefined;
    const spellings = spellingsOf(path);
    if (spellings.some((spelling) => isBelow(spelling, closedFolders))) return forbid("This is one of Gatelodge's own files.");
    if (channel !== "fileWrite") return undefined;
    if (spellings.some((spelling) => isBelow(spelling, programFolders) || isHookFile(spelling))) return forbid("Agents do not edit the files that configure their guard.");
    if (action === "removes" && spellings.some((spelling) => [...closedFolders, ...programFolders].some((folder) => folder.startsWith(`${spelling}/`)) || holdsHookFiles(spelling))) return forbid("Gatelodge's own files, or an assistant's hooks, are in this folder.");
    return undefined;
  };
}

// By their ends. What ends in a slash is a folder with all below it.
const hookFiles = [
  "gatelodge.yaml", "/.gatelodge-baseline.json", "/gatelodge/managed.json",
  "/.claude/settings.json", "/.claude/settings.local.json", "/.claude/hooks/", "/etc/claude-code/", "/claudecode/managed-settings.json", "/claudecode/managed-settings.d/",
  "/.copilot/hooks/", "/.copilot/settings.json", "/.copilot/config.json", "/.github/hooks/", "/.github/copilot/settings.json", "/.github/copilot/settings.local.json", "/etc/github-copilot/", "/github/copilot/policy.d/", "/githubcopilot/managed-settings.json",
  "/.codex/hooks.json", "/.codex/config.toml", "/.codex/hooks/", "/etc/codex/",
  "/.gemini/settings.json", "/etc/gemini-cli/", "/geminicli/settings.json", "/gemini-cli/settings.json", "/.gemini/policies/", "/.qwen/settings.json", "/etc/qwen-code/",
  "/.config/opencode/plugins/", "/.config/opencode/plugin/", "/.config/opencode/opencode.json", "/.config/opencode/opencode.jsonc", "/.opencode/plugins/", "/.opencode/plugin/", "/.opencode/opencode.json", "/.opencode/opencode.jsonc", "/etc/opencode/",
  "/.cline/hooks/", "/.clinerules/hooks/", "/documents/cline/hooks/", "/.cursor/hooks.json", "/cursor/hooks.json", "/.cursor/hooks/", "/etc/cursor/", "/.windsurf/hooks.json", "/.codeium/windsurf/hooks.json", "/etc/windsurf/", "/.codeium/hooks.json", "/windsurf/hooks.json", "/.devin/hooks.json", "/.devin/hooks.v1.json", "/.devin/config.json", "/.config/devin/config.json", "/etc/devin/",
  "/.kiro/hooks/", "/.kiro/agents/", "/.amazonq/cli-agents/", "/.aws/amazonq/cli-agents/", "/.augment/settings.json", "/.augment/settings.local.json", "/etc/augment/", "/augment/settings.json", "/.factory/settings.json", "/.factory/settings.local.json", "/.factory/hooks/", "/.grok/hooks/", "/.continue/settings.json", "/.junie/hooks.json",
];
// Folders that hold such files. Of names without a dot only the folder of the hooks itself: `documents` is everybody's.
const hookFolders: ReadonlySet<string> = new Set(hookFiles.flatMap((end) => {
  const names = end.split("/").filter((name) => name !== "").slice(0, end.endsWith("/") ? undefined : -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`).filter((folder) => folder.startsWith("/.") || `${folder}/` === end);
}));

const forbid = (reason: string) => ({ rule: "self-protection", reason });
// Case does not tell two files apart on most people's disks, and a stricter answer than needed does no harm here.
const asKey = (path: string) => path.normalize("NFC").toLowerCase().replaceAll("\\", "/").replace(/\/+$/, "");
const spellingsOf = ({ absolute, aliases }: PathIdentity) => [absolute, ...aliases].map(asKey);
const isBelow = (path: string, folders: readonly string[]) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isHookFile = (path: string) => hookFiles.some((end) => (end.endsWith("/") ? `${path}/`.includes(end) : path.endsWith(end) && (end.startsWith("/") || path.charAt(path.length - end.length - 1) === "/")));
const holdsHookFiles = (path: string) => {
  const names = path.split("/");
  return names.some((_, index) => index > 0 && hookFolders.has(`/${names.slice(index).join("/")}`));
};
