/** The clipboard's doors in a real editor: each route is tried without Gatelodge and with it, and its strength written down. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { createCoverage } from "./coverage.ts";
import { answerAllowOnce, pressAllowOnce } from "./answerAllowOnce.ts";
import { allowsCopyOnce, allowsPasteOnce } from "./clipboardAllowOnce.ts";
import { activeText, copyFrom, copyFromTerminal, copyRoutes, dropText, focusPrompt, heldFor, nativeCopy, openSelected, pasteInto, promptText, readClipboard, settle, writeClipboard } from "./clipboardRoutes.ts";
import { type Editor, launchEditor } from "./launchEditor.ts";
import { type EditorWindow, openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { pause, waitFor } from "./waitFor.ts";

const coverage = createCoverage("clipboard");
after(() => coverage.write());
const routes = [...copyRoutes, nativeCopy];
interface Running { editor?: Editor; window?: EditorWindow }
const together = (running: Running) => ({ editor: running.editor!, window: running.window! });

describe("an editor without Gatelodge", () => {
  const running: Running = {};
  before(async () => {
    running.editor = await launchEditor();
    running.window = await openWindow(running.editor);
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  for (const route of routes) test(`${route.name} carries the key out of .env`, async () => {
    const { editor, window } = together(running);
    await openSelected(window, ".env");
    await writeClipboard(window, "untouched");
    await route.take(window);
    await waitFor("the key on the clipboard", async () => (await readClipboard(window)).includes(editor.canaries["aws-access-key"]!));
    coverage.baseline(route.name, "arrives");
    await window.closeEditors();
  });

  test("Ctrl+C carries the key out of ordinary code", async () => {
    const { editor, window } = together(running);
    await copyFrom(window, "src/payments.ts");
    assert.ok((await readClipboard(window)).includes(editor.canary("payment-key")));
    coverage.baseline("Ctrl+C of a secret", "arrives");
    await window.closeEditors();
  });

  test("what was copied is pasted, into a file and into the prompt; a dropped text lands", async () => {
    const { editor, window } = together(running);
    const key = editor.canaries["aws-access-key"]!;
    await copyFrom(window, ".env");
    assert.ok((await pasteInto(window, "src/app.ts")).includes(key));
    for (const route of ["paste: restricted file → file", "paste: secret from outside → file", "paste: restricted text without our id → file"]) coverage.baseline(route, "arrives");
    await focusPrompt(window);
    await window.page.keyboard.press("Control+v");
    await waitFor("the prompt", async () => (await promptText(window)).includes(key));
    for (const route of ["paste: restricted file → prompt", "paste: secret from outside → prompt"]) coverage.baseline(route, "arrives");
    await window.quickOpen("src/orders.ts");
    await dropText(window, `dropped ${key} `);
    await waitFor("the drop", async () => (await activeText(window)).includes(key));
    coverage.baseline("drop: secret from outside → file", "arrives");
    await window.closeEditors();
  });
});

const refusing = `version: 1
rules:
  - { id: no-copy, when: { aboveCeiling: true }, channels: [clipboard], effect: block, reason: "Restricted files stay here." }
  - { id: no-secret-copy, when: { findings: [secret] }, channels: [clipboard], effect: redact, reason: "Credentials stay here." }
clipboard: { clearOnBlur: true }
`;

describe("with Gatelodge", () => {
  const running: Running = {};
  before(async () => {
    running.editor = await launchEditor({ extensions: [await buildVsix()] });
    running.window = await openWindow(running.editor);
    await waitFor("the guard", () => running.window!.drive((vscode) => vscode.extensions.getExtension("gatelodge.gatelodge")?.isActive), 30_000);
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);
  const key = () => running.editor!.canaries["aws-access-key"]!;

  allowsPasteOnce(() => running.window!, key);

  test("by default a copy passes; pasted into a less restricted file it is refused, in its own file it is not", async () => {
    const { window } = together(running);
    await copyFrom(window, ".env");
    assert.ok((await readClipboard(window)).includes(key()));
    assert.equal(await pasteInto(window, "src/app.ts"), "");
    coverage.row("paste: restricted file → file", "paste edit", "refused");
    assert.ok((await pasteInto(window, ".env")).includes(key()));
    await window.closeEditors();
  });

  test("the label stays with the text when the clipboard lost our id", async () => {
    const { window } = together(running);
    await copyFrom(window, ".env");
    await writeClipboard(window, await readClipboard(window));
    assert.equal(await pasteInto(window, "src/app.ts"), "");
    coverage.row("paste: restricted text without our id → file", "paste edit, keyed fingerprint", "refused");
    await window.closeEditors();
  });

  test("a restricted text does not get into the prompt", async () => {
    const { window } = together(running);
    await copyFrom(window, ".env");
    await focusPrompt(window);
    await window.page.keyboard.press("Control+v");
    await settle();
    assert.equal(await promptText(window), "");
    coverage.row("paste: restricted file → prompt", "paste edit", "refused");
    await window.closeEditors();
  });

  test("a secret from outside is cut out on its way into a file and into the prompt, and passes into .env", async () => {
    const { window } = together(running);
    await writeClipboard(window, `before ${key()} after`);
    const pasted = await pasteInto(window, "src/app.ts");
    assert.match(pasted, /^before .+ after$/);
    assert.ok(!pasted.includes(key()));
    coverage.row("paste: secret from outside → file", "paste edit", "redacted");
    assert.ok((await pasteInto(window, ".env")).includes(key()));
    await focusPrompt(window);
    await window.page.keyboard.press("Control+v");
    await waitFor("the prompt", async () => /before .+ after/.test(await promptText(window)));
    assert.ok(!(await promptText(window)).includes(key()));
    coverage.row("paste: secret from outside → prompt", "paste edit", "redacted");
    await window.closeEditors();
  });

  test("a plain paste is left alone, also at several cursors; a secret at several cursors is cut out line by line", async () => {
    const { window } = together(running);
    const pasteAtTwo = async (text: string) => {
      await window.quickOpen("src/orders.ts");
      await window.drive(async (vscode) => {
        const editor = vscode.window.activeTextEditor;
        await editor?.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), "1:\n2:\n"));
        if (editor !== undefined) editor.selections = [new vscode.Selection(0, 2, 0, 2), new vscode.Selection(1, 2, 1, 2)];
      });
      await writeClipboard(window, text);
      await settle();
      await window.page.keyboard.press("Control+v");
      await settle();
      return activeText(window);
    };
    assert.equal(await pasteAtTwo("a\nb"), "1:a\n2:b\n");
    const redacted = await pasteAtTwo(`a\n${key()} b`);
    assert.match(redacted, /^1:a\n2:.+ b\n$/);
    assert.ok(!redacted.includes(key()));
    await window.closeEditors();
  });

  test("a secret dropped from outside is cut out", async () => {
    const { window } = together(running);
    await window.quickOpen("src/app.ts");
    await dropText(window, `dropped ${key()} `);
    await waitFor("the drop", async () => (await activeText(window)).includes("dropped"));
    assert.ok(!(await activeText(window)).includes(key()));
    coverage.row("drop: secret from outside → file", "drop edit", "redacted");
    await pressAllowOnce(window, "Dropped without");
    await answerAllowOnce(window);
    await dropText(window, `allowed ${key()} `);
    await waitFor("the allowed drop", async () => (await activeText(window)).includes("allowed"));
    assert.ok((await activeText(window)).includes(key()));
    await window.closeEditors();
  });

  test("a copy from the terminal passes, and is judged when it is pasted", async () => {
    const { window } = together(running);
    await copyFromTerminal(window, "cat .env", key());
    coverage.baseline("terminal copy", "arrives");
    coverage.row("terminal copy", "none (judged when pasted into the editor)", "no lever");
    const pasted = await pasteInto(window, "src/app.ts");
    assert.ok(pasted.length > 0 && !pasted.includes(key()));
    await window.closeEditors();
  });

  test("another extension's own write to the clipboard passes", async () => {
    const { window } = together(running);
    await window.quickOpen(".env");
    await window.drive(async (vscode) => {
      await vscode.env.clipboard.writeText(vscode.window.activeTextEditor?.document.getText() ?? "");
    });
    assert.ok((await readClipboard(window)).includes(key()));
    coverage.baseline("another extension writes the clipboard", "arrives");
    coverage.row("another extension writes the clipboard", "none (judged when pasted into the editor)", "no lever");
    await window.closeEditors();
  });

  describe("and a policy that refuses copies", () => {
    before(async () => {
      const { editor, window } = together(running);
      mkdirSync(join(editor.home, ".config/gatelodge"), { recursive: true });
      writeFileSync(join(editor.home, ".config/gatelodge/policy.yaml"), refusing);
      await pause(200); // the policy is looked at again after 100 ms
      await window.quickOpen("src/app.ts");
    });

    allowsCopyOnce(() => running.window!, key);

    for (const route of copyRoutes) test(`${route.name} is refused`, async () => {
      const { window } = together(running);
      await openSelected(window, ".env");
      await writeClipboard(window, "untouched");
      const before = await activeText(window);
      await route.take(window);
      await settle();
      assert.equal(await readClipboard(window), "untouched");
      assert.equal(await activeText(window), before);
      coverage.row(route.name, `${route.name.startsWith("context") || route.name.startsWith("palette") ? "core command override" : "keybinding"}, where the policy blocks copies`, "refused");
      await window.closeEditors();
    });

    test("a native copy event cannot be refused: the clipboard is overwritten", async () => {
      const { window } = together(running);
      await openSelected(window, ".env");
      await nativeCopy.take(window);
      const held = await heldFor(window, key());
      assert.ok(held !== undefined);
      coverage.row(nativeCopy.name, "overwritten after the copy, where the policy blocks copies", `wiped within ${held} ms`);
      await window.closeEditors();
    });

    test("a harmless copy in another file still works by key, menu and palette, and a secret in it is cut out", async () => {
      const { window } = together(running);
      for (const route of copyRoutes.filter(({ cuts }) => cuts !== true)) {
        await openSelected(window, "src/orders.ts");
        await writeClipboard(window, "");
        await route.take(window);
        await waitFor(`the copy by ${route.name}`, async () => (await readClipboard(window)).includes("Order"));
      }
      await openSelected(window, "src/payments.ts");
      await window.page.keyboard.press("Control+c");
      await waitFor("the copy", async () => (await readClipboard(window)).includes("paymentKey"));
      assert.ok(!(await readClipboard(window)).includes(running.editor!.canaries["payment-key"]!));
      coverage.row("Ctrl+C of a secret", "keybinding, where the policy redacts copies", "redacted");
      await window.closeEditors();
    });

    test("when the window loses the focus after a refused copy got through, the clipboard is emptied once", async () => {
      const { editor, window } = together(running);
      // A policy that lets the copy pass but wants it cleared.
      writeFileSync(join(editor.home, ".config/gatelodge/policy.yaml"), "version: 1\nclipboard: { clearOnBlur: true }\n");
      await pause(200);
      await window.quickOpen("src/app.ts");
      await copyFrom(window, ".env");
      const blur = () => window.page.evaluate("Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true }); window.dispatchEvent(new Event('blur'))");
      const start = performance.now();
      await blur();
      await waitFor("the clearing", async () => (await readClipboard(window)) === "");
      coverage.baseline("window loses the focus (simulated)", "stays");
      coverage.row("window loses the focus (simulated)", "clearOnBlur", `cleared within ${Math.round(performance.now() - start)} ms`);
      await window.closeEditors();
    });
  });

  test("nothing of what was copied or pasted is in the ledger", () => {
    const { editor } = together(running);
    const state = join(editor.home, ".local/state/gatelodge");
    const files = readdirSync(state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
    assert.match(files, /"clipboard"/);
    assert.match(files, /"paste"/);
    for (const canary of Object.values(editor.canaries)) assert.ok(!files.includes(canary));
    assert.ok(!editor.output().includes(key()));
  });
});
