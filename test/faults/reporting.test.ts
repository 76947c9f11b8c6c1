/** Reports of a real editor and a hook program, from a decision to an endpoint: told first, sent then, shown as they left. Only a machine file can ask for them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { letters } from "../../src/core/detect/samples.ts";
import { machineFilePath } from "../../src/node/machineFile.ts";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { type EditorWindow, openWindow } from "../editor/openWindow.ts";
import { screenshotOnFailure } from "../editor/screenshotOnFailure.ts";
import { waitFor } from "../editor/waitFor.ts";
import { startGateway } from "../gateway/startGateway.ts";
import { type OtlpServer, startOtlpServer, valueOf } from "../support/otlpServer.ts";
import { noMachineFile, writeMachineFile } from "./machineFile.ts";

const hook = join(import.meta.dirname, "../../dist/hook.cjs");
const patience = 30_000;

describe("reporting", { skip: noMachineFile }, () => {
  const running: { editor?: Editor; window?: EditorWindow; server?: OtlpServer; remove?: () => void; down: boolean } = { down: false };
  const state = () => join(running.editor!.home, ".local/state/gatelodge");
  const decisions = () => running.server!.records().filter(({ eventName }) => eventName === "gatelodge.decision");
  const notice = () => running.window!.page.locator(".notification-list-item", { hasText: "Gatelodge reports to your organisation" });
  const say = (purpose: string) => {
    running.remove?.();
    running.remove = writeMachineFile({ reporting: { endpoint: running.server!.url, purpose, retentionDays: 30 } });
  };
  const readEnvByHook = () => spawnSync(process.execPath, [hook, "--assistant", "claude-code", "--event", "PreToolUse", "--home", running.editor!.home, "--machine-file", machineFilePath(process.platform)], {
    input: JSON.stringify({ hook_event_name: "PreToolUse", cwd: running.editor!.workspace, tool_name: "Read", tool_input: { file_path: ".env" } }), encoding: "utf8",
  }).stdout;
  const copySecret = async () => {
    await running.window!.quickOpen(".env");
    await running.window!.page.keyboard.press("Control+a");
    await running.window!.page.keyboard.press("Control+c");
  };
  before(async () => {
    running.server = await startOtlpServer(() => ({ status: running.down ? 503 : 200 }));
    say("To find leaks.");
    running.editor = await launchEditor({ extensions: [await buildVsix()], assistants: [] });
    running.window = await openWindow(running.editor);
  });
  after(async () => {
    running.remove?.();
    await running.editor?.close();
    await running.server?.close();
  });
  screenshotOnFailure(() => running.window);

  test("a notice with endpoint, purpose, people and time stands there before anything is sent", async () => {
    assert.match(readEnvByHook(), /"permissionDecision":"deny"/);
    await notice().waitFor({ timeout: patience });
    assert.equal(running.server!.received.length, 0);
    const text = await notice().innerText();
    for (const part of [running.server!.url, "To find leaks.", "not told apart", "30 days"]) assert.ok(text.includes(part), `${part} in ${text}`);
    await running.window!.screenshot("reporting-notice");
    await notice().getByRole("button", { name: "OK" }).click();
  });

  test("what the hook program and the editor decided arrives", async () => {
    await copySecret();
    await waitFor("both decisions", () => new Set(decisions().map((record) => valueOf(record, "gatelodge.channel"))).size >= 2, patience);
    const programs = running.server!.received.flatMap(({ logs }) => logs.resourceLogs.map(({ resource }) => String(valueOf(resource, "service.name"))));
    assert.deepEqual([...new Set(programs)].toSorted(), ["gatelodge-hook", "gatelodge-vscode"]);
    const sent = JSON.stringify(running.server!.received.map(({ logs }) => logs));
    for (const secret of [...Object.values(running.editor!.canaries), running.editor!.workspace, running.editor!.home]) assert.ok(!sent.includes(secret));
  });

  test("what the gateway decided waits in the same form", async () => {
    const gateway = await startGateway();
    try {
      await fetch(`${gateway.url}/api/chat`, { method: "POST", body: JSON.stringify({ model: "m", stream: false, messages: [{ role: "user", content: `const token = "gh${"p_"}${letters(36)}";` }] }) });
      await waitFor("the spool", () => /"service.name":"gatelodge-gateway"[^]*"gatelodge.channel":"model"[^]*"gatelodge.seq"/.test(gateway.written()), patience);
    } finally {
      await gateway.stop();
    }
  });

  test("the policy in force and a sign of life arrive, once for all windows", async () => {
    const of = (name: string) => running.server!.records().filter(({ eventName }) => eventName === name);
    const [beat] = await waitFor("a heartbeat", () => (of("gatelodge.heartbeat").length > 0 ? of("gatelodge.heartbeat") : undefined), patience);
    const [applied] = await waitFor("the policy", () => (of("gatelodge.policy.applied").length > 0 ? of("gatelodge.policy.applied") : undefined), patience);
    assert.ok(beat !== undefined && applied !== undefined);
    assert.equal(valueOf(beat, "gatelodge.policy.hash"), valueOf(applied, "gatelodge.policy.hash"));
    assert.match(String(valueOf(beat, "gatelodge.integrity.programs")), /^[0-9a-f]{16}$/);
    assert.deepEqual([of("gatelodge.heartbeat").length, of("gatelodge.policy.applied").length], [1, 1]);
  });

  test("what was reported is shown as it left", async () => {
    await running.window!.drive(async (vscode) => void (await vscode.commands.executeCommand("gatelodge.showReported")));
    const page = await running.window!.drive((vscode) => vscode.window.activeTextEditor?.document.getText() ?? "");
    const shown = [...page.matchAll(/```json\n([^]*?)\n```/g)].map(([, json = ""]) => JSON.stringify(JSON.parse(json)));
    assert.deepEqual(shown.toReversed(), running.server!.received.slice(0, shown.length).map(({ logs }) => JSON.stringify(logs)));
    assert.ok(shown.length > 0 && page.includes("To find leaks."));
    await running.window!.screenshot("reported-page");
    await running.window!.closeEditors();
  });

  test("while the endpoint is down nothing is lost", async () => {
    running.down = true;
    const before = decisions().length;
    const asked = running.server!.received.length;
    readEnvByHook();
    await waitFor("an attempt", () => running.server!.received.length > asked, patience);
    assert.equal(decisions().length, before);
    running.down = false;
    await waitFor("the decision", () => decisions().length > before, patience);
    const ids = decisions().map((record) => valueOf(record, "gatelodge.event.id"));
    assert.equal(new Set(ids).size, ids.length);
  });

  test("somebody who put the notice away is told again only of another purpose", async () => {
    assert.ok(existsSync(join(state(), "reporting-told.json")));
    running.window = await running.window!.reload();
    readEnvByHook();
    const before = decisions().length;
    await waitFor("a report of the new window", () => decisions().length > before, patience);
    assert.equal(await notice().count(), 0);
    say("To rate people.");
    await notice().waitFor({ timeout: patience });
    assert.match(await notice().innerText(), /another purpose/);
    assert.match(readFileSync(join(state(), "reporting-told.json"), "utf8"), /To find leaks/, "not put away yet");
  });
});
