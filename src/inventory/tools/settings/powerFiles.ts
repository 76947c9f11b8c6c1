import type { ConfigFormat } from "../readConfig.ts";
import type { From } from "../rootsOf.ts";
import { everything, when, whenHas, whenSet, type PowerRule } from "./powerRule.ts";

/** A file whose settings can give an assistant more power. */
export interface PowerFile {
  /** The assistant of our catalogue whose file it is; absent: an editor's, for all in it. */
  readonly assistant?: string;
  readonly from: From;
  /** With `/`; `*` is any one name. */
  readonly paths: readonly string[];
  readonly format: ConfigFormat;
  /** Where in the file its settings start. */
  readonly under?: string;
  readonly rules: readonly PowerRule[];
}

const unasked = "every tool runs without asking";
const anyCommand = "every command runs without asking";
const elsewhere = "what is asked goes to another address than the maker's";

/** https://code.visualstudio.com/docs/copilot/reference/copilot-settings, and the settings of the extensions themselves. */
const inEditor: readonly PowerRule[] = [
  when("chat.tools.global.autoApprove", [true], unasked),
  when("chat.tools.autoApprove", [true], unasked),
  when("chat.permissions.default", ["autoApprove", "autopilot"], unasked),
  whenHas("chat.tools.terminal.autoApprove", everything, anyCommand),
  when("chat.tools.terminal.ignoreDefaultAutoApproveRules", [true], "the editor's own list of commands that ask is off"),
  whenHas("chat.tools.edits.autoApprove", /\.(?:vscode|git|github|env|claude|cursor|mcp)\b/, "files that configure the editor or hold secrets are changed without asking"),
  whenHas("chat.tools.urls.autoApprove", /^(?:\*|https?:\/\/\*)/, "every address is asked without asking you"),
  when("github.copilot.chat.claudeAgent.allowDangerouslySkipPermissions", [true], unasked),
  when("claudeCode.allowDangerouslySkipPermissions", [true], unasked),
  when("claudeCode.initialPermissionMode", ["bypassPermissions"], unasked),
  when("geminicodeassist.agentYoloMode", [true], unasked),
  when("amp.dangerouslyAllowAll", [true], unasked),
  whenHas("roo-cline.allowedCommands", everything, anyCommand),
  whenHas("kilo-code.allowedCommands", everything, anyCommand),
  whenHas("windsurf.cascadeCommandsAllowList", everything, anyCommand),
  whenHas("kiroAgent.trustedCommands", everything, anyCommand),
  when("chat.useClaudeHooks", [true], "hooks that a repository brings run as programs"),
  when("security.workspace.trust.enabled", [false], "every folder is trusted without asking"),
  when("task.allowAutomaticTasks", ["on"], "a repository's tasks start by themselves"),
  { key: "github.copilot.advanced", allows: (value) => (Object.keys(value ?? {}).some((key) => /^debug\.override.*Url$/i.test(key)) ? elsewhere : undefined) },
];

const inClaude: readonly PowerRule[] = [
  when("permissions.defaultMode", ["bypassPermissions", "dontAsk"], unasked),
  whenHas("permissions.allow", /^(?:\*|Bash(?:\(:?\*?(?::\*)?\))?)$/, anyCommand),
  when("skipDangerousModePermissionPrompt", [true], "its warning before running without questions is off"),
  when("enableAllProjectMcpServers", [true], "tool servers that a repository brings start without asking"),
  whenSet("env.ANTHROPIC_BASE_URL", elsewhere),
  whenSet("apiKeyHelper", "a program is started for its key"),
];
const fromRepository: readonly PowerRule[] = [...inClaude, whenSet("hooks", "hooks that the repository brings run as programs")];

const inCodex: readonly PowerRule[] = [
  when("approval_policy", ["never"], unasked),
  when("sandbox_mode", ["danger-full-access"], "commands run outside the sandbox"),
  when("sandbox_workspace_write.network_access", [true], "commands in the sandbox reach the network"),
  when("shell_environment_policy.ignore_default_excludes", [true], "commands get the secrets in your environment"),
];
const inGemini: readonly PowerRule[] = [
  when("tools.autoAccept", [true], unasked), when("autoAccept", [true], unasked),
  when("general.defaultApprovalMode", ["yolo"], unasked), when("tools.approvalMode", ["yolo"], unasked),
  when("security.folderTrust.enabled", [false], "every folder is trusted without asking"),
];
const inOpencode: readonly PowerRule[] = [when("permission", ["allow"], unasked), whenHas("permission", /^(?:\*|bash)$/, anyCommand), whenHas("permission.bash", everything, anyCommand)];
const inKiro: readonly PowerRule[] = [whenHas("allowedTools", /^(?:\*|@builtin|execute_bash|shell)$/, anyCommand), whenHas("toolsSettings.execute_bash.allowedCommands", everything, anyCommand)];
const inCursor: readonly PowerRule[] = [whenHas("terminalAllowlist", everything, anyCommand), whenHas("mcpAllowlist", everything, "every tool of tool servers runs without asking"), whenHas("permissions.allow", /^(?:\*|Shell\(\*+\))$/, anyCommand), when("type", ["insecure_none"], "commands run outside the sandbox")];
const inZed: readonly PowerRule[] = [when("agent.always_allow_tool_actions", [true], unasked), when("agent.tool_permissions.default", ["allow"], unasked)];

const file = (from: PowerFile["from"], rules: readonly PowerRule[], paths: readonly string[], more: Partial<PowerFile> = {}): PowerFile => ({ from, rules, paths, format: "json", ...more });
const of = (assistant: string, rules: readonly PowerRule[], home: readonly string[], work: readonly string[], more: Partial<PowerFile> = {}) => [file("home", rules, home, { assistant, ...more }), file("workspace", rules, work, { assistant, ...more })];

/** Every file that we know to widen what assistants may do, and the settings in it that do. */
export const powerFiles: readonly PowerFile[] = [
  file("editor", inEditor, ["settings.json"]),
  file("workspace", inEditor, [".vscode/settings.json", ".cursor/settings.json"]),
  file("workspace", inEditor, ["*.code-workspace"], { under: "settings" }),
  file("workspace", inEditor, [".devcontainer/devcontainer.json"], { under: "customizations.vscode.settings" }),
  file("home", inClaude, [".claude/settings.json", ".claude/settings.local.json"], { assistant: "claude-code" }),
  file("workspace", fromRepository, [".claude/settings.json", ".claude/settings.local.json"], { assistant: "claude-code" }),
  file("home", [when("bypassPermissionsModeAccepted", [true], "its warning before running without questions was accepted once for all")], [".claude.json"], { assistant: "claude-code" }),
  ...of("codex", inCodex, [".codex/config.toml"], [".codex/config.toml"], { format: "toml" }),
  ...of("gemini", inGemini, [".gemini/settings.json"], [".gemini/settings.json"]),
  ...of("qwen-code", inGemini, [".qwen/settings.json"], [".qwen/settings.json"]),
  ...of("opencode", inOpencode, [".config/opencode/opencode.json", ".config/opencode/opencode.jsonc"], ["opencode.json", "opencode.jsonc", ".opencode/opencode.json"]),
  ...of("amazon-q", inKiro, [".kiro/agents/*.json", ".aws/amazonq/cli-agents/*.json"], [".kiro/agents/*.json", ".amazonq/cli-agents/*.json"]),
  ...of("cursor", inCursor, [".cursor/permissions.json", ".cursor/cli-config.json", ".cursor/sandbox.json"], [".cursor/permissions.json", ".cursor/cli.json", ".cursor/sandbox.json"]),
  ...of("aider", [when("yes-always", [true], unasked)], [".aider.conf.yml"], [".aider.conf.yml"], { format: "yaml" }),
  file("home", [when("GOOSE_MODE", ["auto"], unasked)], [".config/goose/config.yaml"], { assistant: "goose", format: "yaml" }),
  file("home", [when("yoloModeToggled", [true], unasked)], [".cline/data/globalState.json"], { assistant: "cline" }),
  ...of("crush", [whenHas("permissions.allowed_tools", /^(?:\*|bash)$/, anyCommand)], [".config/crush/crush.json"], ["crush.json", ".crush.json"]),
  file("home", [when("amp.dangerouslyAllowAll", [true], unasked)], [".config/amp/settings.json"]),
  file("home", inZed, [".config/zed/settings.json"]),
  file("workspace", inZed, [".zed/settings.json"]),
];
