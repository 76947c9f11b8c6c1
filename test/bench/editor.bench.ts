/**
 * What Gatelodge costs in a real editor. The same is done in an editor without it and in one with it, in one run, and
 * what differs is Gatelodge's: the test's own driver, the editor and its other extensions are in both.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { type EditorWindow, openWindow } from "../editor/openWindow.ts";
import { waitFor } from "../editor/waitFor.ts";
import { activationOf, type ActivationRow } from "./activationTable.ts";
import { percentile, report, reportPercentiles } from "./report.ts";
import { callsOf, memoryOf, openAndEdit, timeKeys, type KeyTime } from "./stopwatch.ts";

const manyFiles = 500;
const starts = 5;
const line = "The quick brown fox jumps over the lazy dog, and nothing in this line is of any interest to anybody at all.\n";

function fill({ workspace }: { readonly workspace: string }): void {
  // Plain text: the language services of other extensions would be most of what is measured.
  writeFileSync(join(workspace, "large.txt"), line.repeat(5000));
  mkdirSync(join(workspace, "many"));
  for (let index = 0; index < manyFiles; index += 1) writeFileSync(join(workspace, "many", `file${index}.txt`), line.repeat(40));
}

interface Costs { readonly keys: readonly KeyTime[]; readonly memory: number }

async function measure(editor: Editor, window: EditorWindow): Promise<Costs> {
  await callsOf(window, editor.workspace);
  await window.quickOpen("large.txt");
  // The first page is where a change can change a label, so it is the dearest place to type.
  const keys = await timeKeys(window, 60);
  await window.closeEditors();
  const before = await memoryOf(window);
  await openAndEdit(window, join(editor.workspace, "many"), manyFiles);
  return { keys, memory: (await memoryOf(window)) - before };
}

/** Gatelodge is up, its server too: a token has a diagnostic. */
async function settled(editor: Editor, window: EditorWindow): Promise<void> {
  writeFileSync(join(editor.workspace, "token.txt"), `token = "gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx"\n`);
  await window.quickOpen("token.txt");
  await waitFor("a diagnostic", () => window.drive((vscode) => vscode.window.activeTextEditor !== undefined && vscode.languages.getDiagnostics(vscode.window.activeTextEditor.document.uri).length > 0), 60_000);
  await window.closeEditors();
}

async function inEditor<T>(extensions: readonly string[], work: (editor: Editor) => Promise<T>): Promise<T> {
  const editor = await launchEditor({ extensions: [...extensions, join(import.meta.dirname, "stopwatch")], assistants: [], prepare: fill });
  try {
    return await work(editor);
  } finally {
    await editor.close();
  }
}

const log = (what: unknown) => console.error(JSON.stringify(what));
const without = await inEditor([], async (editor) => measure(editor, await openWindow(editor)));
const vsix = await buildVsix();
const { rows, fileCalls, costs } = await inEditor([vsix], async (editor) => {
  const activations: ActivationRow[] = [];
  const window = await openWindow(editor, { openFile: "src/app.ts" });
  activations.push(await activationOf(window, "gatelodge.gatelodge"));
  const calls = await callsOf(window, editor.workspace);
  await settled(editor, window);
  const measured = await measure(editor, window);
  await window.close();
  for (let start = 1; start < starts; start += 1) {
    const next = await openWindow(editor);
    activations.push(await activationOf(next, "gatelodge.gatelodge"));
    await next.close();
  }
  return { rows: activations, fileCalls: calls, costs: measured };
});

log({ rows, fileCalls, without: without.memory, with: costs.memory });
report({ name: "activation, load and activate, median of starts", value: percentile(rows.map(({ load, activate }) => load + activate), 50), unit: "ms", atMost: 50 });
const [first] = rows;
// Later starts have the extension's code from the engine's cache.
report({ name: "activation, the first start after the installation", value: first === undefined ? Number.NaN : first.load + first.activate, unit: "ms" });
report({ name: "activation, the slowest start", value: Math.max(...rows.map(({ load, activate }) => load + activate)), unit: "ms" });
const during = fileCalls.filter(({ activating }) => activating);
report({ name: "calls to the file system below the workspace while activating", value: during.length, unit: "calls", atMost: 0 });
const reads = fileCalls.filter(({ name, path }) => /read|open/i.test(name) && !/\/(gatelodge\.yaml|\.git|\.git\/config)$/.test(path));
report({ name: "files and folders of the workspace read at start-up that are neither policy nor git configuration", value: reads.length, unit: "reads", atMost: 0 });

const listenersWithout = percentile(without.keys.map(({ listeners }) => listeners), 50);
reportPercentiles("keystroke in the extension host, 5,000 lines, all listeners", "ms", costs.keys.map(({ listeners }) => Math.max(0, listeners - listenersWithout)), { of: 95, atMost: 1 });
const loopWithout = percentile(without.keys.map(({ loop }) => loop), 50);
const loops = costs.keys.map(({ loop }) => Math.max(0, loop - loopWithout));
for (const rank of [50, 95]) report({ name: `keystroke in the extension host, with all that follows in 250 ms p${rank}`, value: percentile(loops, rank), unit: "ms" });
report({ name: "the same without Gatelodge, spread p95 over p50", value: percentile(without.keys.map(({ loop }) => Math.max(0, loop - loopWithout)), 95), unit: "ms" });
report({ name: `extension host memory after ${manyFiles} files opened and edited, over the same without Gatelodge`, value: (costs.memory - without.memory) / 1_000_000, unit: "MB", atMost: 40 });
