/** From an edit's didChange to its publishDiagnostics, in the server's shipped bundle, as an editor over stdio sees it. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileUri, startLanguageServer } from "../support/languageServer.ts";
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
const runs = 120;
const samples = [];
for (let version = 2; version < runs + 20; version += 1) {
  // A secret comes with every second edit and goes with the next, so that every answer shows that this very edit was looked at.
  const inserts = version % 2 === 0;
  const change = inserts ? { range: { start, end: start }, text: secretLine } : { range: { start, end: { line: 11, character: 0 } }, text: "" };
  const answer = server.diagnostics(uri, version);
  const from = performance.now();
  server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [change] });
  const { diagnostics } = await answer;
  if (version >= 20) samples.push(performance.now() - from);
  if ((diagnostics.length > 0) !== inserts) throw new Error(`version ${version} has ${diagnostics.length} diagnostics`);
}
reportPercentiles("diagnostics after an edit in a 100 kB file", "ms", samples, { of: 95, atMost: 60 });

await server.stop();
bundle.remove();
rmSync(home, { recursive: true, force: true });
