/** The bundled command line: a gateway that is started and ended, and assistants in a home of its own pointed at it and back. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { letters } from "../../src/core/detect/samples.ts";
import { waitFor } from "../editor/waitFor.ts";
import { endGateway } from "../gateway/endGateway.ts";
import { runCommand } from "../support/commandLine.ts";
import { freePort } from "../support/freePort.ts";
import { buildBundles } from "../support/serverBundle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundles = buildBundles("cli", "gateway", "uninstall", "hook", "answerHere");
after(bundles.remove);
const secret = `gh${"p_"}${letters(36)}`;

async function listen(context: TestContext) {
  const bodies: string[] = [];
  const server = createServer((request, response) => void request.on("data", (chunk: Buffer) => bodies.push(String(chunk))).on("end", () => response.end("{}"))).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, bodies, server };
}

async function createPlace(context: TestContext) {
  // Before its home goes.
  const ending = { stop: (): Promise<unknown> => Promise.resolve() };
  context.after(() => ending.stop());
  const home = temporaryFolder(context);
  const [model, port] = [await listen(context), await freePort()];
  const run = (...args: readonly string[]) => runCommand(bundles.folder, { args: ["gateway", ...args], folder: home, home });
  ending.stop = () => run("stop");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  return { home, model, port, run, write, read: (path: string) => readFileSync(join(home, path), "utf8"), start: () => run("start", "--port", String(port), "--upstream", String(model.port)) };
}

const continueText = (port: number) => `# mine\nmodels:\n  - name: Local\n    apiBase: http://localhost:${port}\n`;
const ask = (url: string) => fetch(`${url}/v1/chat/completions`, { method: "POST", body: JSON.stringify({ model: "m", messages: [{ role: "user", content: secret }] }) });

test("a start that says something else ends what ran by the old word, and what was said holds", async (context) => {
  const { model, port, run, write, start } = await createPlace(context);
  const statusOf = async () => JSON.parse((await run("status", "--json")).stdout) as { readonly state: string; readonly port: number; readonly clientsOnly: boolean };
  await start();
  assert.equal((await run("start", "--clients-only")).code, 0);
  assert.equal((await ask(`http://127.0.0.1:${port}`)).status, 401);
  await run("start");
  const { state, clientsOnly } = await statusOf();
  assert.deepEqual([state, clientsOnly], ["running", true]);
  await run("start", "--all-clients");
  assert.equal((await ask(`http://127.0.0.1:${port}`)).status, 200);
  const other = await freePort();
  await run("start", "--port", String(other));
  assert.equal((await statusOf()).port, other);
  await assert.rejects(ask(`http://127.0.0.1:${port}`));
  write(".continue/config.yaml", continueText(model.port));
  await run("point", "--yes");
  const moved = await run("start", "--port", String(port));
  assert.deepEqual([moved.code, /continue is pointed at port/.test(moved.stderr)], [2, true]);
  assert.match((await run("unpoint", "--agent", "nosuch")).stderr, /nosuch is none/);
  await run("unpoint", "--yes");
  await run("stop");
});

test("from start to stop: an assistant's requests go through, without its secret, and its file comes back byte for byte", async (context) => {
  const { home, model, port, run, write, read, start } = await createPlace(context);
  const before = continueText(model.port);
  write(".continue/config.yaml", before);
  const started = await start();
  assert.deepEqual([started.code, started.stderr], [0, ""]);
  assert.match((await start()).stdout, /runs already/);

  const refused = await run("point");
  assert.deepEqual([refused.code, read(".continue/config.yaml")], [2, before]);
  const shown = await run("point", "--dry-run");
  assert.match(shown.stdout, /^continue: .*\n {2}- {5}apiBase: http:\/\/localhost:\d+\n {2}\+ {5}apiBase: http:\/\/127\.0\.0\.1:\d+\/gatelodge\/continue\/[0-9a-f]{32}\/localhost:\d+\n$/);
  assert.equal(read(".continue/config.yaml"), before);
  assert.equal((await run("point", "--yes")).code, 0);
  const [, url = ""] = /apiBase: (\S+)/.exec(read(".continue/config.yaml")) ?? [];
  assert.equal((await ask(url)).status, 200);
  assert.ok(model.bodies.length === 1 && !model.bodies[0]!.includes(secret.slice(4)));
  assert.equal((await ask(url.replace(/[0-9a-f]{32}/, "0".repeat(32)))).status, 401);
  assert.match((await run("status")).stdout, new RegExp(`runs: http://127\\.0\\.0\\.1:${port} .*\\ncontinue goes through it`));

  const stopped = await run("stop");
  assert.match(stopped.stdout, /It has ended\.\nPointed at it all the same.*continue.*gatelodge gateway unpoint/);
  await assert.rejects(ask(url));
  const dead = await run("status");
  assert.deepEqual([dead.code, /does not run/.test(dead.stdout), /gatelodge gateway unpoint/.test(dead.stdout)], [1, true, true]);
  assert.equal((await run("unpoint", "--yes")).code, 0);
  assert.equal(read(".continue/config.yaml"), before);
  assert.equal((await run("status")).code, 0);
  const ledger = readdirSync(join(home, ".local/state/gatelodge"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".jsonl")).map((name) => read(`.local/state/gatelodge/${name}`)).join("");
  assert.match(ledger, /"gatelodge.assistant.id":"continue"/);
});

test("what a person wrote meanwhile stays, also without our records, and our address goes", async (context) => {
  const { home, model, run, write, read, start } = await createPlace(context);
  write(".continue/config.yaml", continueText(model.port));
  write(".claude/settings.json", "{\n  \"model\": \"x\"\n}\n");
  await start();
  await run("point", "--yes", "--agent", "continue,claude-code");
  write(".continue/config.yaml", `${read(".continue/config.yaml")}# added\n`);
  write(".claude/settings.json", read(".claude/settings.json").replace('"x"', '"y"'));
  rmSync(join(home, ".local/state/gatelodge/gateway/points"), { recursive: true });
  assert.equal((await run("unpoint", "--yes")).code, 0);
  assert.equal(read(".continue/config.yaml"), `${continueText(model.port)}# added\n`);
  assert.equal(read(".claude/settings.json"), "{\n  \"model\": \"y\"\n}\n");
});

test("hooks and the gateway share a file, and each goes without the other, in any order", async (context) => {
  const { home, model, run, write, read, start } = await createPlace(context);
  const before = `{\n  "env": { "ANTHROPIC_BASE_URL": "http://localhost:${model.port}" }\n}\n`;
  const agents = (action: string) => runCommand(bundles.folder, { args: ["agents", action, "--agent", "claude-code", "--yes"], folder: home, home });
  await start();
  for (const order of [["agents", "gateway"], ["gateway", "agents"]]) {
    write(".claude/settings.json", before);
    assert.equal((await agents("install")).code, 0);
    assert.equal((await run("point", "--yes")).code, 0);
    for (const which of order) {
      await (which === "agents" ? agents("remove") : run("unpoint", "--yes"));
      assert.equal(read(".claude/settings.json").includes("/gatelodge/claude-code/"), which === "agents" && order[0] === "agents");
    }
    assert.equal(read(".claude/settings.json"), before);
  }
});

test("after the extension was uninstalled nothing leads to the gateway, which has ended", async (context) => {
  const { home, model, run, write, read, start } = await createPlace(context);
  write(".continue/config.yaml", continueText(model.port));
  await start();
  await run("point", "--yes");
  execFileSync(process.execPath, [join(bundles.folder, "uninstall.cjs")], { env: { ...process.env, HOME: home, USERPROFILE: home } });
  assert.equal(read(".continue/config.yaml"), continueText(model.port));
  assert.match((await run("status")).stdout, /^The gateway does not run\n$/);
});

test("programs without a token are turned away where that was asked for, and a model server that nobody named is not asked", async (context) => {
  const { model, port, run, write, read } = await createPlace(context);
  write(".continue/config.yaml", continueText(model.port));
  await run("start", "--port", String(port), "--upstream", String(model.port), "--clients-only");
  await run("point", "--yes");
  const [, url = ""] = /apiBase: (\S+)/.exec(read(".continue/config.yaml")) ?? [];
  const answers = await Promise.all([ask(`http://127.0.0.1:${port}`), ask(url), ask(url.replace(/localhost:\d+$/, "localhost:1"))]);
  assert.deepEqual(answers.map(({ status }) => status), [401, 200, 424]);
});

test("one that falls over is answered for in words, and a start puts it right", { skip: process.platform !== "linux" }, async (context) => {
  const { port, run, start } = await createPlace(context);
  await start();
  endGateway(port);
  const answer = await waitFor("the words", async () => {
    const said = await ask(`http://127.0.0.1:${port}`).catch(() => undefined);
    return said?.status === 424 && said;
  });
  assert.match(await answer.text(), /"message":"Gatelodge's gateway has fallen over.*gatelodge gateway unpoint/);
  // On a busy machine what stands in for it may not answer the first question in time.
  await waitFor("the status", async () => (await run("status")).stdout.includes("has fallen over") || undefined);
  assert.equal((await start()).code, 0);
  assert.equal((await ask(`http://127.0.0.1:${port}`)).status, 200);
});

test("another program on its port is not taken for it, and gets no settings", async (context) => {
  const { model, run, start } = await createPlace(context);
  const { code, stderr } = await run("start", "--port", String(model.port));
  assert.deepEqual([code, /something else answers/.test(stderr)], [2, true]);
  assert.equal((await start()).code, 0);
});
