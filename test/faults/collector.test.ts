/** The whole way: a policy that two people publish holds in a real editor, and what the editor decides is counted by the real collector, also one that was killed. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { type RunningCollector, startCollector } from "../collector/startCollector.ts";
import { signIn, type SignedIn } from "../collector/signIn.ts";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { type EditorWindow, openWindow } from "../editor/openWindow.ts";
import { screenshotOnFailure } from "../editor/screenshotOnFailure.ts";
import { waitFor } from "../editor/waitFor.ts";
import { noMachineFile, writeMachineFile } from "./machineFile.ts";

const patience = 60_000;
const restricting = (glob: string) => `version: 1\nname: northwind\nclassification:\n  - { id: blueprints, label: restricted, paths: ["${glob}"] }\n`;

describe("collector", { skip: noMachineFile }, () => {
  const running: { collector?: RunningCollector; editor?: Editor; window?: EditorWindow; by?: SignedIn; data?: string; remove?: () => void } = {};
  const publish = async (yaml: string) => {
    const { id } = await running.by!.ask("POST", "/api/policies", { yaml });
    return running.by!.ask("POST", `/api/policies/${String(id)}/approve`, {});
  };
  const isRestricted = async (name: string) => {
    await running.window!.quickOpen(name);
    return (await running.window!.page.locator(".statusbar-item", { hasText: "restricted: no AI" }).count()) > 0;
  };
  const decided = async () => {
    // One address asks 600 times a minute at most.
    await setTimeout(500);
    const answer = await running.by!.ask("GET", "/api/events?channel=clipboard");
    return { total: Number(answer["total"]), text: JSON.stringify(answer) };
  };
  const copyAll = async () => {
    await running.window!.page.keyboard.press("Control+a");
    await running.window!.page.keyboard.press("Control+c");
  };
  before(async () => {
    running.data = mkdtempSync(join(tmpdir(), "gatelodge-collector-"));
    running.collector = await startCollector(running.data, ["--organisation", "northwind"]);
    const { url, enrolmentToken, rootKey } = running.collector;
    running.by = await signIn(running.collector);
    running.remove = writeMachineFile({ organisation: { id: "northwind", endpoint: url, rootKeys: [rootKey], enrolmentToken }, reporting: { endpoint: url } });
    await publish(restricting("*.blueprint"));
    running.editor = await launchEditor({ extensions: [await buildVsix()], assistants: [], prepare: ({ workspace }) => ["bridge.blueprint", "house.drawing"].forEach((name) => writeFileSync(join(workspace, name), "A plan.\n".repeat(5))) });
    running.window = await openWindow(running.editor);
  });
  after(async () => {
    running.remove?.();
    await running.editor?.close();
    await running.collector?.stop("SIGKILL");
    if (running.data !== undefined) rmSync(running.data, { recursive: true, force: true });
  });
  screenshotOnFailure(() => running.window);

  test("the machine enrols, fetches the signed policy, and it holds", async () => {
    await waitFor("the policy", () => isRestricted("bridge.blueprint"), patience);
    await waitFor("the other file's", async () => !(await isRestricted("house.drawing")), patience);
    const [token] = (await running.by!.ask("GET", "/api/enrolment-tokens"))["tokens"] as readonly { readonly used: number }[];
    assert.equal(token?.used, 1, "one machine, however many windows and programs ask");
  });

  test("what the editor decides arrives, once, with no content", async () => {
    await running.window!.page.locator(".notification-list-item", { hasText: "Gatelodge reports to your organisation" }).getByRole("button", { name: "OK" }).click({ timeout: patience });
    await waitFor("the file's mark", () => isRestricted("bridge.blueprint"), patience);
    await copyAll();
    const { text } = await waitFor("the event", async () => ((await decided()).total > 0 ? decided() : undefined), patience);
    assert.ok(!text.includes("bridge") && !text.includes("A plan"));
  });

  test("while the collector is dead the policy stays and events wait; started again, it gets them", async () => {
    const { total } = await decided();
    await running.collector!.stop("SIGKILL");
    const { port } = new URL(running.collector!.url);
    await waitFor("the file's mark", () => isRestricted("bridge.blueprint"), patience);
    await copyAll();
    const before = running.collector!;
    running.collector = await startCollector(running.data!, ["--organisation", "northwind"], Number(port));
    assert.equal(running.collector.url, before.url);
    await waitFor("the event of the meantime", async () => (await decided()).total > total, patience);
  });
});
