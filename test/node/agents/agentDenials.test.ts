/** Agents that may use no tool while a file switches their hooks off. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { createAgentSetup } from "../../../src/node/agents/agentSetup.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

function createPlace(context: TestContext) {
  const root = temporaryFolder(context);
  const [home, shop] = [join(root, "home"), join(root, "shop")];
  const write = (file: string, text: string) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write(join(root, "dist/hook.cjs"), "");
  const open = () => createAgentSetup({ scope: "user", home, platform: "linux", state: join(root, "state"), machineFile: join(root, "none"), dist: join(root, "dist"), runtimes: () => [{ program: process.execPath, editor: false }] });
  const setup = open();
  const of = (id: string) => setup.files.filter(({ assistant }) => assistant.id === id);
  const found = (id: string) => of(id).flatMap((file) => setup.status(file, shop).switchedOff);
  return { home, shop, write, setup, open, of, found, read: (path: string) => readFileSync(join(home, path), "utf8") };
}

const claude = ".claude/settings.json";
const settings = `{\n  // mine\n  "permissions": { "deny": ["WebFetch", "Read(./x)"] }\n}\n`;

test("a switch in a repository denies the agent, and without it the hooks and the person's own rules stay", (context) => {
  const { home, shop, write, setup, of, found, read } = createPlace(context);
  write(join(home, claude), settings);
  setup.install(of("claude-code"));
  const installed = read(claude);
  write(join(shop, claude), `{"disableAllHooks":true}`);
  assert.deepEqual(setup.denials.settle(found("claude-code"), true), ["claude-code"]);
  assert.match(read(claude), /"\*"[^]*"Bash"[^]*"mcp__\*"/);
  const [file] = of("claude-code");
  assert.ok(file);
  assert.deepEqual([setup.status(file).state, setup.status(file).denied], ["installed", true]);
  rmSync(join(shop, claude));
  assert.deepEqual(setup.denials.settle([], true), []);
  assert.equal(read(claude), installed);
  setup.remove(of("claude-code"));
  assert.equal(read(claude), settings);
});

test("another window, which has not seen the switch, does not lift what stands", (context) => {
  const { shop, write, setup, open, of, found } = createPlace(context);
  setup.install(of("qwen-code"));
  write(join(shop, ".qwen/settings.json"), `{"disableAllHooks":true}`);
  setup.denials.settle(found("qwen-code"), true);
  assert.deepEqual(open().denials.settle([], true), ["qwen-code"]);
  write(join(shop, ".qwen/settings.json"), `{"disableAllHooks":false}`);
  assert.deepEqual(open().denials.settle([], true), []);
});

test("a file of its own goes as it came", (context) => {
  const { home, shop, write, setup, of, found, read } = createPlace(context);
  setup.install(of("gemini"));
  write(join(shop, ".gemini/settings.json"), `{"hooksConfig":{"enabled":false}}`);
  setup.denials.settle(found("gemini"), true);
  assert.match(read(".gemini/policies/gatelodge.toml"), /toolName = "\*"\ndecision = "deny"/);
  rmSync(join(shop, ".gemini"), { recursive: true });
  setup.denials.settle([], true);
  assert.ok(!existsSync(join(home, ".gemini/policies")));
});

test("where the policy does not want it nobody is denied, and who was is no more", (context) => {
  const { shop, write, setup, of, found, read } = createPlace(context);
  setup.install(of("claude-code"));
  const installed = read(claude);
  write(join(shop, claude), `{"disableAllHooks":true}`);
  assert.deepEqual(setup.denials.settle(found("claude-code"), false), []);
  assert.equal(read(claude), installed);
  setup.denials.settle(found("claude-code"), true);
  assert.deepEqual(setup.denials.settle(found("claude-code"), false), []);
  assert.equal(read(claude), installed);
});

test("removing the hooks of a denied agent leaves nothing; another one stays denied", (context) => {
  const { home, shop, write, setup, of, found } = createPlace(context);
  for (const id of ["claude-code", "qwen-code"]) setup.install(of(id));
  write(join(shop, claude), `{"disableAllHooks":true}`);
  write(join(shop, ".qwen/settings.json"), `{"disableAllHooks":true}`);
  setup.denials.settle([...found("claude-code"), ...found("qwen-code")], true);
  setup.remove(of("claude-code"));
  assert.ok(!existsSync(join(home, ".claude")));
  assert.deepEqual(setup.denials.denied(), ["qwen-code"]);
});

test("one whose client has no setting for it is not said to be denied", (context) => {
  const { shop, write, setup, of, found } = createPlace(context);
  setup.install(of("codex"));
  write(join(shop, ".codex/config.toml"), "[features]\nhooks = false\n");
  assert.equal(found("codex").length, 1);
  assert.deepEqual(setup.denials.settle(found("codex"), true), []);
});
