import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ggufBytes } from "../inventory/models/ggufBytes.ts";
import { servers } from "../inventory/servers.ts";

const home = mkdtempSync(join(tmpdir(), "gatelodge-inventory-"));
const program = join(import.meta.dirname, "../../dist/cli.cjs");
after(() => rmSync(home, { recursive: true }));

const run = (...args: readonly string[]) => new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
  const child = spawn(process.execPath, [program, "inventory", ...args], { env: { ...process.env, HOME: home } });
  const state = { output: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => void (state.output += data.toString()));
  child.on("close", (code) => resolve({ code, output: state.output }));
});

test("a model on the disk is listed, with what its head says", async () => {
  mkdirSync(join(home, ".lmstudio/models/acme"), { recursive: true });
  writeFileSync(join(home, ".lmstudio/models/acme/pocket.gguf"), ggufBytes({ texts: { "general.name": "Pocket\u001b[31m", "general.license": "mit" }, shapes: [[2000, 1000]] }));
  const { code, output } = await run("--json");
  assert.equal(code, 0);
  const { models } = JSON.parse(output) as { readonly models: readonly { readonly name: string }[] };
  assert.deepEqual(models.map(({ name }) => name), ["Pocket\u001b[31m"]);
  assert.match((await run()).output, /Pocket\\u\{1b\}\[31m, 2M, .*mit \(lmstudio\)/);
});

test("each thing is approved, denied with what to use instead, or unknown, as the policy says", async () => {
  mkdirSync(join(home, ".config/gatelodge"), { recursive: true });
  const say = (denied: string) => writeFileSync(join(home, ".config/gatelodge/policy.yaml"), `version: 1\nai:\n  ${denied}\n`);
  say("denied: [{ id: no-mit, licences: [mit], reason: Not this licence., instead: Use another. }]");
  assert.match((await run()).output, /\(lmstudio\) \[DENIED: Not this licence\. Instead: Use another\.\]/);
  say("approved: [{ id: ours, licences: [mit] }]");
  const { models } = JSON.parse((await run("--json")).output) as { readonly models: readonly { readonly standing: object }[] };
  assert.deepEqual(models.map(({ standing }) => standing), [{ status: "approved", entry: "ours", layer: "user", reason: "The policy approves it." }]);
  rmSync(join(home, ".config"), { recursive: true });
  assert.match((await run()).output, /\(lmstudio\) \[unknown\]/);
});

test("a server that runs is found with its process, a renamed one on an odd port too", { skip: process.platform !== "linux" && "needs /proc" }, async () => {
  const model = join(home, "pocket.gguf");
  writeFileSync(model, "");
  const script = `require("node:http").createServer((q, r) => { const a = ${JSON.stringify(servers["llama.cpp"]!.answers)}[q.url]; r.writeHead(a ? 200 : 404); r.end(JSON.stringify(a)); }).listen(0, "127.0.0.1", function () { console.log(this.address().port); })`;
  const engine = spawn(process.execPath, ["-e", script, "--", "-m", model], { argv0: "worker", stdio: ["ignore", "pipe", "inherit"] });
  const port = Number(await new Promise((resolve) => engine.stdout.once("data", resolve)));
  const { output } = await run("--json");
  engine.kill();
  const { runtimes } = JSON.parse(output) as { readonly runtimes: readonly { readonly port?: number; readonly runtime: string; readonly pid?: number; readonly bind?: string }[] };
  const { runtime, pid, bind } = runtimes.find((seen) => seen.port === port) ?? {};
  assert.deepEqual({ runtime, pid, bind }, { runtime: "llama.cpp", pid: engine.pid, bind: "loopback" });
});

test("extensions and tool servers are listed: those of the home, and of a folder that is named", async () => {
  const work = join(home, "work");
  mkdirSync(work);
  mkdirSync(join(home, ".cursor/extensions"), { recursive: true });
  writeFileSync(join(home, ".cursor/extensions/extensions.json"), JSON.stringify([{ identifier: { id: "anthropic.claude-code" }, version: "2.0.0", relativeLocation: "anthropic.claude-code-2.0.0" }]));
  writeFileSync(join(work, ".mcp.json"), JSON.stringify({ mcpServers: { "dep\u001bloy": { command: "npx", args: ["deployer"] } } }));
  const { output } = await run(work);
  assert.match(output, /Editors:\n {2}Cursor: ~\/\.cursor\/extensions \[unknown\]\n.*\n {4}! unguarded: Gatelodge is not installed in it\n/);
  assert.match(output, /AI extensions:\n {2}Claude Code 2\.0\.0 \(anthropic\.claude-code\)/);
  assert.match(output, /Tool servers \(MCP\):\n {2}dep\\u\{1b\}loy \(deployer\): ~\/work\/\.mcp\.json \[unknown\]\n.*\n {4}! its version is not pinned/);
  const { tools } = JSON.parse((await run("--json", work)).output) as { readonly tools: readonly { readonly kind: string; readonly place: string }[] };
  // What the machine and the environment of the test have besides is their own.
  assert.deepEqual(tools.filter(({ place }) => place.startsWith("~")).map(({ kind }) => kind), ["editor", "extension", "mcpServer"]);
});

test("what changed in a tool server is told until it is accepted, in every form", async () => {
  const work = join(home, "changing");
  mkdirSync(work);
  const configure = (version: string) => writeFileSync(join(work, ".mcp.json"), JSON.stringify({ mcpServers: { files: { command: "npx", args: [`files@${version}`] } } }));
  configure("1.0.0");
  assert.doesNotMatch((await run(work)).output, /changed since/);
  configure("1.0.1");
  const bom = JSON.parse((await run("--cyclonedx", work)).output) as { readonly specVersion: string; readonly components: readonly { readonly purl?: string }[] };
  assert.equal(bom.specVersion, "1.6");
  assert.ok(bom.components.some(({ purl }) => purl === "pkg:npm/files@1.0.1"));
  const lines = (await run("--ndjson", "--accept", work)).output.trimEnd().split("\n").map((line) => JSON.parse(line) as { readonly name: string; readonly risks?: readonly string[] });
  assert.deepEqual(lines.find(({ name }) => name === "files")?.risks, ["comes with the repository", "changed since it was accepted: what it starts, or where it is"]);
  assert.doesNotMatch((await run(work)).output, /changed since/);
});

test("an option that does not exist is refused", async () => {
  const { code, output } = await run("--yaml");
  assert.equal(code, 2);
  assert.match(output, /takes folders, --accept, --connections, and one of/);
});
