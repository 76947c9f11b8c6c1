/** Completions in a real editor: how many calls reach an assistant's provider for a file it may not see, without Gatelodge and with it. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { callsAtOnce, callsFor, pick, triggerFromTheStart, typeFromFirstFrame, typeWhileStarting } from "./atOnce.ts";
import { createCoverage } from "./coverage.ts";
import { type Editor, launchEditor } from "./launchEditor.ts";
import { type EditorWindow, openWindow } from "./openWindow.ts";
import { hasReached } from "./records.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const coverage = createCoverage("completions");
after(() => coverage.write());

const secretFiles = [".env", ".env.local", "keys/server.pem", "infra/terraform.tfstate"];
const source = "src/pricing/engine.py";
const fill = ({ workspace }: { workspace: string }) => writeFileSync(join(workspace, ".env.local"), "LOCAL=1\n");

interface Running { editor?: Editor; window?: EditorWindow }
const together = (running: Running) => ({ editor: running.editor!, window: running.window! });

/** Typing and asking in a plain file while another one is open beside it. */
async function callsInApp(window: EditorWindow) {
  await window.quickOpen("src/app.ts");
  window.clearRecords();
  await window.type("const a = 1;");
  await window.triggerExplicit();
  return callsFor(window, "src/app.ts");
}

async function startAndReload(running: Running) {
  const { editor } = running;
  running.window = await openWindow(editor!, { openFile: ".env", early: typeWhileStarting(".env") });
  const atStart = await callsFor(running.window, ".env");
  running.window = await running.window.reload({ early: typeWhileStarting(".env") });
  const afterReload = await callsFor(running.window, ".env");
  const text = await running.window.drive((vscode) => vscode.window.activeTextEditor?.document.getText());
  assert.match(text ?? "", /xxxx/, "the keys did not go into the file");
  await running.window.closeEditors();
  return { atStart, afterReload };
}

describe("an editor without Gatelodge", () => {
  const running: Running = {};
  before(async () => {
    running.editor = await launchEditor({ prepare: fill });
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  test(".env that is in front when the window starts or comes back reaches the completer", async () => {
    const { atStart, afterReload } = await startAndReload(running);
    for (const calls of [atStart, afterReload]) assert.ok(hasReached(calls, running.editor!.canary("aws-access-key")));
    coverage.baseline(".env in front when the window starts", "arrives");
    coverage.baseline(".env in front at the very first start after installation", "arrives");
    coverage.baseline(".env in front when the window comes back", "arrives");
  });

  for (const path of [...secretFiles, source]) test(`${path}, typed into at once and asked at once, reaches the completer`, async () => {
    const calls = await callsAtOnce(together(running).window, path);
    assert.ok(calls.automatic > 0 && calls.explicit > 0);
    coverage.baseline(`${path}: typing at once`, "arrives");
    coverage.baseline(`${path}: asking at once`, "arrives");
  });

  test("a completion in another file carries .env along, as long as it is open", async () => {
    const { editor, window } = together(running);
    await window.quickOpen(".env");
    assert.ok(hasReached(await callsInApp(window), editor.canary("aws-access-key")));
    coverage.baseline(".env in a neighbouring tab", "arrives");
    coverage.baseline("another file, in the minutes after .env was closed", "is asked");
    coverage.baseline(`${source}: with its true language`, "arrives");
    await window.closeEditors();
  });
});

const launchGuarded = async (running: Running, options: Parameters<typeof launchEditor>[0] = {}) => {
  running.editor = await launchEditor({ extensions: [await buildVsix()], prepare: fill, ...options });
};

describe("with Gatelodge, from the first start", () => {
  const running: Running = {};
  before(() => launchGuarded(running));
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  // VS Code does not apply our language's defaults to an editor that was there before them; what holds is written at the first start.
  test("at the very first start calls for .env end as soon as the user settings are written", async () => {
    const { editor } = running;
    running.window = await openWindow(editor!, { openFile: ".env", early: typeWhileStarting(".env") });
    const { window } = together(running);
    await waitFor("the setting of our language", () => readFileSync(editor!.settingsFile, "utf8").includes("[gatelodge-restricted]"));
    await waitFor("the status", async () => (await window.page.locator('[id="gatelodge.gatelodge.status"]').innerText()).includes("restricted: no AI"));
    // A call that was on its way is still answered.
    await callsFor(window, ".env");
    window.clearRecords();
    await window.type("abc def");
    await triggerFromTheStart(window);
    assert.equal((await callsFor(window, ".env")).length, 0);
    coverage.row(".env in front at the very first start after installation", "own language; its setting is written once", "calls in the first seconds, then 0");
    await window.closeEditors();
    await window.close();
  });

  test("at every later start nobody is asked for .env that is in front, nor when the window comes back", async () => {
    const { atStart, afterReload } = await startAndReload(running);
    assert.deepEqual([atStart.length, afterReload.length], [0, 0]);
    coverage.row(".env in front when the window starts", "own language", "0 calls");
    coverage.row(".env in front when the window comes back", "own language", "0 calls");
  });

  for (const path of secretFiles) test(`nobody is asked for ${path}, typed into at once and asked at once`, async () => {
    assert.deepEqual(await callsAtOnce(together(running).window, path), { automatic: 0, explicit: 0 });
    coverage.row(`${path}: typing at once`, "own language", "0 calls");
    coverage.row(`${path}: asking at once`, "own language, suppress list for it", "0 calls");
  });

  test("the status bar says so, and one ledger entry is made for each opening", async () => {
    const { editor, window } = together(running);
    const entries = () => readFileSync(join(editor.home, ".local/state/gatelodge/ledger.jsonl"), "utf8").split("\n").filter((line) => line.includes('"path":".env"') && line.includes('"completion"'));
    const before = entries().length;
    await window.quickOpen(".env");
    await waitFor("the status", async () => (await window.page.locator('[id="gatelodge.gatelodge.status"]').innerText()).includes("restricted: no AI"));
    await window.type("A=1\nB=2");
    await waitFor("the entry", () => entries().length > before);
    assert.equal(entries().length, before + 1);
    assert.ok(!entries().some((line) => hasReached([], line) || Object.values(editor.canaries).some((canary) => line.includes(canary))));
    await window.closeEditors();
  });
});

const policy = (paths: string) => `version: 1\nclassification:\n  - { id: crown-jewels, label: restricted, paths: ["${paths}"] }\n`;

describe("with Gatelodge and a policy of the repository's own", () => {
  const running: Running = {};
  const associations = () => readFileSync(running.editor!.settingsFile, "utf8");
  before(async () => {
    await launchGuarded(running);
    running.window = await openWindow(running.editor!);
    await waitFor("the guard", () => running.window!.drive((vscode) => vscode.extensions.getExtension("gatelodge.gatelodge")?.isActive), 30_000);
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  test("plain files and .env.example are completed", async () => {
    const { window } = together(running);
    assert.ok((await callsInApp(window)).length > 0);
    assert.ok((await callsAtOnce(window, ".env.example")).automatic > 0);
    await window.closeEditors();
  });

  test("a policy file that changes changes the associations, without a reload", async () => {
    const { editor } = together(running);
    writeFileSync(join(editor.workspace, "gatelodge.yaml"), policy("src/orders.ts"));
    await waitFor("the association", () => associations().includes("/src/orders.ts"));
    writeFileSync(join(editor.workspace, "gatelodge.yaml"), policy("src/pricing/**"));
    await waitFor("the other association", () => associations().includes("/src/pricing/**"));
    assert.ok(!associations().includes("/src/orders.ts"));
  });

  test("a restricted source file gets its true language once the setting is in force, and nobody is asked before or after", async () => {
    const { window } = together(running);
    const language = () => window.drive((vscode) => vscode.window.activeTextEditor?.document.languageId);
    window.clearRecords();
    await pick(window, source);
    await typeFromFirstFrame(window.page, source);
    await waitFor("its own language", async () => (await language()) === "python");
    await window.type("def price");
    await triggerFromTheStart(window);
    assert.equal((await callsFor(window, source)).length, 0);
    assert.equal(await language(), "python");
    coverage.row(`${source}: typing at once`, "own language by the policy's association", "0 calls");
    coverage.row(`${source}: with its true language`, "suppress list, confirmed before the language changes", "0 calls");
    await window.closeEditors();
    assert.deepEqual(await callsAtOnce(window, source), { automatic: 0, explicit: 0 });
    coverage.row(`${source}: asking at once`, "own language by the policy's association", "0 calls");
  });

  test("beside an open .env, and for a while after, nothing is completed in other files either", async () => {
    const { editor, window } = together(running);
    // Not by quick open, which puts .env.example, opened before, first.
    await window.drive(async (vscode, path) => void (await vscode.window.showTextDocument(vscode.Uri.file(path))), join(editor.workspace, ".env"));
    await waitFor("the setting", () => /suppressInlineSuggestions": ?"[^"]*gatelodge-test.completer/.test(associations()));
    assert.equal((await callsInApp(window)).length, 0);
    coverage.row(".env in a neighbouring tab", "suppress list while it is open (neighbours: suppress)", "0 calls");
    await window.closeEditors();
    assert.equal((await callsInApp(window)).length, 0);
    coverage.row("another file, in the minutes after .env was closed", "suppress list for lingerSeconds", "0 calls");
    await window.closeEditors();
  });
});
