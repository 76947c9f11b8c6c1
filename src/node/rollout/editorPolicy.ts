import { createHash } from "node:crypto";
import type { PinInForce } from "../../core/policy/policy.ts";
import type { ManagedPlatform } from "../agents/managedFiles.ts";

type PolicyValue = string | boolean;
export type EditorPolicies = readonly (readonly [name: string, value: PolicyValue])[];

/** Settings of VS Code 1.139 that a policy of the machine can hold, which nobody can change in the editor then. */
const policyNames: Readonly<Record<string, string>> = {
  "chat.tools.global.autoApprove": "ChatToolsAutoApprove", "chat.tools.terminal.enableAutoApprove": "ChatToolsTerminalEnableAutoApprove", "chat.agent.enabled": "ChatAgentMode",
  "chat.agent.networkFilter": "ChatAgentNetworkFilter", "chat.agent.sandbox.enabled": "ChatAgentSandboxEnabled", "chat.agent.sandbox.allowNetwork": "ChatAgentSandboxAllowNetwork",
  "chat.agent.sandbox.allowUnsandboxedCommands": "ChatAgentSandboxAllowUnsandboxedCommands", "chat.agent.sandbox.allowAutoApprove": "ChatAgentSandboxAllowAutoApprove",
  "chat.agentHost.claudeAgent.enabled": "Claude3PIntegration", "chat.agentHost.codexAgent.enabled": "Codex3PIntegration", "chat.agentHost.otel.captureContent": "CopilotOtelCaptureContent",
  "chat.extensionTools.enabled": "ChatAgentExtensionTools", "chat.mcp.access": "ChatMCP", "chat.plugins.enabled": "ChatPluginsEnabled", "chat.sessionSync.enabled": "CopilotSessionSync", "chat.useHooks": "ChatHooks",
};

/** Our extension, as `extensions.allowed` names it. */
export const ownExtension = "gatelodge.gatelodge";

/**
 * The policies of the editor for what is pinned, in a fixed order, and the extensions that may run, ours among them; without a list
 * all may. New sessions of VS Code's own agents run on the Copilot SDK, where the administrator's hooks are read, and for those that
 * stay on the older one nobody can switch hooks off. By its documentation and its program's own list; not run.
 */
export function toEditorPolicies(pins: readonly PinInForce[], allowed: readonly string[] | undefined): EditorPolicies {
  const pinned = pins.flatMap(({ assistant, setting, value }) => (assistant === undefined && policyNames[setting] !== undefined ? [[policyNames[setting], value] as const] : []));
  const extensions = allowed === undefined ? [] : [["AllowedExtensions", JSON.stringify(Object.fromEntries([...new Set([...allowed, ownExtension])].toSorted().map((id) => [id, true])))] as const];
  return [...new Map<string, PolicyValue>([["ChatEditorPreferCopilotHarness", true], ["ChatHooks", true], ...pinned, ...extensions])].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** As each system takes them: Linux a file, macOS a profile, Windows the registry. */
export function editorPolicyFile(platform: ManagedPlatform, policies: EditorPolicies): { readonly path: string; readonly text: string } {
  switch (platform) {
    case "linux": return { path: "etc/vscode/policy.json", text: `${JSON.stringify(Object.fromEntries(policies), undefined, 2)}\n` };
    case "darwin": return { path: "gatelodge-vscode.mobileconfig", text: toProfile(policies) };
    case "win32": return { path: "gatelodge-vscode.reg", text: ["Windows Registry Editor Version 5.00", "", "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\VSCode]", ...policies.map(([name, value]) => `"${name}"=${toRegistry(value)}`), ""].join("\r\n") };
  }
}

const toRegistry = (value: PolicyValue) => (typeof value === "boolean" ? `dword:0000000${value ? 1 : 0}` : `"${value.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"")}"`);
const toPlist = (value: PolicyValue) => (typeof value === "boolean" ? `<${String(value)}/>` : `<string>${value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</string>`);

/** The same profile for the same policies, so that a management system sees when nothing has changed. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-").toUpperCase();
}

function toProfile(policies: EditorPolicies): string {
  const keys = policies.map(([name, value]) => `      <key>${name}</key>${toPlist(value)}`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
${keys}
      <key>PayloadIdentifier</key><string>com.microsoft.VSCode.gatelodge</string>
      <key>PayloadType</key><string>com.microsoft.VSCode</string>
      <key>PayloadUUID</key><string>${uuidOf(keys)}</string>
      <key>PayloadVersion</key><integer>1</integer>
    </dict>
  </array>
  <key>PayloadDisplayName</key><string>Gatelodge: VS Code</string>
  <key>PayloadIdentifier</key><string>gatelodge.vscode</string>
  <key>PayloadScope</key><string>System</string>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadUUID</key><string>${uuidOf(`profile\n${keys}`)}</string>
  <key>PayloadVersion</key><integer>1</integer>
</dict>
</plist>
`;
}
