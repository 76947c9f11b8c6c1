/** What only a machine file can allow: other tabs are completed beside a restricted file, and the end of the time after it was closed; with two windows. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { suppressKey } from "../../src/core/settingsRecord.ts";
import { callsHere } from "../editor/anyDocument.ts";
import { createCoverage } from "../editor/coverage.ts";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { type EditorWindow, openWindow } from "../editor/openWindow.ts";
import { hasReached } from "../editor/records.ts";
import { screenshotOnFailure } from "../editor/screenshotOnFailure.ts";
import { pause, waitFor } from "../editor/waitFor.ts";
import { noMachineFile, writeMachineFile } from "./machineFile.ts";

const completions = createCoverage("completions", "machinePolicy", { faults: true });
const neighbours = createCoverage("neighbours", "machinePolicyNeighbours", { faults: true });
after(() => [completions, neighbours].forEach((coverage) => coverage.write()));
// Longer than a setting takes to be written, shorter than a test.
const lingerSeconds = 3;
const app = /\/src\/app\.ts$/;

if (noMachineFile !== false) {
  for (const route of ["two windows, the file closed in the other one, completion beside it", "another file, lingerSeconds after .env was closed"]) completions.untried(route, noMachineFile);
  neighbours.untried("neighbours: allow, completion beside an open .env", noMachineFile);
}

describe("a machine file", { skip: noMachineFile }, () => {
  const running: { editor?: Editor; first?: EditorWindow; second?: EditorWindow; remove?: () => void } = {};
  const settings = () => readFileSync(running.editor!.settingsFile, "utf8");
  const isSilent = () => new RegExp(`${suppressKey}": ?"[^"]*gatelodge-test.completer`).test(settings().replace(/"\[[^}]*\}/g, ""));
  const leases = () => readdirSync(join(dirname(running.editor!.settingsFile), "globalStorage/gatelodge.gatelodge/leases"));
  before(async () => {
    running.remove = writeMachineFile({ completions: { neighbours: "suppress", lingerSeconds } });
    running.editor = await launchEditor({ extensions: [await buildVsix()], assistants: ["completer"] });
    running.first = await openWindow(running.editor);
    running.second = await openWindow(running.editor);
  });
  after(async () => {
    running.remove?.();
    await running.editor?.close();
  });
  screenshotOnFailure(() => running.second);

  test("with a restricted file in each of two windows, the setting goes with the last one, some time after it was closed", async () => {
    const { first, second } = { first: running.first!, second: running.second! };
    await first.quickOpen(".env");
    await waitFor("the setting", isSilent);
    await second.quickOpen(".env");
    await waitFor("a lease of each window", () => leases().length === 2);
    await first.closeEditors();
    await waitFor("the first window's lease to end", () => leases().length === 1, 20_000);
    assert.ok(isSilent());
    await second.quickOpen("src/app.ts");
    assert.deepEqual(await callsHere(second, app), []);
    completions.baseline("two windows, the file closed in the other one, completion beside it", "arrives");
    completions.row("two windows, the file closed in the other one, completion beside it", "a lease for each window", "0 calls");
    await second.quickOpen("src/orders.ts");
    await second.closeEditors();
    assert.ok(isSilent(), "taken back at once");
    await waitFor("the setting to be taken back", () => !isSilent(), 20_000);
    assert.deepEqual(leases(), []);
    await second.quickOpen("src/app.ts");
    assert.ok((await callsHere(second, app, "arrives")).length > 0);
    completions.baseline("another file, lingerSeconds after .env was closed", "is asked");
    completions.row("another file, lingerSeconds after .env was closed", "none wanted: the time is over", "is asked");
    await second.closeEditors();
  });

  test("a window that ends with its file open gives its lease back; the other window keeps the setting", async () => {
    const { editor, second } = { editor: running.editor!, second: running.second! };
    await running.first!.quickOpen(".env");
    await second.quickOpen(".env");
    await waitFor("a lease of each window", () => leases().length === 2);
    await running.first!.close();
    await pause(8000); // the extension host outlives its page for five seconds
    assert.ok(isSilent());
    await second.closeEditors();
    await waitFor("the setting to be taken back", () => !isSilent(), 20_000);
    running.first = await openWindow(editor);
  });

  test("neighbours: allow completes other files beside a restricted one, and carries it along", async () => {
    const { editor, first } = { editor: running.editor!, first: running.first! };
    running.remove!();
    running.remove = writeMachineFile({ completions: { neighbours: "allow", lingerSeconds: 0 } });
    await pause(2500); // the machine file is looked at every two seconds
    await first.quickOpen(".env");
    first.clearRecords();
    await first.type("A=1");
    await first.triggerExplicit();
    await first.quickOpen("src/app.ts");
    const calls = await callsHere(first, app, "arrives");
    assert.ok(hasReached(calls, editor.canary("aws-access-key")));
    assert.deepEqual(first.recordsOf("completion").filter(({ uri }) => uri.endsWith("/.env")), []);
    assert.ok(!isSilent());
    neighbours.baseline("neighbours: allow, completion beside an open .env", "arrives");
    neighbours.row("neighbours: allow, completion beside an open .env", "none wanted: the machine's policy allows it", "arrives");
  });
});
