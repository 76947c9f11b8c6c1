/** PowerShell and cmd, by the tools that clients have for them: what guards the agent stays. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { answerCall } from "../../src/hook/answerCall.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function setUp(context: TestContext) {
  const home = temporaryFolder(context);
  const shop = join(home, "shop");
  for (const [name, text] of Object.entries({ "x/settings.json": "{}", "docs/a.md": "a", "src/a.ts": "1", "dist/a.js": "1", ".claude/settings.json": "{}" })) {
    mkdirSync(dirname(join(shop, name)), { recursive: true });
    writeFileSync(join(shop, name), text);
  }
  const parts = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
  const isRefused = (tool: "PowerShell" | "Bash") => (command: string) => (answerCall({ assistant: "claude-code", event: "PreToolUse" }, { text: JSON.stringify({ hook_event_name: "PreToolUse", cwd: shop, tool_name: tool, tool_input: { command } }) }, parts.forCall(), 20_000)?.stdout ?? "deny").includes("self-protection");
  return { powerShell: isRefused("PowerShell"), bash: isRefused("Bash") };
}

test("hooks are not copied over, moved, unpacked upon or taken away", (context) => {
  const { powerShell } = setUp(context);
  for (const command of [
    "Copy-Item -Recurse x .claude", "Copy-Item -Path x\\* -Destination .claude", "cp x/settings.json ~/.claude/", "copy x\\settings.json %USERPROFILE%\\.claude\\settings.json", "xcopy /s /y x %USERPROFILE%\\.claude\\", "robocopy x .claude /mir",
    "Move-Item $HOME\\.claude $HOME\\old", "Rename-Item -Path $env:USERPROFILE\\.claude -NewName old", "ren %USERPROFILE%\\.claude old", "Remove-Item -Recurse -Force $HOME/.claude", "rd /s /q %USERPROFILE%\\.claude", "del %USERPROFILE%\\.claude\\settings.json", "Remove-Item (Join-Path $HOME '.claude' 'settings.json')", "Remove-Item (Join-Path (Join-Path $HOME .claude) settings.json)",
    "Set-Content -Path $HOME\\.claude\\settings.json -Value '{}'", "'{}' | Out-File $HOME/.claude/settings.json", "'{}' > .claude\\settings.json", "mklink /J .claude x", "New-Item -ItemType SymbolicLink -Path .claude -Target x", "Expand-Archive made-before.zip -DestinationPath $HOME\\.claude", "attrib +h %USERPROFILE%\\.claude", "Get-ChildItem $HOME\\.claude | Remove-Item",
    "gatelodge agents remove --yes", "node dist\\cli.cjs agents remove --yes",
  ]) assert.ok(powerShell(command), command);
});

test("everyday work is let through", (context) => {
  const { powerShell } = setUp(context);
  for (const command of ["npm install", "Copy-Item -Recurse src dist", "Copy-Item docs\\a.md dist", "Move-Item dist dist-old", "Remove-Item -Recurse -Force dist", "rd /s /q dist", "Get-ChildItem .claude", "Set-Content -Path notes.txt -Value 'see docs'", "git checkout main", "Expand-Archive release.zip -DestinationPath dist", "Remove-Item *.log", "node dist\\cli.cjs agents status", "gatelodge doctor"]) assert.ok(!powerShell(command), command);
});

test("and so it is where another shell starts them", (context) => {
  const { bash } = setUp(context);
  for (const command of ["pwsh -c 'Remove-Item -Recurse ~/.claude'", "powershell.exe -Command \"Copy-Item -Recurse x .claude\"", "cmd.exe /c 'rd /s /q %USERPROFILE%\\.claude'", "cmd /c del '%USERPROFILE%\\.claude\\settings.json'"]) assert.ok(bash(command), command);
  for (const command of ["pwsh -c 'Remove-Item -Recurse dist'", "cmd.exe /c 'rd /s /q dist'"]) assert.ok(!bash(command), command);
});
