/** Real programs: a developer at a terminal, the collector, and the policy that comes back signed. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { signIn } from "../collector/signIn.ts";
import { startCollector } from "../collector/startCollector.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const program = join(import.meta.dirname, "../../dist/cli.cjs");
const yaml = "version: 1\nname: northwind\nclassification:\n  - { id: plans, label: restricted, paths: [\"*.plan\"] }\npermit:\n  asking: { rules: [above-ceiling], maxDays: 30 }\n";

function run(home: string, ...words: readonly string[]): Promise<{ readonly code: number | null; readonly text: string }> {
  const child = spawn(process.execPath, [program, ...words], { cwd: home, env: { PATH: process.env["PATH"], HOME: home }, stdio: ["ignore", "pipe", "pipe"] });
  const state = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => void (state.text += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, text: state.text })));
}

test("an exception that was asked for holds once it was approved, for that file alone, and until it is taken back", { skip: process.platform === "win32" }, async (context) => {
  const home = temporaryFolder(context);
  const data = temporaryFolder(context);
  const collector = await startCollector(data, ["--organisation", "northwind"]);
  context.after(() => collector.stop());
  const by = await signIn(collector);
  const { id: proposal } = await by.ask("POST", "/api/policies", { yaml });
  await by.ask("POST", `/api/policies/${String(proposal)}/approve`, {});
  const gatelodge = (...words: readonly string[]) => run(home, ...words);
  for (const name of ["bridge.plan", "house.plan"]) writeFileSync(join(home, name), "A CANARY.\n");
  mkdirSync(join(home, ".config"), { recursive: true });
  assert.equal((await gatelodge("policy", "fetch", "--endpoint", collector.url, "--organisation", "northwind", "--token", collector.enrolmentToken)).code, 0);
  const explain = async (name: string) => (await gatelodge("policy", "explain", name)).text.split("\n")[0] ?? "";
  assert.match(await explain("bridge.plan"), /^block/);

  const refused = await gatelodge("exceptions", "ask", "bridge.plan", "--reason", "madeUp", "--days", "31", "--why", "CANARY words", "--yes");
  assert.deepEqual([refused.code, /1 to 30/.test(refused.text)], [2, true]);
  assert.match((await gatelodge("exceptions", "ask", "bridge.plan", "--reason", "madeUp", "--days", "3", "--why", "CANARY words", "--yes")).text, /waits for an answer {2}above-ceiling/);
  const { asks } = await by.ask("GET", "/api/exceptions") as { readonly asks: readonly { readonly id: string; readonly rules: readonly string[] }[] };
  assert.deepEqual(asks.map(({ rules }) => rules), [["above-ceiling"]]);
  const [asked] = asks;
  assert.match(await explain("bridge.plan"), /^block/, "asking permits nothing");

  await by.ask("POST", `/api/exceptions/${asked?.id ?? ""}/approve`, { note: "until the review" });
  assert.match((await gatelodge("exceptions", "status")).text, /approved .*"until the review"/);
  await gatelodge("policy", "fetch");
  assert.match(await explain("bridge.plan"), /^allow/);
  assert.match(await explain("house.plan"), /^block/);

  // Whoever writes another file into the book of what was asked gains nothing.
  const book = join(home, ".local/state/gatelodge/organisation/asked.json");
  const kept = readFileSync(book, "utf8");
  writeFileSync(book, kept.replaceAll("bridge.plan", "house.plan"));
  assert.deepEqual([(await explain("house.plan")).slice(0, 5), (await explain("bridge.plan")).slice(0, 5)], ["block", "block"]);
  writeFileSync(book, kept);
  assert.match(await explain("bridge.plan"), /^allow/);

  await by.ask("POST", `/api/exceptions/${asked?.id ?? ""}/withdraw`, { note: "it was real" });
  await gatelodge("policy", "fetch");
  assert.match(await explain("bridge.plan"), /^block/);
  assert.match((await gatelodge("exceptions", "status")).text, /taken back .*"it was real"/);
  for (const name of ["control.db", "control.db-wal"]) assert.ok(!readFileSync(join(data, name), "latin1").includes("CANARY") && !readFileSync(join(data, name), "latin1").includes(home), name);
});
