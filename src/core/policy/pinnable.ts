export type PinValue = string | boolean;

/** A setting of an editor or an assistant that a policy may pin. */
export interface PinnableSetting {
  /** Id of our catalogue; absent: the editor's. */
  readonly assistant?: string;
  /** As its maker names it, with dots between keys in keys. */
  readonly setting: string;
  /** What it may be pinned to, from the strictest to the loosest. Any other value is looser than all of them. */
  readonly values: readonly PinValue[];
  /** What holds where it says nothing; absent: something looser. */
  readonly otherwise?: PinValue;
}

const editor = (setting: string, values: readonly PinValue[], otherwise?: PinValue): PinnableSetting => ({ setting, values, ...(otherwise === undefined ? {} : { otherwise }) });
const of = (assistant: string, setting: string, values: readonly PinValue[], otherwise?: PinValue): PinnableSetting => ({ assistant, ...editor(setting, values, otherwise) });

/**
 * All of them. A list, and of safe values only: whoever signs policies, or has stolen the key, neither starts programs on other
 * people's machines by this nor makes an assistant ask less. Defaults: VS Code 1.139 and the makers' pages.
 */
export const pinnableSettings: readonly PinnableSetting[] = [
  editor("chat.tools.global.autoApprove", [false], false),
  editor("chat.permissions.default", ["default"], "default"),
  editor("chat.tools.terminal.enableAutoApprove", [false]),
  editor("chat.tools.terminal.ignoreDefaultAutoApproveRules", [false], false),
  editor("chat.tools.terminal.autoApproveWorkspaceNpmScripts", [false]),
  editor("chat.agent.enabled", [false]),
  editor("chat.agent.networkFilter", [true]),
  editor("chat.agent.sandbox.enabled", ["on"]),
  editor("chat.agent.sandbox.allowNetwork", [false]),
  editor("chat.agent.sandbox.allowUnsandboxedCommands", [false]),
  editor("chat.agent.sandbox.allowAutoApprove", [false]),
  editor("chat.agentHost.claudeAgent.enabled", [false]),
  editor("chat.agentHost.codexAgent.enabled", [false], false),
  editor("chat.agentHost.otel.captureContent", [false], false),
  editor("chat.extensionTools.enabled", [false]),
  editor("chat.mcp.access", ["none", "registry"]),
  editor("chat.mcp.workspaceRootConfig.enabled", [false], false),
  editor("chat.plugins.enabled", [false]),
  editor("chat.sessionSync.enabled", [false], false),
  editor("chat.useClaudeHooks", [false], false),
  editor("chat.useHooks", [true], true),
  editor("security.workspace.trust.enabled", [true], true),
  editor("github.copilot.chat.claudeAgent.allowDangerouslySkipPermissions", [false], false),
  editor("github.copilot.chat.otel.captureContent", [false], false),
  editor("claudeCode.allowDangerouslySkipPermissions", [false], false),
  editor("claudeCode.initialPermissionMode", ["plan", "default", "acceptEdits"], "default"),
  editor("geminicodeassist.agentYoloMode", [false], false),
  of("claude-code", "permissions.defaultMode", ["plan", "default", "acceptEdits"], "default"),
  of("claude-code", "permissions.disableBypassPermissionsMode", ["disable"]),
  of("claude-code", "enableAllProjectMcpServers", [false], false),
  of("claude-code", "skipDangerousModePermissionPrompt", [false], false),
  of("codex", "approval_policy", ["untrusted", "on-request"], "on-request"),
  of("codex", "sandbox_mode", ["read-only", "workspace-write"], "read-only"),
  of("gemini", "general.defaultApprovalMode", ["plan", "default", "auto_edit"], "default"),
  of("gemini", "security.disableYoloMode", [true]),
  of("gemini", "security.folderTrust.enabled", [true]),
  of("qwen-code", "tools.approvalMode", ["plan", "default", "auto-edit"], "default"),
  of("qwen-code", "security.folderTrust.enabled", [true]),
];
