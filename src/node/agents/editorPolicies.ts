import { randomUUID } from "node:crypto";
import type { ManagedPlatform } from "./managedFiles.ts";

/**
 * What keeps VS Code's own agents at the administrator's hooks: new sessions run on the Copilot SDK, where `policy.d` is read, and for
 * those that stay on the older one nobody can switch hooks off. By its documentation and its program's own list; not run.
 */
const policies: readonly string[] = ["ChatEditorPreferCopilotHarness", "ChatHooks"];

/** As each system takes them: Linux a file, macOS a profile, Windows the registry. */
export function editorPolicies(platform: ManagedPlatform): { readonly path: string; readonly text: string } {
  switch (platform) {
    case "linux": return { path: "etc/vscode/policy.json", text: `${JSON.stringify(Object.fromEntries(policies.map((name) => [name, true])), undefined, 2)}\n` };
    case "darwin": return { path: "gatelodge-vscode.mobileconfig", text: toProfile() };
    case "win32": return { path: "gatelodge-vscode.reg", text: ["Windows Registry Editor Version 5.00", "", "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\VSCode]", ...policies.map((name) => `"${name}"=dword:00000001`), ""].join("\r\n") };
  }
}

function toProfile(): string {
  const keys = policies.map((name) => `      <key>${name}</key><true/>`).join("\n");
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
      <key>PayloadUUID</key><string>${randomUUID()}</string>
      <key>PayloadVersion</key><integer>1</integer>
    </dict>
  </array>
  <key>PayloadDisplayName</key><string>Gatelodge: agents of VS Code</string>
  <key>PayloadIdentifier</key><string>gatelodge.vscode</string>
  <key>PayloadScope</key><string>System</string>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadUUID</key><string>${randomUUID()}</string>
  <key>PayloadVersion</key><integer>1</integer>
</dict>
</plist>
`;
}
