/** Files that assistants take for instructions, wherever they stand. In lower case. */
const names = new Set([
  "agents.md", "agents.override.md", "agent.md", "claude.md", "claude.local.md", "gemini.md", "qwen.md", "crush.md", "codex.md", "warp.md", "skill.md",
  ".cursorrules", ".windsurfrules", ".clinerules", ".roorules", ".roomodes", ".goosehints", ".continuerules", ".augment-guidelines", ".rules", "copilot-instructions.md", "llms.txt",
  ".mcp.json", "mcp.json", "mcp_config.json", "mcp_settings.json",
]);
const ends = [".instructions.md", ".prompt.md", ".chatmode.md", ".agent.md", ".mdc"];
const folders = /(?:^|\/)(?:\.(?:claude|cursor|windsurf|clinerules|roo|kilocode|kiro|junie|aiassistant|continue|augment|amazonq|gemini|opencode|qwen|codex|agents?)\/.*\.(?:md|mdc|txt|json|toml|ya?ml)|\.github\/(?:chatmodes|agents|skills|prompts|instructions)\/.*\.md)$/;

/** Whether agents read a file as what they should do. By any spelling of its path, `/` between folders. */
export function isInstructionFile(paths: readonly string[]): boolean {
  return paths.some((path) => {
    const lower = path.toLowerCase();
    const name = lower.slice(lower.lastIndexOf("/") + 1);
    return names.has(name) || ends.some((end) => name.endsWith(end)) || folders.test(lower);
  });
}
