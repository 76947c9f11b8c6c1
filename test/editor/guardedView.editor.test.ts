/** The guarded view in a real editor: a secret file that is open without being a text document that others can read. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { openSelected, readClipboard } from "./clipboardRoutes.ts";
import { createCoverage } from "./coverage.ts";
import { commandsInFront, copiedValue } from "./guardedViewCommands.ts";
import { createGuardedViewPage, kept, keptWith, viewType, ways, waysToOpen } from "./guardedViewPage.ts";
import { type Editor, launchEditor } from "./launchEditor.ts";
import { type EditorWindow, openWindow } from "./openWindow.ts";
import { hasReached } from "./records.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { pause, waitFor } from "./waitFor.ts";

const coverage = createCoverage("neighbours");
const clipboard = createCoverage("clipboard", "clipboardOfGuardedView");
after(() => {
  coverage.write();
  clipboard.write();
});
const lever = "guarded view, where the policy wants it";
const elsewhere = (way: string) => `.env opened by ${way}, completion elsewhere`;

/** Completes in another file while whatever is open stays open; gives what the completer saw. */
async function completeElsewhere(window: EditorWindow) {
  await window.quickOpen("src/app.ts");
  window.clearRecords();
  await window.type("const total = ");
  return waitFor("a completion call", () => window.recordsOf("completion").find(({ uri }) => uri.endsWith("/src/app.ts")));
}

describe("an editor without Gatelodge", () => {
  const running: { editor?: Editor; window?: EditorWindow } = {};
  before(async () => {
    running.editor = await launchEditor({ assistants: ["completer"] });
    running.window = await openWindow(running.editor);
  });
  after(() => running.editor?.close());

  test("saving .env as text leaves a readable copy in the local history", async () => {
    await running.window!.quickOpen(".env");
    await running.window!.type("# ");
    await running.window!.page.keyboard.press("Control+s");
    const copies = await waitFor("the copy", () => {
      const paths = keptWith(running.editor!, running.editor!.canary("aws-access-key"));
      return paths.length > 0 ? paths : false;
    });
    assert.match(copies[0] ?? "", /History/);
    coverage.baseline("edited and saved in the guarded view", "a readable copy in the local history");
    await running.window!.closeEditors();
  });

  test("a value is copied out of .env as text", async () => {
    await openSelected(running.window!, ".env");
    await running.window!.page.keyboard.press("Control+c");
    await waitFor("the copy", async () => (await readClipboard(running.window!)).includes(running.editor!.canary("aws-access-key")));
    clipboard.baseline(copiedValue, "arrives");
    await running.window!.closeEditors();
  });

  test("a completion elsewhere carries the .env that is open beside", async () => {
    await running.window!.quickOpen(".env");
    const call = await completeElsewhere(running.window!);
    assert.ok(hasReached([call], running.editor!.canary("aws-access-key")));
    for (const route of [...ways.map(elsewhere), "another extension shows the file as text", "reopened as text, completion elsewhere", "diff of the file, completion elsewhere", "another extension reads the open documents meanwhile"]) coverage.baseline(route, "arrives");
  });
});

describe("an editor whose policy wants the guarded view", () => {
  const running: { editor?: Editor; window?: EditorWindow } = {};
  const editor = () => running.editor!;
  const window = () => running.window!;
  screenshotOnFailure(() => running.window);
  before(async () => {
    running.editor = await launchEditor({
      extensions: [await buildVsix()], assistants: ["completer"],
      prepare: ({ home }) => {
        mkdirSync(join(home, ".config/gatelodge"), { recursive: true });
        writeFileSync(join(home, ".config/gatelodge/policy.yaml"), "version: 1\ncompletions: { neighbours: guardedView }\n");
      },
    });
    running.window = await openWindow(running.editor);
    await waitFor("the association", () => window().drive((vscode) => Object.values(vscode.workspace.getConfiguration("workbench").get<Record<string, string>>("editorAssociations") ?? {}).includes("gatelodge.guardedView")));
  });
  after(() => running.editor?.close());

  const env = () => join(editor().workspace, ".env");
  const page = createGuardedViewPage(window, ".env");
  const { view, isText, isDirty, isGuarded, row, press, viewText } = page;
  const noCanaryIn = (text: string) => Object.values(editor().canaries).forEach((canary) => assert.ok(!text.includes(canary)));
  const openGuarded = async () => {
    await window().quickOpen(".env");
    await waitFor(".env in the guarded view", isGuarded);
    await row("AWS_ACCESS_KEY_ID").waitFor();
  };

  const openBy = waysToOpen(window);
  for (const way of ways) test(`opened by ${way}, the file is no text document, and completions elsewhere go on without it`, async () => {
    await openBy[way]();
    await waitFor(".env in the guarded view", isGuarded);
    await row("AWS_ACCESS_KEY_ID").waitFor();
    const call = await completeElsewhere(window());
    for (const canary of ["aws-access-key", "session-secret", "github-token"]) assert.ok(!hasReached([call], editor().canary(canary)));
    assert.equal(await isText(), false);
    coverage.row(elsewhere(way), lever, "does not arrive");
    await window().closeEditors();
  });

  test("values are hidden until asked for, and again when one looks elsewhere", async () => {
    await openGuarded();
    const text = await viewText();
    assert.match(text, /# Local development/);
    noCanaryIn(text);
    await window().screenshot("guarded view light");
    await press("Reveal AWS_ACCESS_KEY_ID");
    await row("AWS_ACCESS_KEY_ID").getByText(editor().canary("aws-access-key")).waitFor();
    assert.ok(!(await viewText()).includes(editor().canary("aws-secret-key")));
    await window().page.locator(".part.statusbar").click({ position: { x: 300, y: 10 } });
    await waitFor("the value hidden again", async () => !(await viewText()).includes(editor().canary("aws-access-key")));
    await view().getByRole("searchbox", { name: "Filter names" }).fill("aws");
    await waitFor("two rows", async () => (await view().locator(".row").count()) === 2);
    assert.match(await viewText(), /2 of 7 lines/);
    await view().getByRole("searchbox", { name: "Filter names" }).fill("");
    await window().drive((vscode) => vscode.workspace.getConfiguration("workbench").update("colorTheme", "Default Dark Modern", vscode.ConfigurationTarget.Global));
    await waitFor("the dark theme", () => window().page.evaluate<boolean>("document.querySelector('.monaco-workbench').classList.contains('vs-dark')"));
    await press("Edit GITHUB_TOKEN");
    await view().locator("textarea").waitFor();
    await window().screenshot("guarded view dark");
    await view().locator("textarea").press("Escape");
    assert.equal(await isDirty(), false);
    await window().closeEditors();
  });

  commandsInFront({ editor, window, openGuarded, page, clipboard });

  test("an edit is undone, redone and saved; its backup is sealed, and local history has no copy", async () => {
    const original = readFileSync(env(), "utf8");
    const fresh = `fresh-${randomUUID()}`;
    await openGuarded();
    await press("Edit SESSION_SECRET");
    await view().locator("textarea").fill(fresh);
    await view().locator("textarea").press("Enter");
    await waitFor("the unsaved edit", isDirty);
    const backup = await waitFor("the backup", () => kept(editor()).find(({ path }) => /workspaceStorage.*gatelodge/.test(path)));
    assert.ok(backup.bytes.length > original.length);
    assert.deepEqual([...keptWith(editor(), fresh), ...keptWith(editor(), editor().canary("aws-access-key"))], []);
    assert.equal(readFileSync(env(), "utf8"), original);
    await window().page.keyboard.press("Control+z");
    await waitFor("the undo", async () => !(await isDirty()));
    // Right after an undo the editor may miss a key; a second redo does nothing.
    await waitFor("the redo", async () => {
      await window().page.keyboard.press("Control+Shift+z");
      await pause(300);
      return isDirty();
    });
    await window().page.keyboard.press("Control+s");
    await waitFor("the save", async () => !(await isDirty()));
    assert.equal(readFileSync(env(), "utf8"), original.replace(editor().canary("session-secret"), fresh));
    // Local history, where the editor makes one, is there some 200 ms after a save.
    await pause(1000);
    assert.deepEqual([...keptWith(editor(), fresh), ...keptWith(editor(), editor().canary("aws-access-key"))], []);
    coverage.row("edited and saved in the guarded view", "sealed backup, no local history", "nothing readable outside the file");
    await window().closeEditors();
  });

  test("a line is added and removed, and nothing else of the file changes", async () => {
    const original = readFileSync(env(), "utf8");
    await openGuarded();
    await view().getByLabel("Name of the new line").fill("bad name");
    await press("Add line");
    await view().getByRole("status").getByText("This is no name").waitFor();
    await view().getByLabel("Name of the new line").fill("ADDED");
    await view().getByLabel("Value of the new line").fill("a # b");
    await press("Add line");
    await row("ADDED").waitFor();
    await press("Remove GITHUB_TOKEN");
    await waitFor("the row gone", async () => (await row("GITHUB_TOKEN").count()) === 0);
    await window().page.keyboard.press("Control+s");
    await waitFor("the save", async () => !(await isDirty()));
    assert.equal(readFileSync(env(), "utf8"), `${original.replace(/GITHUB_TOKEN=.*\n/, "")}ADDED='a # b'\n`);
    await window().closeEditors();
  });

  test("a change on disk is shown at once when there are no edits, and asked about when there are", async () => {
    await openGuarded();
    const before = readFileSync(env(), "utf8");
    writeFileSync(env(), `${before}FROM_OUTSIDE=1\n`);
    await row("FROM_OUTSIDE").waitFor();
    await press("Remove FROM_OUTSIDE");
    await waitFor("the unsaved edit", isDirty);
    writeFileSync(env(), `${before}AGAIN=1\n`);
    await window().page.getByRole("button", { name: "Reload and Lose My Edits" }).click();
    await row("AGAIN").waitFor();
    assert.equal(await isDirty(), false);
    await window().closeEditors();
  });

  test("the body of a key is hidden, its kind is not", async () => {
    await window().quickOpen("keys/server.pem");
    await view().locator(".row.value").first().waitFor();
    const text = await viewText();
    assert.match(text, /PRIVATE KEY/);
    for (const line of readFileSync(join(editor().workspace, "keys/server.pem"), "utf8").split("\n").filter((body) => body.length > 20 && !body.startsWith("-"))) assert.ok(!text.includes(line));
    await window().closeEditors();
  });

  test("what is no text is named, not shown", async () => {
    writeFileSync(join(editor().workspace, "keys/broken.key"), Buffer.from([0x41, 0xff, 0xfe, 0x0a]));
    await window().quickOpen("keys/broken.key");
    await view().getByText("not valid UTF-8").waitFor();
    await view().getByRole("button", { name: "Open as text" }).waitFor();
    await window().closeEditors();
  });

  // From here on the file becomes a text document: the guard of completions holds from then on, and a while after.
  const stopsCompletions = async () => {
    await waitFor("the suppressed completer", () => window().drive((vscode) => String(vscode.workspace.getConfiguration("editor").get("inlineSuggest.experimental.suppressInlineSuggestions")).includes("gatelodge-test.completer")));
    await window().quickOpen("src/app.ts");
    window().clearRecords();
    await window().type("const more = ");
    await pause(700); // a call comes some 100 ms after a key
    assert.deepEqual(window().recordsOf("completion"), []);
  };

  test("another extension that shows the file as text has it, and the view comes back", async () => {
    const start = performance.now();
    await window().drive(async (vscode, path) => void (await vscode.window.showTextDocument(vscode.Uri.file(path))), env());
    await waitFor("the guarded view", isGuarded);
    const took = Math.round(performance.now() - start);
    await waitFor("no text tab", () => window().drive((vscode) => !vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.path.endsWith("/.env")))));
    assert.equal(await isText(), true);
    await stopsCompletions();
    coverage.row("another extension shows the file as text", `${lever}: reopened in it, and completions stop`, `arrives, back in the view within ${took} ms`);
    await window().closeEditors();
  });

  test("who reopens the file as text gets it so, and completions stop", async () => {
    await openGuarded();
    await press("Open as text: assistants can then read it");
    await window().page.locator(".monaco-dialog-box .monaco-button").filter({ hasText: "Open as Text" }).click();
    await waitFor("the text", () => window().drive((vscode) => vscode.window.activeTextEditor?.document.uri.path.endsWith("/.env") === true));
    await stopsCompletions();
    assert.equal(await window().drive((vscode) => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.path.endsWith("/.env")))), true);
    coverage.row("reopened as text, completion elsewhere", "completions stop", "no completion");
    await window().closeEditors();
  });

  test("Reopen Editor With… Text Editor is left as it is, too", async () => {
    await openGuarded();
    await window().drive((vscode) => void vscode.commands.executeCommand("workbench.action.reopenWithEditor"));
    await window().page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Text Editor" }).first().click();
    await waitFor("the text", () => window().drive((vscode) => vscode.window.activeTextEditor?.document.uri.path.endsWith("/.env") === true));
    await stopsCompletions();
    assert.equal(await window().drive((vscode) => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.path.endsWith("/.env")))), true);
    await window().closeEditors();
  });

  test("a diff brings the text back, which stops completions; who reads the documents meanwhile has it", async () => {
    await window().drive(async (vscode, path) => void (await vscode.commands.executeCommand("vscode.diff", vscode.Uri.file(`${path}.example`), vscode.Uri.file(path))), env());
    await waitFor("the diff", isText);
    const seen = await window().drive((vscode) => vscode.workspace.textDocuments.map((document) => document.getText()).join("\n"));
    assert.ok(seen.includes(editor().canary("aws-access-key")));
    coverage.row("another extension reads the open documents meanwhile", "none (completions stop)", "no lever");
    await stopsCompletions();
    coverage.row("diff of the file, completion elsewhere", "completions stop", "no completion");
    await window().closeEditors();
  });

  test("another policy takes the association out of the user's settings", async () => {
    writeFileSync(join(editor().home, ".config/gatelodge/policy.yaml"), "version: 1\n");
    await waitFor("the settings without it", () => !readFileSync(join(editor().workspace, "../data/User/settings.json"), "utf8").includes(viewType));
  });
});
