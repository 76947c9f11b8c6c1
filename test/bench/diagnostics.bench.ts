/** From an edit's didChange to its publishDiagnostics, in the server's shipped bundle, as an editor over stdio sees it. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileUri, startLanguageServer } from "../support/languageServer.ts";
import { pause } from "../editor/waitFor.ts";
import { buildServerBundle } from "../support/serverBundle.ts";
import { reportPercentiles } from "./report.ts";

const bundle = buildServerBundle();
const home = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-bench-")));
const server = startLanguageServer(bundle.file, home);
await server.start();

const line = 'export function total(items: readonly Item[]): number { return items.reduce((sum, { price }) => sum + price, 0); }\n';
const text = line.repeat(Math.ceil(100_000 / line.length));
const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const uri = fileUri(join(home), "large.ts");
const opened = server.diagnostics(uri, 1);
server.open(uri, "typescript", text);
await opened;

const start = { line: 10, character: 0 };
const secretLine = `const apiToken = "${token}";\n`;
const state = { version: 1 };

/** Edits, each `rest` milliseconds after the answer to the one before. */
async function measure(runs: number, rest: number): Promise<readonly number[]> {
  const samples = [];
  for (let run = -20; run < runs; run += 1) {
    // A secret comes with every second edit and goes with the next, so that every answer shows that this very edit was looked at.
    const version = (state.version += 1);
    const inserts = version % 2 === 0;
    const change = inserts ? { range: { start, end: start }, text: secretLine } : { range: { start, end: { line: 11, character: 0 } }, text: "" };
    if (rest > 0) await pause(rest);
    const answer = server.diagnostics(uri, version);
    const from = performance.now();
    server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [change] });
    const { diagnostics } = await answer;
    if (run >= 0) samples.push(performance.now() - from);
    if ((diagnostics.length > 0) !== inserts) throw new Error(`version ${version} has ${diagnostics.length} diagnostics`);
  }
  return samples;
}

reportPercentiles("diagnostics after an edit in a 100 kB file", "ms", await measure(60, 150), { of: 95, atMost: 60 });
// Without a rest between the edits the server's pause, which holds bursts together, is in the figure.
reportPercentiles("diagnostics after an edit in a 100 kB file, in a stream of edits", "ms", await measure(120, 0), { of: 95, atMost: 60 });

await server.stop();
bundle.remove();
rmSync(home, { recursive: true, force: true });
