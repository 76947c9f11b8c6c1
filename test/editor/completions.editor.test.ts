/** Completions in a real editor: how many calls reach an assistant's provider for a file it may not see, without Gatelodge and with it. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { suppressKey } from "../../src/core/settingsRecord.ts";
import { callsAtOnce, callsFor, callsInOneOpening, pick, triggerFromTheStart, typeFromFirstFrame, typeWhileStarting } from "./atOnce.ts";
import { createCoverage } from "./coverage.ts";
import { type Editor, launchEditor } from "./launchEditor.ts";
import { type EditorWindow, openWindow } from "./openWindow.ts";
import { endPermissions, permitInFront } from "./permitting.ts";
import { hasReached } from "./records.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const coverage = createCoverage("completions");
after(() => coverage.write());

const atStart = ".env in front when the window starts, the first time after installation too";
const source = "src/pricing/engine.py";
const marked = "src/marked.ts";
const fill = ({ workspace }: { workspace: string }) => writeFileSync(join(workspace, marked), "// COMPANY CONFIDENTIAL\nconst margin = 1;\n");

interface Running { editor?: Editor; window?: EditorWindow }
const together = (running: Running) => ({ editor: running.editor!, window: running.window! });

/** Typing and asking in a plain file, whatever else is open beside it. */
async function callsInApp(window: EditorWindow) {
  await window.quickOpen("src/app.ts");
  window.clearRecords();
  await window.type("const a = 1;");
  await window.triggerExplicit();
  return callsFor(window, "src/app.ts");
}

describe("an editor without Gatelodge", () => {
  const running: Running = {};
  before(async () => {
    running.editor = await launchEditor({ prepare: fill });
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  test(".env that is in front when the window starts reaches the completer", async () => {
    running.window = await openWindow(running.editor!, { openFile: ".env", early: typeWhileStarting(".env") });
    assert.ok(hasReached(await callsFor(running.window, ".env"), running.editor!.canary("aws-access-key")));
    coverage.baseline(atStart, "arrives");
  });

  test("a completion in another file carries .env along, as long as it is open", async () => {
    const { editor, window } = together(running);
    assert.ok(hasReached(await callsInApp(window), editor.canary("aws-access-key")));
    coverage.baseline(".env in a neighbouring tab", "arrives");
    coverage.baseline("another file, in the minutes after .env was closed", "is asked");
    await window.closeEditors();
  });

  for (const path of [".env", source, marked]) test(`${path}, typed into at once and asked at once, reaches the completer`, async () => {
    const calls = await callsInOneOpening(together(running).window, path);
    assert.ok(calls.automatic > 0 && calls.explicit > 0);
    for (const what of ["typing at once", "asking at once", "with its true language"]) coverage.baseline(`${path}: ${what}`, "arrives");
  });
});

const policy = (paths: string) => `version: 1\nclassification:\n  - { id: crown-jewels, label: restricted, paths: ["${paths}"] }\n`;

describe("with Gatelodge", () => {
  const running: Running = {};
  const settings = () => readFileSync(running.editor!.settingsFile, "utf8");
  const isSilent = () => new RegExp(`${suppressKey}": ?"[^"]*gatelodge-test.completer`).test(settings().replace(/"\[[^}]*\}/g, ""));
  const status = async () => running.window!.page.locator('[id="gatelodge.gatelodge.status"]').innerText();
  const says = (words: string) => waitFor(`"${words}" in the status`, async () => (await status()).includes(words));
  const language = () => running.window!.drive((vscode) => vscode.window.activeTextEditor?.document.languageId);
  before(async () => {
    running.editor = await launchEditor({ extensions: [await buildVsix()], prepare: fill });
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  test("nobody is asked for .env that is in front, at the very first start and when the window comes back", async () => {
    running.window = await openWindow(running.editor!, { openFile: ".env", early: typeWhileStarting(".env") });
    const first = await callsFor(running.window, ".env");
    running.window = await running.window.reload({ early: typeWhileStarting(".env") });
    const second = await callsFor(running.window, ".env");
    const text = await running.window.drive((vscode) => vscode.window.activeTextEditor?.document.getText());
    assert.match(text ?? "", /xxxx/, "the keys did not go into the file");
    assert.deepEqual([first.length, second.length], [0, 0]);
    coverage.row(atStart, "own language; suggestions begun before it are ended", "0 calls");
  });

  test("what a person permits is completed at once, here and elsewhere", async () => {
    const { editor, window } = together(running);
    await says("restricted: no AI");
    await permitInFront(window);
    await waitFor("its own language", async () => (await language()) !== "gatelodge-restricted");
    // As the editor sees it: it reads its file a moment after it was written.
    await waitFor("the setting to be taken back", async () => !isSilent() && !(await window.drive((vscode, key) => vscode.workspace.getConfiguration().get<string>(key)?.includes("gatelodge-test.completer"), suppressKey)));
    window.clearRecords();
    await window.type("A=1");
    await waitFor("the canary", () => hasReached(window.recordsOf("completion").filter(({ uri }) => uri.endsWith("/.env")), editor.canary("aws-access-key")));
    assert.ok((await callsInApp(window)).length > 0);
    await window.quickOpen(".env.example");
    await window.type("B=1");
    assert.ok((await callsFor(window, ".env.example")).length > 0);
  });

  test("a file that only its text classifies is stopped a moment after it opens", async () => {
    const { window } = together(running);
    window.clearRecords();
    await pick(window, marked);
    await typeFromFirstFrame(window.page, marked);
    const calls = (await callsFor(window, marked)).length;
    assert.ok(calls <= 2, `${calls} calls`);
    coverage.row(`${marked}: typing at once`, "own language as soon as its head is read", "at most 2 calls before the guard");
    window.clearRecords();
    await window.type("abc def");
    await triggerFromTheStart(window);
    assert.equal((await callsFor(window, marked)).length, 0);
    coverage.row(`${marked}: with its true language`, "suppress list, confirmed before the language changes", "0 calls");
  });

  test("the end of a permission takes it back, though nobody touches anything", async () => {
    const { editor, window } = together(running);
    await window.quickOpen(".env");
    assert.notEqual(await language(), "gatelodge-restricted");
    endPermissions(editor, 1500);
    await waitFor("our language", async () => (await language()) === "gatelodge-restricted", 5000);
    await says("restricted: no AI");
  });

  test("a repository's setting for one language, by which assistants are asked there, is told", async () => {
    const { editor, window } = together(running);
    mkdirSync(join(editor.workspace, ".vscode"), { recursive: true });
    writeFileSync(join(editor.workspace, ".vscode/settings.json"), JSON.stringify({ "[typescript]": { [suppressKey]: "" } }));
    await says("not enforced");
    const item = window.page.locator('[id="gatelodge.gatelodge.status"]');
    assert.match(`${await item.getAttribute("aria-label")} ${await item.locator("a").getAttribute("aria-label")}`, /of this repository for typescript files/);
    rmSync(join(editor.workspace, ".vscode"), { recursive: true });
    await says("restricted: no AI");
  });

  test("beside an open .env, and for a while after, nothing is completed in other files either", async () => {
    const { window } = together(running);
    await waitFor("the setting", isSilent);
    assert.equal((await callsInApp(window)).length, 0);
    coverage.row(".env in a neighbouring tab", "suppress list while it is open (neighbours: suppress)", "0 calls");
    await window.closeEditors();
    assert.equal((await callsInApp(window)).length, 0);
    coverage.row("another file, in the minutes after .env was closed", "suppress list for lingerSeconds", "0 calls");
    await window.closeEditors();
  });

  test("nobody is asked for .env, typed into at once and asked at once", async () => {
    assert.deepEqual(await callsAtOnce(together(running).window, ".env"), { automatic: 0, explicit: 0 });
    coverage.row(".env: typing at once", "own language", "0 calls");
    coverage.row(".env: asking at once", "own language, suppress list for it", "0 calls");
  });

  test("an opening is recorded, not each key", async () => {
    const { editor, window } = together(running);
    const entries = () => readFileSync(join(editor.home, ".local/state/gatelodge/ledger.jsonl"), "utf8").split("\n").filter((line) => line.includes('"path":".env"') && line.includes('"completion"'));
    const before = entries().length;
    await window.quickOpen(".env");
    await says("restricted: no AI");
    await window.type("A=1\nB=2");
    // Seven keys, and git's own copy of the file, which comes with the first of them.
    await waitFor("git's copy", () => window.drive((vscode) => vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === "git" && uri.path.includes(".env"))));
    await waitFor("the entry", () => entries().length > before);
    assert.equal(entries().length, before + 1, entries().slice(before).join("\n"));
    assert.ok(!entries().some((line) => Object.values(editor.canaries).some((canary) => line.includes(canary))));
    await window.closeEditors();
  });

  test("a policy that changes while a file is open reaches it, the chat and the associations, though nobody touches the editor", async () => {
    const { editor, window } = together(running);
    await window.quickOpen("src/orders.ts");
    await waitFor("the chat's own setting", () => !settings().includes("chat.implicitContext.enabled"));
    writeFileSync(join(editor.workspace, "gatelodge.yaml"), policy("src/orders.ts"));
    await says("restricted: no AI");
    await waitFor("the chat's setting", () => settings().includes("chat.implicitContext.enabled"));
    await waitFor("the association", () => settings().includes("/src/orders.ts"));
    writeFileSync(join(editor.workspace, "gatelodge.yaml"), policy("src/pricing/**"));
    await waitFor("the other association", () => settings().includes("/src/pricing/**"));
    await waitFor("the first one to go", () => !settings().includes("/src/orders.ts"));
    writeFileSync(join(editor.workspace, "infra/gatelodge.yaml"), policy("*.plan"));
    await waitFor("the association of a policy below, of which no file is open", () => settings().includes("/infra/**/*.plan"));
    await waitFor("no lock", async () => !(await status()).includes("no AI"));
    await window.closeEditors();
  });

  test("associations that another window overwrites come back", async () => {
    const { window } = together(running);
    await window.drive(async (vscode) => vscode.workspace.getConfiguration("files").update("associations", { "*.mine": "json" }, vscode.ConfigurationTarget.Global));
    await waitFor("the association", () => settings().includes("/src/pricing/**") && settings().includes("*.mine"));
  });

  test("a restricted source file gets its true language once the setting is in force, and nobody is asked before or after", async () => {
    const { window } = together(running);
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
    window.clearRecords();
    await pick(window, source);
    await triggerFromTheStart(window);
    assert.equal((await callsFor(window, source)).length, 0);
    coverage.row(`${source}: asking at once`, "own language by the policy's association", "0 calls");
  });
});
