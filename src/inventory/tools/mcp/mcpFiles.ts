import type { ConfigFormat } from "../readConfig.ts";
import type { From } from "../rootsOf.ts";

/** A file that names tool servers (MCP) for a client. */
export interface McpFile {
  /** The client as our catalogue or its maker calls it. */
  readonly client: string;
  readonly name: string;
  readonly from: From;
  /** With `/`; `*` is any one folder. */
  readonly path: string;
  readonly format: ConfigFormat;
  /** Where in it the servers stand; `*` is any key. */
  readonly keys: readonly (readonly string[])[];
  readonly platform?: NodeJS.Platform;
}

const servers = [["mcpServers"]];
type Place = Pick<McpFile, "from" | "path"> & Partial<McpFile>;
const inHome = (path: string, more: Partial<McpFile> = {}): Place => ({ from: "home", path, ...more });
const inWork = (path: string, more: Partial<McpFile> = {}): Place => ({ from: "workspace", path, ...more });
const inEditor = (path: string, more: Partial<McpFile> = {}): Place => ({ from: "editor", path, ...more });
const inRoot = (path: string, platform: NodeJS.Platform, more: Partial<McpFile> = {}): Place => ({ from: "root", path, platform, ...more });
const client = (id: string, name: string, ...places: readonly Place[]): readonly McpFile[] => places.map((place) => ({ client: id, name, format: "json", keys: servers, ...place }));

const vscode = { keys: [["servers"]] };
const toml = { format: "toml", keys: [["mcp_servers"]] } as const;
const yaml = { format: "yaml" } as const;
const mcp = { keys: [["mcp"]] };
const zed = { keys: [["context_servers"]] };
const inSettings = { keys: [["mcp", "servers"], ["mcp.servers"]] };
const ofProjects = { keys: [["mcpServers"], ["projects", "*", "mcpServers"]] };
const ofPlugins = { keys: [["mcpServers"], []] };

/** Every file we know to name tool servers, by the clients' documentation and sources. */
export const mcpFiles: readonly McpFile[] = [
  ...client("vscode", "VS Code", inEditor("mcp.json", vscode), inEditor("settings.json", inSettings), inWork(".vscode/mcp.json", vscode), inWork(".vscode/settings.json", inSettings), inHome(".vscode/mcp.json", vscode),
    inWork(".devcontainer/devcontainer.json", { keys: [["customizations", "vscode", "mcp", "servers"]] })),
  ...client("github-copilot", "GitHub Copilot", inHome(".copilot/mcp-config.json")),
  ...client("claude-code", "Claude Code", inHome(".claude.json", ofProjects), inWork(".mcp.json"), inHome(".claude/plugins/cache/*/*/.mcp.json", ofPlugins), inHome(".claude/plugins/cache/*/*/*/.mcp.json", ofPlugins),
    inRoot("etc/claude-code/managed-mcp.json", "linux"), inRoot("Library/Application Support/ClaudeCode/managed-mcp.json", "darwin"), inRoot("Program Files/ClaudeCode/managed-mcp.json", "win32")),
  ...client("claude-desktop", "Claude Desktop", inHome(".config/Claude/claude_desktop_config.json", { platform: "linux" }), inHome("Library/Application Support/Claude/claude_desktop_config.json", { platform: "darwin" }), inHome("AppData/Roaming/Claude/claude_desktop_config.json", { platform: "win32" })),
  ...client("cursor", "Cursor", inHome(".cursor/mcp.json"), inWork(".cursor/mcp.json")),
  ...client("windsurf", "Windsurf", inHome(".codeium/windsurf/mcp_config.json"), inHome(".codeium/mcp_config.json"), inWork(".windsurf/mcp.json")),
  ...client("codex", "Codex", inHome(".codex/config.toml", toml), inWork(".codex/config.toml", toml), inRoot("etc/codex/config.toml", "linux", toml), inRoot("etc/codex/config.toml", "darwin", toml)),
  ...client("gemini", "Gemini CLI", inHome(".gemini/settings.json"), inWork(".gemini/settings.json"), inHome(".gemini/extensions/*/gemini-extension.json")),
  ...client("antigravity", "Antigravity", inHome(".gemini/antigravity/mcp_config.json"), inHome(".gemini/config/mcp_config.json")),
  ...client("qwen-code", "Qwen Code", inHome(".qwen/settings.json"), inWork(".qwen/settings.json")),
  ...client("kiro", "Kiro", inHome(".kiro/settings/mcp.json"), inWork(".kiro/settings/mcp.json")),
  ...client("amazon-q", "Amazon Q", inHome(".aws/amazonq/mcp.json"), inHome(".aws/amazonq/agents/*.json"), inHome(".aws/amazonq/cli-agents/*.json"), inWork(".amazonq/mcp.json")),
  ...client("opencode", "opencode", inHome(".config/opencode/opencode.json", mcp), inHome(".config/opencode/opencode.jsonc", mcp), inWork("opencode.json", mcp), inWork("opencode.jsonc", mcp), inWork(".opencode/opencode.json", mcp)),
  ...client("cline", "Cline", inEditor("globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json"), inHome(".cline/data/settings/cline_mcp_settings.json")),
  ...client("roo-code", "Roo Code", inEditor("globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json"), inWork(".roo/mcp.json")),
  ...client("kilo-code", "Kilo Code", inEditor("globalStorage/kilocode.kilo-code/settings/mcp_settings.json"), inHome(".config/kilo/kilo.jsonc", mcp), inWork(".kilocode/mcp.json")),
  ...client("zencoder", "Zencoder", inEditor("globalStorage/zencoderai.zencoder/mcp_settings.json")),
  ...client("agentforce", "Agentforce Vibes", inEditor("globalStorage/salesforce.salesforcedx-einstein-gpt/settings/a4d_mcp_settings.json")),
  ...client("trae", "Trae", inWork(".trae/mcp.json")),
  ...client("zed", "Zed", inHome(".config/zed/settings.json", zed), inWork(".zed/settings.json", zed)),
  ...client("continue", "Continue", inHome(".continue/config.yaml", yaml), inHome(".continue/config.json"), inHome(".continue/mcpServers/*.yaml", yaml), inWork(".continue/mcpServers/*.yaml", yaml), inWork(".continue/mcpServers/*.json")),
  ...client("droid", "Factory Droid", inHome(".factory/mcp.json"), inWork(".factory/mcp.json")),
  ...client("junie", "Junie", inHome(".junie/mcp/mcp.json"), inWork(".junie/mcp/mcp.json"), inWork(".junie/mcp.json")),
  ...client("augment", "Augment", inHome(".augment/settings.json"), inWork(".augment/settings.json")),
  ...client("goose", "Goose", inHome(".config/goose/config.yaml", { format: "yaml", keys: [["extensions"]] })),
  ...client("amp", "Amp", inHome(".config/amp/settings.json", { keys: [["amp.mcpServers"]] }), inWork(".amp/settings.json", { keys: [["amp.mcpServers"]] })),
  ...client("crush", "Crush", inHome(".config/crush/crush.json", mcp), inWork("crush.json", mcp), inWork(".crush.json", mcp)),
  ...client("jan", "Jan", inHome("jan/mcp_config.json")),
  ...client("lmstudio", "LM Studio", inHome(".lmstudio/mcp.json")),
  ...client("void", "Void", inHome(".void-editor/mcp.json")),
];
