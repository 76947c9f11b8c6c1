/** Hooks in homes as people have them, written and taken out again. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { createAgentSetup, type AgentFile, type AgentPlaces, type Scope } from "../../../src/node/agents/agentSetup.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

function createPlace(context: TestContext, { scope = "user", shipped = ["hook.cjs", "opencodePlugin.mjs"] }: { readonly scope?: Scope; readonly shipped?: readonly string[] } = {}) {
  const root = temporaryFolder(context);
  const [home, dist] = [join(root, "home"), join(root, "dist")];
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  mkdirSync(dist);
  for (const name of shipped) writeFileSync(join(dist, name), `const commands = JSON.parse("%GATELODGE_COMMANDS%");\n`);
  const setup = createAgentSetup({ scope, home, platform: "linux", state: join(root, "state"), machineFile: join(root, "managed.json"), dist, runtimes: () => [{ program: process.execPath, editor: false }], root });
  return { root, home, write, read: (path: string) => readFileSync(join(home, path), "utf8"), setup, of: (id: string) => setup.files.filter(({ assistant }) => assistant.id === id) };
}

/** As it is opened the next time: files that came meanwhile are seen. */
const createPlaceAgain = (home: string) => createAgentSetup({ scope: "user", home, platform: "linux", state: join(home, "../state"), machineFile: join(home, "../managed.json"), dist: join(home, "../dist"), runtimes: () => [{ program: process.execPath, editor: false }] });

const changes = (done: readonly { readonly change: unknown }[]) => done.map(({ change }) => change);
const listed = (folder: string) => (existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort() : []);

const settings = `{\n  // mine\n  "ui": { "theme": "dark" },\n  "hooks": { "AfterTool": [{ "hooks": [{ "type": "command", "command": "audit.sh" }] }], "PostToolUse": [] }\n}\n`;
const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gemini: { ".gemini/settings.json": settings },
  "qwen-code": { ".qwen/settings.json": settings },
  opencode: { ".config/opencode/opencode.json": "{}\n", ".config/opencode/plugins/mine.js": "export const Mine = async () => ({});\n" },
  cline: { ".cline/hooks/TaskStart": "#!/bin/sh\necho '{}'\n" },
  cursor: { ".cursor/hooks.json": `{\n  // mine\n  "version": 1,\n  "hooks": { "beforeShellExecution": [{ "command": "audit.sh" }], "stop": [{ "command": "audit.sh" }] },\n}\n` },
  windsurf: { ".codeium/windsurf/hooks.json": `{\n\t// mine\n\t"hooks": {\n\t\t"pre_run_command": [{ "command": "audit.sh", "show_output": false }]\n\t}\n}\n` },
  devin: { ".config/devin/config.json": settings.replace("AfterTool", "PreToolUse") },
  "vscode-local": { ".config/Code/User/settings.json": `{ "chat.useHooks": true }\n` },
  droid: { ".factory/settings.json": settings.replace("AfterTool", "PreToolUse") },
  augment: { ".augment/settings.json": settings.replace("AfterTool", "PreToolUse") },
  kiro: { ".kiro/hooks/mine.json": `{ "version": "v1", "hooks": [] }\n` },
  antigravity: { ".gemini/config/hooks.json": `{\n  "hooks-of-mine": {\n    "PreToolUse": [{ "matcher": "run_command", "hooks": [{ "type": "command", "command": "audit.sh" }] }]\n  }\n}\n` },
  "grok-cli": { ".grok/hooks/mine.json": "{}\n" },
  junie: { ".junie/config.json": settings.replace("AfterTool", "SessionStart") },
  "kilo-code": { ".config/kilo/plugins/mine.js": "export const Mine = async () => ({});\n" },
  qoder: { ".qoder/settings.json": settings.replace("AfterTool", "PreToolUse") },
};

for (const [id, own] of Object.entries(files)) {
  test(`${id}: found, installed once, and every byte as it was after removal`, (context) => {
    const { home, write, read, setup, of } = createPlace(context);
    for (const [path, text] of Object.entries(own)) write(path, text);
    const before = listed(home);
    assert.deepEqual(setup.found(), [id]);
    assert.deepEqual(new Set(changes(setup.install(of(id)))), new Set(["written"]));
    assert.deepEqual(new Set(changes(setup.install(of(id)))), new Set(["unchanged"]));
    for (const file of of(id)) {
      assert.equal(setup.status(file).state, "installed");
      assert.match(readFileSync(file.file, "utf8"), /gatelodge-hook/);
    }
    for (const event of of(id)[0]?.assistant.dialect?.events ?? []) {
      const call = of(id).map(({ file, named }) => named(readFileSync(file, "utf8"), event, file)).find((each) => each !== undefined);
      const words = call === undefined ? [] : "line" in call ? call.line.replaceAll("'", "").split(" ") : [call.program, ...call.args];
      assert.ok(id === "cline" ? words[0]?.endsWith(`/${event}`) : words[0] === setup.launcher.file && words.join(" ").includes(`--assistant ${id} --event ${event} `), `${event}: ${words.join(" ")}`);
    }
    for (const [path, text] of Object.entries(own)) for (const mine of ["// mine", "audit.sh"]) assert.ok(!text.includes(mine) || read(path).includes(mine), `${path} has lost ${mine}`);
    // Changed since by somebody else: what is theirs stays, and nothing of ours.
    for (const { file, all } of of(id)) {
      const out = all.takeOut(readFileSync(file, "utf8"));
      assert.ok("text" in out && !out.text.includes("gatelodge"), JSON.stringify(out));
    }
    setup.remove(of(id));
    assert.deepEqual(listed(home), before);
    for (const [path, text] of Object.entries(own)) assert.equal(read(path), text);
    assert.ok(!existsSync(dirname(setup.launcher.file)), "the program goes with the last hook");
  });
}

test("Droid: hooks go where it reads them, and a file that takes their place is said", (context) => {
  const { home, write, read, setup, of } = createPlace(context);
  write(".factory/settings.json", "{}\n");
  setup.install(of("droid"));
  assert.deepEqual(of("droid").map(({ file }) => file), [join(home, ".factory/settings.json")]);
  write(".factory/hooks.json", `{\n  // mine\n  "PreToolUse": [{ "matcher": "Execute", "hooks": [{ "type": "command", "command": "audit.sh" }] }]\n}\n`);
  const [settingsFile] = of("droid") as [AgentFile];
  assert.match(JSON.stringify(setup.status(settingsFile).switchedOff), /in the place of those/);
  const later = createPlaceAgain(home);
  const both = later.files.filter(({ assistant }) => assistant.id === "droid");
  assert.deepEqual(changes(later.install(both)), ["written", "unchanged"]);
  assert.match(read(".factory/hooks.json"), /\/\/ mine[^]*audit\.sh[^]*gatelodge-hook/);
  assert.deepEqual(later.status(both[0] as AgentFile).switchedOff, []);
  later.remove(both);
  assert.doesNotMatch(read(".factory/hooks.json") + read(".factory/settings.json"), /gatelodge/);
});

test("Antigravity reads plain JSON only: a file with a comment is named, and left", (context) => {
  const { write, read, setup, of } = createPlace(context);
  const text = `{\n  // mine\n  "audit": {}\n}\n`;
  write(".gemini/config/hooks.json", text);
  assert.match(JSON.stringify(changes(setup.install(of("antigravity")))), /no plain JSON/);
  assert.equal(read(".gemini/config/hooks.json"), text);
});

test("a hook that is off is not there: Kiro's by its flag, Antigravity's by that of its group", (context) => {
  const { read, write, setup, of } = createPlace(context);
  for (const id of ["kiro", "antigravity"]) setup.install(of(id));
  const [kiro] = of("kiro") as [AgentFile];
  assert.ok(kiro.named(read(".kiro/hooks/gatelodge.json"), "PreToolUse", kiro.file));
  write(".kiro/hooks/gatelodge.json", read(".kiro/hooks/gatelodge.json").replaceAll('"enabled": true', '"enabled": false'));
  assert.deepEqual([kiro.named(read(".kiro/hooks/gatelodge.json"), "PreToolUse", kiro.file), setup.status(kiro).state], [undefined, "drifted"]);
  write(".gemini/config/hooks.json", read(".gemini/config/hooks.json").replace('"gatelodge": {', '"gatelodge": { "enabled": false,'));
  assert.match(JSON.stringify(of("antigravity").flatMap((file) => setup.status(file).switchedOff)), /gatelodge\.enabled: false/);
});

test("a plugin that somebody has edited is drifted, repaired, and gone after removal", (context) => {
  const { home, write, setup, of } = createPlace(context);
  setup.install(of("opencode"));
  const [file] = of("opencode") as [AgentFile];
  writeFileSync(file.file, readFileSync(file.file, "utf8").replace("JSON.parse", "void"));
  assert.equal(setup.status(file).state, "drifted");
  setup.install([file]);
  assert.equal(setup.status(file).state, "installed");
  write(".config/opencode/plugins/mine.js", "");
  setup.remove([file]);
  assert.deepEqual(listed(join(home, ".config/opencode/plugins")), ["mine.js"]);
});

test("a plugin that is not shipped is said", (context) => {
  const { setup, of } = createPlace(context, { shipped: ["hook.cjs"] });
  assert.match(JSON.stringify(changes(setup.install(of("opencode")))), /not shipped/);
});

test("Cline starts its hooks itself: they are executable, and one that is not is drifted and repaired", (context) => {
  const { setup, of } = createPlace(context);
  setup.install(of("cline"));
  for (const { file } of of("cline")) assert.equal(statSync(file).mode & 0o777, 0o755);
  const before = of("cline").find(({ file }) => file.endsWith("PreToolUse"));
  assert.ok(before);
  chmodSync(before.file, 0o644);
  assert.equal(setup.status(before).state, "drifted");
  assert.deepEqual(changes(setup.install([before])), ["written"]);
  assert.equal(setup.status(before).state, "installed");
});

test("Cline runs one hook for an event: somebody else's stays, and is named", (context) => {
  const { write, read, setup, of } = createPlace(context);
  write(".cline/hooks/PreToolUse", "#!/bin/sh\nmine\n");
  const done = setup.install(of("cline"));
  assert.match(JSON.stringify(done.find(({ file }) => file.file.endsWith("PreToolUse"))?.change), /somebody else's/);
  assert.equal(read(".cline/hooks/PreToolUse"), "#!/bin/sh\nmine\n");
});

test("an administrator's hooks are pinned on; a file that says otherwise is left for a person", (context) => {
  const { setup, of } = createPlace(context, { scope: "managed" });
  for (const [id, pin] of [["gemini", /"hooksConfig": \{\s*"enabled": true/], ["qwen-code", /"disableAllHooks": false/]] as const) {
    const [file] = of(id) as [AgentFile];
    assert.deepEqual(changes(setup.install([file])), ["written"]);
    assert.match(readFileSync(file.file, "utf8"), pin);
    setup.remove([file]);
    mkdirSync(dirname(file.file), { recursive: true });
    writeFileSync(file.file, `{"hooksConfig":{"enabled":false}}`);
    assert.match(JSON.stringify(changes(setup.install([file]))), /hooksConfig of its own/);
    assert.equal(readFileSync(file.file, "utf8"), `{"hooksConfig":{"enabled":false}}`);
  }
});

test("what switches hooks off is found, in a repository and in files of environment", (context) => {
  const { root, setup, of } = createPlace(context);
  const repository = join(root, "shop");
  const found = (id: string, path: string, text: string) => {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
    const switches = of(id).slice(0, 1).flatMap((file) => setup.status(file, repository).switchedOff.map(({ what }) => what));
    writeFileSync(join(repository, path), "");
    return switches;
  };
  assert.deepEqual(found("gemini", ".gemini/settings.json", `{ "hooksConfig": { "enabled": false } }`), ["hooksConfig.enabled: false"]);
  assert.deepEqual(found("gemini", ".gemini/settings.json", `{ "hooksConfig": { "disabled": ["'/home/dev/gatelodge-hook' '--assistant'"] } }`), ["hooksConfig.disabled: a hook of Gatelodge"]);
  assert.deepEqual(found("gemini", ".gemini/settings.json", `{ "hooksConfig": { "enabled": true, "disabled": ["audit"] } }`), []);
  assert.deepEqual(found("gemini", ".env", "API_KEY=x\nexport GEMINI_CLI_SYSTEM_SETTINGS_PATH=/none\n"), ["env: GEMINI_CLI_SYSTEM_SETTINGS_PATH"]);
  assert.deepEqual(found("qwen-code", ".qwen/.env", "LD_PRELOAD = /x.so\n"), ["env: LD_PRELOAD"]);
  assert.deepEqual(found("qwen-code", ".env", "PATH=/x\n# LD_PRELOAD=x\nENV=production\nNODE_OPTIONS=--max-old-space-size=4096\n"), [], "everyday names");
  assert.deepEqual(found("qwen-code", ".qwen/settings.json", `{ "disableAllHooks": true }`), ["disableAllHooks: true"]);
});

test("names that a client denies in another file are put there, seen, and taken out with the hooks", (context) => {
  const { root, home, write, read } = createPlace(context);
  write(".config/opencode/opencode.json", `{\n  // mine\n  "model": "x"\n}\n`);
  const open = (denied?: AgentPlaces["denied"]) => createAgentSetup({ scope: "user", home, platform: "linux", state: join(root, "state"), machineFile: join(root, "managed.json"), dist: join(root, "dist"), runtimes: () => [{ program: process.execPath, editor: false }], ...(denied === undefined ? {} : { denied }) });
  const globs = ["**/.env", "*.pem"];
  const asked = open({ globs, put: true });
  const of = (setup: typeof asked) => setup.files.filter(({ assistant }) => ["opencode", "gemini"].includes(assistant.id));
  assert.deepEqual(changes(asked.install(of(asked))), ["written", "written", "written", "written"]);
  assert.match(read(".config/opencode/opencode.json"), /"\*\/\.env": "deny"/);
  const pattern = /argsPattern = (".*pem.*")/.exec(read(".gemini/policies/gatelodge-names.toml"))?.[1] ?? "";
  const denies = new RegExp(JSON.parse(pattern) as string);
  for (const [path, denied] of [["server.pem", true], ["/shop/keys/server.pem", true], ["server.pem.md", false], ["pem", false]] as const) assert.equal(denies.test(JSON.stringify({ file_path: path })), denied, path);
  const later = open({ globs, put: false });
  assert.deepEqual(of(later).map((file) => later.status(file).state), ["installed", "installed", "installed", "installed"]);
  assert.ok(of(open({ globs: [".key"], put: false })).some((file) => open({ globs: [".key"], put: false }).status(file).state === "drifted"), "another policy is drift");
  const last = open();
  last.remove(of(last));
  assert.equal(read(".config/opencode/opencode.json"), `{\n  // mine\n  "model": "x"\n}\n`);
  assert.deepEqual(listed(join(home, ".gemini")), []);
  assert.ok(!existsSync(dirname(last.launcher.file)));
});

test("Gemini CLI's hooks have names that another installation has not, and keep them", (context) => {
  const names = (place: ReturnType<typeof createPlace>) => {
    place.setup.install(place.of("gemini"));
    return place.read(".gemini/settings.json").match(/"name": "(.*)"/g) ?? [];
  };
  const [one, other] = [createPlace(context), createPlace(context)];
  const found = names(one);
  assert.equal(found.length, 4);
  assert.deepEqual(names(one), found);
  assert.ok(names(other).every((name) => !found.includes(name)));
});
