/** The bundled command line asking the hooks that it has installed. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { knownAssistants } from "../../src/assistants/known.ts";
import { runCommand } from "../support/commandLine.ts";
import { buildBundles } from "../support/serverBundle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundles = buildBundles("cli", "hook", "answerHere", "detect", "yaml", "opencodePlugin");
after(bundles.remove);

interface Row { readonly channel: string; readonly word: string; readonly why?: string }
interface Said { readonly agents: readonly { readonly assistant: string; readonly version?: string; readonly channels: readonly Row[]; readonly advice: readonly string[] }[] }

function createPlace(context: TestContext) {
  const root = temporaryFolder(context);
  const [folder, home] = [join(root, "shop"), join(root, "home of dev's")];
  for (const each of [folder, home]) mkdirSync(each);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => runCommand(bundles.folder, { args, folder, home, environment });
  const ask = async (agent: string, environment: Readonly<Record<string, string>> = {}) => {
    const { code, stdout, stderr } = await run(["doctor", "--agent", agent, "--json"], environment);
    assert.equal(stderr, "");
    return { code, ...(JSON.parse(stdout) as Said) };
  };
  return { root, folder, home, write, run, ask };
}
const wordsOf = ({ agents }: Said) => [...new Set(agents.flatMap(({ channels }) => channels.map(({ word }) => word)))];

// Clients that were run: starting programs takes its time. All others are asked the same in test/hook/plantedQuestions.test.ts, in one process.
const asked = knownAssistants.filter(({ installation }) => installation?.provenWith !== undefined).map(({ id }) => id);

test("installed hooks refuse what is planted, and pass what is harmless", async (context) => {
  const { home, write, run, ask } = createPlace(context);
  await run(["agents", "install", "--agent", asked.join(), "--yes"]);
  write(join(home, ".codex/config.toml"), `[hooks.state."${home}/.codex/hooks.json:pre_tool_use:0:0"]\ntrusted_hash = "sha256:x"\n`);
  const said = await ask(asked.join());
  assert.deepEqual(said.agents.map(({ assistant }) => assistant), asked);
  assert.deepEqual(said.agents.flatMap(({ assistant, channels }) => channels.filter(({ word }) => word !== "self-tested").map(({ channel, word }) => [assistant, channel, word])), [["cline", "prompt", "unsupported"]]);
  assert.equal(said.code, 0);
});

test("a hook that allows everything, or does not start, is unguarded; one that stops everything too", async (context) => {
  const { home, run, ask } = createPlace(context);
  await run(["agents", "install", "--agent", "gemini", "--yes"]);
  const bin = join(home, ".local/state/gatelodge/bin");
  const hook = join(bin, readdirSync(bin).find((name) => name !== "gatelodge-hook") ?? "", "hook.cjs");
  const good = readFileSync(hook, "utf8");
  for (const [program, why] of [["console.log('{}')", /let it through/], ["process.exit(1)", /cannot run/], ["console.log(JSON.stringify({ decision: 'deny', reason: 'Gatelodge, rule above-ceiling: no' }))", /harmless/]] as const) {
    writeFileSync(hook, program);
    const said = await ask("gemini");
    assert.deepEqual([said.code, wordsOf(said)], [1, ["unguarded"]], program);
    assert.match(said.agents[0]?.channels[0]?.why ?? "", why);
    assert.match(said.agents[0]?.advice.join() ?? "", /agents repair --agent gemini/);
  }
  writeFileSync(hook, good);
  assert.deepEqual(wordsOf(await ask("gemini")), ["self-tested"]);
});

test("switched off and not there are said, with what to do", async (context) => {
  const { folder, write, run, ask } = createPlace(context);
  const missing = await run(["doctor", "--agent", "claude-code"]);
  assert.equal(missing.code, 1);
  assert.match(missing.stdout, /Claude Code.*\n {2}prompt, .*: unguarded: no hook of ours\n {2}→ gatelodge agents install --agent claude-code\n/);
  await run(["agents", "install", "--agent", "claude-code", "--yes"]);
  write(join(folder, ".claude/settings.json"), `{ "disableAllHooks": true }`);
  const off = await ask("claude-code");
  assert.deepEqual([off.code, wordsOf(off)], [1, ["switched off"]]);
  assert.match(off.agents[0]?.advice.join() ?? "", /take “disableAllHooks: true” out of .*shop/);
});

test("the client's version is read beside its program, which is not started", async (context) => {
  const { root, write, run, ask } = createPlace(context);
  await run(["agents", "install", "--agent", "claude-code", "--yes"]);
  const lib = join(root, "lib/node_modules/@anthropic-ai/claude-code");
  write(join(lib, "bin/claude.exe"), "exit 1");
  mkdirSync(join(root, "bin"));
  symlinkSync(join(lib, "bin/claude.exe"), join(root, "bin/claude"));
  for (const [version, word] of [["2.1.330", process.platform === "linux" ? "proven" : "self-tested"], ["9.9.9", "self-tested"]] as const) {
    write(join(lib, "package.json"), JSON.stringify({ name: "@anthropic-ai/claude-code", version }));
    const said = await ask("claude-code", { PATH: join(root, "bin") });
    assert.deepEqual([said.agents[0]?.version, wordsOf(said)], [version, [word]]);
  }
});

test("a client that was not run is asked as its own file says, and named as unrun", async (context) => {
  const { run, ask } = createPlace(context);
  await run(["agents", "install", "--agent", "kiro", "--yes"]);
  const [kiro] = (await ask("kiro")).agents;
  assert.deepEqual([...new Set(kiro?.channels.filter(({ word }) => word === "self-tested").map(({ why }) => why))], ["written after the client's documentation; the client itself was not run"]);
  assert.match((await run(["agents", "status", "--agent", "kiro"])).stdout, /the client itself was not run/);
  assert.match((await run(["doctor", "--agent", "kiro", "--no-self-test"])).stdout, /Not installed by us, [^\n]*: Amazon Q\./);
});

test("wrong usage is one line and code 2", async (context) => {
  const { run } = createPlace(context);
  for (const args of [["--agent", "nobody"], ["--home", "x"], ["--all"]]) {
    const { code, stderr } = await run(["doctor", ...args]);
    assert.deepEqual([code, stderr.split("\n").length], [2, 2], stderr);
  }
});

test("a pinned setting of an agent that is looser than the policy says is told, and counts", async (context) => {
  const { home, write, run } = createPlace(context);
  write(join(home, ".config/gatelodge/policy.yaml"), "version: 1\npin: { settings: [{ assistant: codex, setting: sandbox_mode, value: read-only }] }\n");
  write(join(home, ".codex/config.toml"), "sandbox_mode = \"workspace-write\"\n");
  const drifted = await run(["doctor", "--agent", "gemini"]);
  assert.match(drifted.stdout, /Pinned: codex sandbox_mode, at most read-only: looser than the policy says\n/);
  assert.equal(drifted.code, 1);
  write(join(home, ".codex/config.toml"), "");
  assert.match((await run(["doctor", "--agent", "gemini"])).stdout, /Pinned: codex sandbox_mode, at most read-only: as the policy says\n/);
});
