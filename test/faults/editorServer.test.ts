/** The language server dies under a real editor, again and again; and hundreds of documents come and go. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { launchEditor } from "../editor/launchEditor.ts";
import { openWindow } from "../editor/openWindow.ts";
import { screenshotOnFailure } from "../editor/screenshotOnFailure.ts";
import { waitFor } from "../editor/waitFor.ts";

const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const files = 200;
const editor = await launchEditor({
  extensions: [await buildVsix()],
  assistants: [],
  prepare: ({ workspace }) => {
    writeFileSync(join(workspace, "token.ts"), `const apiToken = "${token}";\n`);
    writeFileSync(join(workspace, "plain.txt"), "nothing of interest\n");
    writeFileSync(join(workspace, "customers.dump"), "");
    truncateSync(join(workspace, "customers.dump"), 200_000_000);
    for (let index = 0; index < files; index += 1) writeFileSync(join(workspace, `many${index}.txt`), "nothing of interest\n".repeat(1000));
  },
});
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);

/** Our server: the only process with our home and its bundle among its arguments. */
function serverProcess(): number | undefined {
  const found = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).find((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return words.some((word) => word.endsWith("server.cjs")) && words.includes(editor.home);
    } catch {
      return false; // gone meanwhile
    }
  });
  return found === undefined ? undefined : Number(found);
}

const findings = () => window.drive((vscode) => {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith("/token.ts"));
  return document === undefined ? 0 : vscode.languages.getDiagnostics(document.uri).length;
});
const status = async () => (await window.page.locator(".statusbar-item", { hasText: /internal|restricted/ }).allInnerTexts()).join(" ");

test("killed six times, the server comes back each time, and its findings with it", { skip: process.platform !== "linux" && "finds the process through /proc" }, async () => {
  await window.quickOpen("token.ts");
  for (let round = 0; round < 6; round += 1) {
    await waitFor("the finding", async () => (await findings()) > 0, 30_000);
    const pid = await waitFor("the server", serverProcess);
    process.kill(pid, "SIGKILL");
    await waitFor("the findings of the dead server to go", async () => (await findings()) === 0);
    await waitFor("a new server", () => serverProcess() !== undefined && serverProcess() !== pid, 30_000);
  }
  await waitFor("the finding", async () => (await findings()) > 0, 30_000);
});

test("while the server is down the policy's otherwise decides, which is shown and recorded", { skip: process.platform !== "linux" && "finds the process through /proc" }, async () => {
  await window.quickOpen("plain.txt");
  await waitFor("the plain status", async () => (await status()).trim().endsWith("internal"));
  // The seventh start in a row waits for many seconds.
  process.kill(await waitFor("the server", serverProcess), "SIGKILL");
  await waitFor("the status to say it", async () => /not looked through/.test(await status()));
  await window.screenshot("server down");
  await waitFor("a new server", serverProcess, 40_000);
  await waitFor("the plain status", async () => (await status()).trim().endsWith("internal"));
  const ledger = readFileSync(join(editor.home, ".local", "state", "gatelodge", "ledger.jsonl"), "utf8");
  const entry = ledger.split("\n").find((line) => line.includes("plain.txt")) ?? assert.fail("nothing was recorded");
  assert.match(entry, /"gatelodge\.undecided":true/);
  assert.match(entry, /not running/);
});

test("a file of 200 MB, which no extension gets to see, is labelled by its name", async () => {
  await window.drive(async (vscode, path) => void (await vscode.commands.executeCommand("vscode.open", vscode.Uri.file(path))), join(editor.workspace, "customers.dump"));
  await waitFor("its label", async () => /restricted: no AI/.test(await status()));
  assert.equal(await window.drive((vscode) => vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith(".dump"))), false);
  await window.closeEditors();
});

test("after 200 files opened and closed the extension host holds no more than after 50", async () => {
  const memory = async () => Number(await window.drive(`
    require("node:v8").setFlagsFromString("--expose-gc");
    const collect = require("node:vm").runInNewContext("gc");
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;`));
  const openAndClose = (from: number, to: number) => window.drive(async (vscode, folder, first, last) => {
    for (let index = first; index < last; index += 1) {
      await vscode.window.showTextDocument(vscode.Uri.file(`${folder}/many${index}.txt`), { preview: false });
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    }
  }, editor.workspace, from, to);
  await openAndClose(0, 50);
  const early = await memory();
  await openAndClose(50, files);
  const late = await memory();
  // 150 files of 20 kB would be 3 MB of text alone, and the editor keeps some of its own.
  assert.ok(late - early < 6_000_000, `${early} bytes after 50 files, ${late} after ${files}`);
});
