/** The bundled command line installing, looking at, repairing and removing agents' hooks in homes of its own. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { runCommand } from "../support/commandLine.ts";
import { buildBundles } from "../support/serverBundle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundles = buildBundles("cli", "hook", "answerHere", "detect", "yaml", "resident");
after(bundles.remove);
const settings = `{\n\t// mine\n\t"model": "x",\n\t"hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "audit.sh" }] }] },\n}\n`;

function createPlace(context: TestContext) {
  const root = temporaryFolder(context);
  const [folder, home] = [join(root, "shop"), join(root, "home of dev's")];
  for (const each of [folder, home]) mkdirSync(each);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  const read = (path: string) => readFileSync(join(home, path), "utf8");
  return { folder, home, write, read, run: (...args: readonly string[]) => runCommand(bundles.folder, { args: ["agents", ...args], folder, home }) };
}

/** Starts a hook as the client's file names it. */
function startHook(home: string, event: string, payload: object, environment: NodeJS.ProcessEnv = {}) {
  const { hooks } = JSON.parse(readFileSync(join(home, ".claude/settings.json"), "utf8")) as { hooks: Readonly<Record<string, readonly { readonly hooks: readonly { readonly command: string; readonly args: readonly string[] }[] }[]>> };
  const hook = hooks[event]?.at(-1)?.hooks[0];
  assert.ok(hook);
  return spawnSync(hook.command, [...hook.args], { input: JSON.stringify(payload), encoding: "utf8", env: environment, cwd: "/" });
}
const readEnv = (folder: string) => ({ hook_event_name: "PreToolUse", cwd: folder, tool_name: "Read", tool_input: { file_path: join(folder, ".env") } });

test("without a terminal and without --yes nothing is written; --dry-run shows the lines", async (context) => {
  const { run, write, read, home } = createPlace(context);
  write(".claude/settings.json", settings);
  const refused = await run("install");
  assert.deepEqual([refused.code, read(".claude/settings.json")], [2, settings]);
  assert.match(refused.stderr, /--yes/);
  const { code, stdout } = await run("install", "--dry-run");
  assert.equal(code, 0);
  assert.match(stdout, /^claude-code: .*settings\.json\n/);
  assert.match(stdout, /\+ .*onFailure/);
  assert.ok(!stdout.includes("model"), "lines that stay are not shown");
  assert.deepEqual([read(".claude/settings.json"), readdirSync(home)], [settings, [".claude"]]);
});

test("those that are used here are installed, once; status says so, and after remove the bytes are as they were", async (context) => {
  const { run, write, read, home } = createPlace(context);
  write(".claude/settings.json", settings);
  mkdirSync(join(home, ".copilot"));
  assert.equal((await run("status")).code, 1);
  const first = await run("install", "--yes");
  assert.equal(first.code, 0, first.stdout + first.stderr);
  const installed = read(".claude/settings.json");
  assert.ok(installed.includes("audit.sh") && installed.includes("// mine"));
  assert.match((await run("install", "--yes")).stdout, /claude-code: was installed already/);
  assert.equal(read(".claude/settings.json"), installed);
  const status = await run("status", "--json");
  assert.equal(status.code, 0, status.stdout);
  assert.deepEqual((JSON.parse(status.stdout) as { agents: readonly { assistant: string; state: string }[] }).agents.map(({ assistant, state }) => [assistant, state]), [["claude-code", "installed"], ["github-copilot", "installed"]]);
  assert.equal((await run("remove", "--yes")).code, 0);
  assert.equal(read(".claude/settings.json"), settings);
  assert.deepEqual(readdirSync(join(home, ".copilot")), []);
  assert.ok(!existsSync(join(home, ".local/state/gatelodge/bin")));
});

test("the hook as it is named answers, whatever environment and working folder it is started with", async (context) => {
  const { run, folder, home } = createPlace(context);
  writeFileSync(join(folder, ".env"), "API_KEY=heron\n");
  writeFileSync(join(folder, "evil.cjs"), "process.exit(0)");
  await run("install", "--agent", "claude-code", "--yes");
  for (const environment of [{}, { HOME: folder, NODE_OPTIONS: `--require ${join(folder, "evil.cjs")}`, PATH: folder, XDG_STATE_HOME: folder, NODE_PATH: folder }]) {
    const { stdout, stderr, status } = startHook(home, "PreToolUse", readEnv(folder), environment);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /"permissionDecision":"deny".*rule above-ceiling/);
  }
});

test("a hook that has lost its program refuses in the client's own words", async (context) => {
  const { run, folder, home } = createPlace(context);
  await run("install", "--agent", "claude-code", "--yes");
  const bin = join(home, ".local/state/gatelodge/bin");
  const version = readdirSync(bin).find((name) => name !== "gatelodge-hook") ?? "";
  writeFileSync(join(bin, version, "hook.cjs"), "process.exit(1)");
  const { stdout, status } = startHook(home, "PreToolUse", readEnv(folder));
  assert.deepEqual([status, (JSON.parse(stdout) as { hookSpecificOutput: { permissionDecision: string } }).hookSpecificOutput.permissionDecision], [0, "deny"]);
  const launcher = join(bin, "gatelodge-hook");
  writeFileSync(launcher, readFileSync(launcher, "utf8").replaceAll(/^(?:if test.*|try .*)$/gm, "try '/nowhere/node'"));
  assert.match(startHook(home, "UserPromptSubmit", {}).stdout, /"decision":"block"/);
});

test("drift is seen and repaired: an edited hook, a lost file, a lost launcher", async (context) => {
  const { run, write, read, home } = createPlace(context);
  write(".claude/settings.json", settings);
  await run("install", "--agent", "claude-code", "--yes");
  const good = read(".claude/settings.json");
  const state = async () => (JSON.parse((await run("status", "--json")).stdout) as { agents: readonly { state: string }[] }).agents[0]?.state;
  const damages: readonly (() => void)[] = [
    () => write(".claude/settings.json", good.replace(`"onFailure": "block"`, `"onFailure": "allow"`)),
    () => write(".claude/settings.json", settings),
    () => rmSync(join(home, ".claude/settings.json")),
    () => rmSync(join(home, ".local/state/gatelodge/bin/gatelodge-hook")),
    () => chmodSync(join(home, ".local/state/gatelodge/bin/gatelodge-hook"), 0o644),
  ];
  for (const damage of damages) {
    damage();
    assert.equal(await state(), "drifted");
    const repaired = await run("repair", "--yes");
    assert.equal(repaired.code, 0, repaired.stdout + repaired.stderr);
    assert.equal(await state(), "installed");
  }
  assert.equal((await run("remove", "--yes")).code, 0);
});

test("switches in the home and in a repository are named, and Codex waits for the person", async (context) => {
  const { run, folder, write } = createPlace(context);
  mkdirSync(join(folder, ".claude"));
  writeFileSync(join(folder, ".claude/settings.json"), `{ // fast\n "disableAllHooks": true }`);
  write(".codex/config.toml", `model = "x"\n[features]\nhooks = false # slow\n`);
  await run("install", "--agent", "claude-code,codex", "--yes");
  const { code, stdout } = await run("status");
  assert.equal(code, 1);
  assert.match(stdout, /claude-code: installed\n.*\n {2}switched off by .*shop\/\.claude\/settings\.json \(disableAllHooks: true\)/);
  assert.match(stdout, /codex: installed\n.*\n {2}switched off by .*config\.toml \(features\.hooks = false\)\n {2}waits for you: .*trust/);
});

test("another user's home; a broken file is left alone and named, the others are done", async (context) => {
  const { run, home, folder } = createPlace(context);
  const other = join(folder, "other");
  mkdirSync(join(other, ".claude"), { recursive: true });
  mkdirSync(join(other, ".codex"));
  writeFileSync(join(other, ".claude/settings.json"), "{ broken");
  const { code, stdout } = await run("install", "--home", other, "--yes");
  assert.equal(code, 2);
  assert.match(stdout, /claude-code: NOT done, it is no JSON object/);
  assert.match(stdout, /codex: installed/);
  assert.equal(readFileSync(join(other, ".claude/settings.json"), "utf8"), "{ broken");
  assert.match(readFileSync(join(other, ".codex/hooks.json"), "utf8"), new RegExp(`--home' '${other}`));
  assert.deepEqual(readdirSync(home), []);
});

test("a linked settings file stays a link", async (context) => {
  const { run, home, read, write } = createPlace(context);
  write("dotfiles/claude.json", settings);
  mkdirSync(join(home, ".claude"));
  symlinkSync(join(home, "dotfiles/claude.json"), join(home, ".claude/settings.json"));
  await run("install", "--yes");
  assert.match(read("dotfiles/claude.json"), /gatelodge-hook/);
  await run("remove", "--yes");
  assert.equal(read("dotfiles/claude.json"), settings);
});

test("what is written is for this user alone", async (context) => {
  const { run, home, write } = createPlace(context);
  write(".claude/settings.json", settings);
  await run("install", "--yes");
  const state = join(home, ".local/state/gatelodge");
  assert.equal(statSync(join(state, "changes")).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(join(state, "changes")).map((name) => statSync(join(state, "changes", name)).mode & 0o777), [0o600]);
});

test("wrong usage is one line and code 2", async (context) => {
  const { run } = createPlace(context);
  for (const args of [[], ["undo"], ["install", "--agent", "nobody"], ["install", "--scope", "all"], ["install", "--home", "x"], ["install", "--none"], ["install", "--scope", "managed", "--home", "/x"]]) {
    const { code, stdout, stderr } = await run(...args);
    assert.deepEqual([code, stdout, stderr.split("\n").length], [2, "", 2], `${args.join(" ")}: ${stderr}`);
  }
});

test("--deny fills the client's own list, --ignore-files the repository's; both go again with the hooks", async (context) => {
  const { run, folder, write, read } = createPlace(context);
  write(".claude/settings.json", settings);
  writeFileSync(join(folder, ".cursorignore"), "mine\n");
  const dry = await run("install", "--dry-run", "--deny", "--ignore-files");
  assert.match(dry.stdout, /Read\(\/\/\*\*\/\.env\)[^]*ignore files: [^]*\.cursorignore/);
  assert.deepEqual(readdirSync(folder), [".cursorignore"]);
  const done = await run("install", "--yes", "--deny", "--ignore-files");
  assert.equal(done.code, 0, done.stdout + done.stderr);
  assert.match(read(".claude/settings.json"), /"deny": \[[^]*"Read\(\/\/\*\*\/\.env\)"/);
  assert.match(readFileSync(join(folder, ".cursorignore"), "utf8"), /^mine\n\n# >>> gatelodge[^\n]*\n[^]*\n\.env\n[^]*!\*\.example\n/);
  assert.equal((await run("status")).code, 0);
  write(".claude/settings.json", read(".claude/settings.json").replace("// mine", "// theirs"));
  assert.equal((await run("remove", "--yes", "--ignore-files")).code, 0);
  assert.match(read(".claude/settings.json"), /theirs/);
  assert.doesNotMatch(read(".claude/settings.json"), /gatelodge|deny/);
  assert.deepEqual([readdirSync(folder), readFileSync(join(folder, ".cursorignore"), "utf8")], [[".cursorignore"], "mine\n"]);
});

test("admin render writes what every user gets, as it belongs below the root of a machine", async (context) => {
  const { folder, home } = createPlace(context);
  const render = (...args: readonly string[]) => runCommand(bundles.folder, { args: ["admin", "render", ...args], folder, home });
  const { code, stdout, stderr } = await render("--out", "linux", "--platform", "linux");
  assert.equal(code, 0, stderr);
  for (const file of ["etc/claude-code/managed-settings.d/50-gatelodge.json", "etc/claude-code/managed-settings.d/51-gatelodge-denies.json", "etc/codex/requirements.toml", "etc/github-copilot/policy.d/gatelodge.json", "etc/github-copilot/managed-settings.json", "etc/cursor/hooks.json", "etc/windsurf/hooks.json", "etc/augment/settings.json", "etc/vscode/policy.json", "usr/local/lib/gatelodge/bin/gatelodge-hook"]) assert.ok(stdout.split("\n").includes(file), `${file} in ${stdout}`);
  const hooks = readFileSync(join(folder, "linux/etc/claude-code/managed-settings.d/50-gatelodge.json"), "utf8");
  assert.match(hooks, /"\/usr\/local\/lib\/gatelodge\/bin\/gatelodge-hook"/);
  assert.doesNotMatch(hooks, /--home/);
  assert.ok(!hooks.includes(folder));
  assert.match(readFileSync(join(folder, "linux/etc/cursor/hooks.json"), "utf8"), /"failClosed": true/);
  assert.deepEqual(JSON.parse(readFileSync(join(folder, "linux/etc/vscode/policy.json"), "utf8")), { ChatEditorPreferCopilotHarness: true, ChatHooks: true });
  const windows = await render("--out", "windows", "--platform", "win32");
  assert.match(windows.stdout, /Program Files\/ClaudeCode\/managed-settings\.d\/50-gatelodge\.json/);
  assert.match(readFileSync(join(folder, "windows/Program Files/Gatelodge/bin/gatelodge-hook.cmd"), "utf8"), /"C:\\Program Files\\Gatelodge\\bin\\[0-9a-f]{12}\\hook\.cjs" %\*/);
  assert.match(windows.stdout, /ProgramData\/Cursor\/hooks\.json/);
  assert.match(readFileSync(join(folder, "windows/gatelodge-vscode.reg"), "utf8"), /^Windows Registry Editor[^]*Policies\\Microsoft\\VSCode\][^]*"ChatHooks"=dword:00000001\r\n/);
  await render("--out", "mac", "--platform", "darwin");
  assert.match(readFileSync(join(folder, "mac/gatelodge-vscode.mobileconfig"), "utf8"), /<key>ChatHooks<\/key><true\/>[^]*<string>com\.microsoft\.VSCode<\/string>/);
  const again = await render("--out", "linux");
  assert.equal(again.code, 2);
  assert.match(again.stderr, /not empty/);
});

test("admin render writes the machine file and what is pinned, and takes a token from a file only", async (context) => {
  const { folder, home, write } = createPlace(context);
  write(".config/gatelodge/policy.yaml", "version: 1\npin: { settings: [{ setting: chat.mcp.access, value: registry }] }\n");
  writeFileSync(join(folder, "enrolment.txt"), "token-for-the-first-wave\n");
  writeFileSync(join(folder, "allowed.txt"), "# ours\nmicrosoft\n");
  const render = (...args: readonly string[]) => runCommand(bundles.folder, { args: ["admin", "render", "--platform", "linux", ...args], folder, home });
  const organisation = ["--organisation", "northwind", "--endpoint", "https://gatelodge.northwind.example", "--root", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"];
  const { code, stdout, stderr } = await render("--out", "out", ...organisation, "--token-file", "enrolment.txt", "--allow-extensions", "allowed.txt");
  assert.equal(code, 0, stderr);
  for (const file of ["etc/gatelodge/managed.json", "devcontainer/devcontainer.json", "install-for-user.sh"]) assert.ok(stdout.split("\n").includes(file), file);
  const { organisation: named } = JSON.parse(readFileSync(join(folder, "out/etc/gatelodge/managed.json"), "utf8")) as { readonly organisation: Readonly<Record<string, unknown>> };
  assert.deepEqual([named["id"], named["enrolmentToken"]], ["northwind", "token-for-the-first-wave"]);
  assert.deepEqual(JSON.parse(readFileSync(join(folder, "out/etc/vscode/policy.json"), "utf8")), { AllowedExtensions: "{\"gatelodge.gatelodge\":true,\"microsoft\":true}", ChatEditorPreferCopilotHarness: true, ChatHooks: true, ChatMCP: "registry" });
  assert.match((await render("--out", "other", "--endpoint", "https://gatelodge.northwind.example")).stderr, /--organisation is missing/);
  assert.match((await render("--out", "other", "--organisation", "northwind")).stderr, /needs --endpoint and --root/);
});
