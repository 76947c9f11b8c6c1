/** A settings.json as people write them comes back byte for byte: by the command in a running editor, and when Gatelodge is uninstalled. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { suppressKey } from "../../src/core/settingsRecord.ts";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { type EditorWindow, openWindow } from "../editor/openWindow.ts";
import { screenshotOnFailure } from "../editor/screenshotOnFailure.ts";
import { waitFor } from "../editor/waitFor.ts";

const lines = [
  "// my settings", "{", '\t"files.autoSave": "off", // by hand', "", '\t"workbench.startupEditor":   "none",',
  '\t"files.associations": { "*.mine": "json", /* mine */ },', `\t"${suppressKey}": "my.own",`, '\t"editor.rulers": [ 80,', "\t\t120, ],", "}", "",
];
const policy = 'version: 1\nclassification:\n  - { id: crown-jewels, label: restricted, paths: ["src/pricing/**"] }\n';

for (const [name, end] of [["CRLF", "\r\n"], ["LF", "\n"]] as const) describe(`settings with comments, tabs, trailing commas and ${name}`, () => {
  const text = lines.join(end);
  const running: { editor?: Editor; window?: EditorWindow } = {};
  const now = () => readFileSync(running.editor!.settingsFile, "utf8");
  before(async () => {
    running.editor = await launchEditor({ extensions: [await buildVsix()], assistants: ["completer"], policy, prepare: ({ workspace }) => writeFileSync(join(workspace, "../data/User/settings.json"), text) });
    running.window = await openWindow(running.editor);
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  const opened = async () => {
    await running.window!.quickOpen(".env");
    await waitFor("all of ours", () => ["gatelodge-test.completer", "/src/pricing/**", "[gatelodge-restricted]"].every((ours) => now().includes(ours)), 30_000);
  };

  test("come back by the command", async () => {
    await opened();
    // Read in the same moment: what is still needed while .env is open is written again within seconds.
    const after = await running.window!.drive(async (vscode, file) => {
      await vscode.commands.executeCommand("gatelodge.restoreSettings");
      return String(Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.file(file))));
    }, running.editor!.settingsFile);
    assert.equal(after, text);
  });

  test("come back when Gatelodge is uninstalled", async () => {
    await opened();
    await running.window!.close();
    execFileSync(process.execPath, [join(import.meta.dirname, "../../dist/uninstall.cjs")], { env: { ...process.env, HOME: running.editor!.home } });
    assert.equal(now(), text);
  });
});
