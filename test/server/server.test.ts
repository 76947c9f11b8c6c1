import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test, type TestContext } from "node:test";
import type { CodeAction } from "vscode-languageserver";
import { createFalsePositives } from "../../src/node/falsePositives.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { buildServerBundle } from "../support/serverBundle.ts";
import { fileUri, startLanguageServer, type LanguageServer } from "../support/languageServer.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundle = buildServerBundle();
after(() => bundle.remove());

// A made-up token in the shape of a real one, put together here so that none stands in the repository.
const canary = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const line = `const apiToken = "${canary}";\n`;
const started: LanguageServer[] = [];

// Whatever a test did: the server never wrote the value, whole or in part.
afterEach(async () => {
  for (const server of started.splice(0)) {
    assert.ok(!server.traffic().includes(canary.slice(8, 24)), "the value is in what the server sent");
    await server.stop();
  }
});

async function setUp(context: TestContext, options = { commands: true }) {
  const home = temporaryFolder(context);
  const server = startLanguageServer(bundle.file, home, options);
  started.push(server);
  await server.start();
  return { home, server };
}

/** Opens a text and waits for what is said of it. */
async function opened(server: LanguageServer, uri: string, text: string, languageId = "typescript") {
  const answers = Promise.all([server.findings(uri, 1), server.diagnostics(uri, 1)]);
  server.open(uri, languageId, text);
  const [report, { diagnostics }] = await answers;
  return { report, diagnostics };
}

const actionsAt = (server: LanguageServer, uri: string, character: number) => server.request<CodeAction[]>("textDocument/codeAction", { textDocument: { uri }, range: { start: { line: 0, character }, end: { line: 0, character } }, context: { diagnostics: [] } });

test("a credential is reported with range, id, advice and no value", async (context) => {
  const { home, server } = await setUp(context);
  const { report, diagnostics } = await opened(server, fileUri(home, "a.ts"), line);
  assert.deepEqual(report.findings.map(({ kind, start, end }) => ({ kind, start, end })), [{ kind: "secret", start: 18, end: 18 + canary.length }]);
  assert.equal(diagnostics.length, 1);
  assert.equal(diagnostics[0]?.source, "Gatelodge");
  assert.deepEqual(diagnostics[0]?.range, { start: { line: 0, character: 18 }, end: { line: 0, character: 18 + canary.length } });
  assert.equal(diagnostics[0]?.code, report.findings[0]?.detector);
  assert.match(JSON.stringify(diagnostics[0]?.message), /credential .*rotate/);
});

test("an edit moves the findings along, at its version", async (context) => {
  const { home, server } = await setUp(context);
  const uri = fileUri(home, "a.ts");
  await opened(server, uri, line);
  const answer = server.findings(uri, 2);
  server.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "// ☂\n" }] });
  assert.equal((await answer).findings[0]?.start, 18 + 5);
});

test("an edit right after opening is not lost", async (context) => {
  const { home, server } = await setUp(context);
  const uri = fileUri(home, "a.ts");
  const answer = server.findings(uri, 3);
  server.open(uri, "typescript", "");
  server.change(uri, 2, "// almost");
  server.change(uri, 3, line);
  assert.equal((await answer).findings.length, 1);
});

test("a document that is closed has no diagnostics left", async (context) => {
  const { home, server } = await setUp(context);
  const uri = fileUri(home, "a.ts");
  await opened(server, uri, line);
  const answer = server.diagnostics(uri);
  server.close(uri);
  assert.deepEqual((await answer).diagnostics, []);
});

test("a document too large to look through is undecided, not clean", async (context) => {
  const { home, server } = await setUp(context);
  const { report, diagnostics } = await opened(server, fileUri(home, "a.ts"), "x".repeat(4_000_001));
  assert.match(report.undecided ?? "", /too large/);
  assert.equal(diagnostics[0]?.code, "not-looked-through");
});

test("a detector that the policy turns off stays silent", async (context) => {
  const { home, server } = await setUp(context);
  const first = await opened(server, fileUri(home, "a.ts"), line);
  mkdirSync(join(home, ".config", "gatelodge"), { recursive: true });
  // Whichever source would find it: the engine's detector and secretlint's.
  writeFileSync(join(home, ".config", "gatelodge", "policy.yaml"), `version: 1\ndetectors: { off: [${first.report.findings[0]?.detector}, secretlint-github-token] }\n`);
  const again = server.findings(fileUri(home, "a.ts"), 1);
  await new Promise((resolve) => setTimeout(resolve, 150));
  server.notify("gatelodge/lookAgain", {});
  assert.deepEqual((await again).findings.map(({ detector }) => detector).filter((detector) => detector === first.report.findings[0]?.detector), []);
});

test("a value that was marked as a false positive is reported no more", async (context) => {
  const { home, server } = await setUp(context);
  const { report } = await opened(server, fileUri(home, "a.ts"), line);
  const falsePositives = createFalsePositives(locationsFor(process.platform, home, "").state);
  for (const finding of report.findings) for (const detector of [finding.detector, "secretlint-github-token"]) falsePositives.add(line, { ...finding, detector });
  const again = await opened(server, fileUri(home, "b.ts"), line);
  assert.deepEqual(again.report.findings, []);
});

test("the quick fixes put a reference in the value's place and pass on where it stands", async (context) => {
  const { home, server } = await setUp(context);
  const uri = fileUri(home, "a.ts");
  await opened(server, uri, line);
  const actions = await actionsAt(server, uri, 20);
  const move = actions.find(({ command }) => command?.command === "gatelodge.moveSecret");
  assert.match(move?.title ?? "", /API_TOKEN/);
  assert.deepEqual(move?.command?.arguments, [{ uri, version: 1, start: 18, end: 18 + canary.length }]);
  const edits = actions.flatMap(({ edit }) => edit?.documentChanges ?? []).flatMap((change) => ("edits" in change ? change.edits : []));
  assert.deepEqual(edits, [{ range: { start: { line: 0, character: 17 }, end: { line: 0, character: 19 + canary.length } }, newText: "process.env.API_TOKEN" }]);
  assert.ok(actions.some(({ command }) => command?.command === "gatelodge.markFalsePositive"));
  assert.ok(actions.some(({ command }) => command?.command === "gatelodge.explainFile"));
  // What is certain is not turned down.
  assert.ok(!actions.some(({ command }) => command?.command === "gatelodge.quietRule"));
});

test("of a part of a string only the explanation and the mark are offered", async (context) => {
  const { home, server } = await setUp(context);
  const uri = fileUri(home, "a.ts");
  const { report } = await opened(server, uri, `const url = "https://ann:${canary}@example.com/";\n`);
  assert.ok(report.findings.length > 0);
  const actions = await actionsAt(server, uri, (report.findings[0]?.start ?? 0) + 1);
  assert.deepEqual(actions.filter(({ edit, command }) => edit !== undefined || command?.command === "gatelodge.moveSecret"), []);
  assert.ok(actions.length >= 2);
});

test("an editor without our commands is offered plain edits only", async (context) => {
  const { home, server } = await setUp(context, { commands: false });
  const uri = fileUri(home, "a.py");
  await opened(server, uri, `token = "${canary}"\n`, "python");
  const actions = await actionsAt(server, uri, 12);
  assert.equal(actions.length, 1);
  assert.equal(actions[0]?.command, undefined);
});

test("a file that is kept from assistants by its name is reported mildly", async (context) => {
  const { home, server } = await setUp(context);
  const { report, diagnostics } = await opened(server, fileUri(home, ".env"), `TOKEN=${canary}\n`, "properties");
  assert.equal(report.findings.length, 1);
  assert.equal(diagnostics[0]?.severity, 4);
});
