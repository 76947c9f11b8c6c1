import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync, existsSync, chmodSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { pinnableSettings, type PinValue } from "../../../src/core/policy/pinnable.ts";
import { createPinnedFiles } from "../../../src/node/pins/pinnedFiles.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const pin = (assistant: string, setting: string, value: PinValue) => ({ ...pinnableSettings.find((each) => each.assistant === assistant && each.setting === setting)!, value, origin: { source: "organisation" as const } });
const claude = ".claude/settings.json";
const codex = ".codex/config.toml";
const all = [pin("claude-code", "permissions.defaultMode", "default"), pin("claude-code", "permissions.disableBypassPermissionsMode", "disable"), pin("codex", "sandbox_mode", "workspace-write"), pin("codex", "approval_policy", "on-request")];

function withHome(context: TestContext, files: Readonly<Record<string, string>>) {
  const home = temporaryFolder(context);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text);
  }
  const pinned = createPinnedFiles({ home, folder: join(home, "state") });
  return { ...pinned, read: (file: string) => readFileSync(join(home, file), "utf8"), write: (file: string, text: string) => writeFileSync(join(home, file), text), home, states: () => pinned.look(all).map(({ pin: { setting }, state }) => [setting, state]) };
}

const loose = {
  [claude]: "{\r\n\t// mine\r\n\t\"permissions\": { \"defaultMode\" : \"bypassPermissions\", \"allow\": [] },\r\n}\r\n",
  [codex]: "# mine\nmodel = \"o5\"\nsandbox_mode = 'danger-full-access' # all of it\n\n[projects.\"/w\"]\nsandbox_mode = \"x\"\n",
};

test("what is looser is set, in the assistant's own file and nothing else of it, and undone byte for byte", (context) => {
  const { look, restore, undo, read, states } = withHome(context, loose);
  assert.deepEqual(states(), [["permissions.defaultMode", "drifted"], ["permissions.disableBypassPermissionsMode", "drifted"], ["sandbox_mode", "drifted"], ["approval_policy", "kept"]]);
  assert.equal(restore(look(all)).size, 0);
  assert.ok(states().every(([, state]) => state === "kept"));
  assert.equal(read(codex), loose[codex].replace("'danger-full-access'", "\"workspace-write\""));
  assert.match(read(claude), /\/\/ mine\r\n\t"permissions": \{ "defaultMode" : "default", "allow": \[\]/);
  undo();
  for (const [file, text] of Object.entries(loose)) assert.equal(read(file), text);
});

test("what somebody else writes meanwhile stays when ours goes", (context) => {
  const { look, restore, undo, read, write } = withHome(context, loose);
  restore(look(all));
  write(codex, `${read(codex)}\n[mcp_servers.x]\ncommand = "y"\n`);
  write(claude, read(claude).replace("\"allow\": []", "\"allow\": [\"Read\"]"));
  undo();
  assert.equal(read(codex), `${loose[codex]}\n[mcp_servers.x]\ncommand = "y"\n`);
  // An object that stood on one line has gaps now where another setting came and went.
  const squeezed = (text: string) => text.replaceAll(/\s/g, "");
  assert.equal(squeezed(read(claude)), squeezed(loose[claude].replace("\"allow\": []", "\"allow\": [\"Read\"]")));
});

test("a setting that drifts again is set again, and what comes back is the last that was not ours", (context) => {
  const { look, restore, undo, read, write } = withHome(context, { [codex]: "" });
  write(codex, "approval_policy = \"never\"\n");
  restore(look(all));
  write(codex, read(codex).replace("on-request", "on-failure"));
  restore(look(all));
  assert.equal(read(codex), "approval_policy = \"on-request\"\n");
  undo();
  assert.equal(read(codex), "approval_policy = \"on-failure\"\n");
});

test("an assistant that is not used gets no file, one that is used and says nothing gets one that goes again", (context) => {
  const { look, restore, undo, home } = withHome(context, { ".claude/history.jsonl": "" });
  assert.deepEqual(look(all).map(({ file }) => file), [join(home, claude), join(home, claude)]);
  restore(look(all));
  assert.ok(existsSync(join(home, claude)) && !existsSync(join(home, ".codex")));
  undo();
  assert.ok(!existsSync(join(home, claude)));
});

test("what cannot be read is nobody's to set, and what cannot be written is said", (context) => {
  const { look, restore, states, read, home } = withHome(context, { ...loose, [claude]: "{ not JSON" });
  assert.deepEqual(states().map(([, state]) => state), ["unclear", "unclear", "drifted", "kept"]);
  chmodSync(join(home, codex), 0o444);
  assert.deepEqual([...restore(look(all)).values()], ["it is read-only"]);
  assert.deepEqual([read(claude), read(codex)], ["{ not JSON", loose[codex]]);
});

test("a key that only looks like one, in a text of several lines, is not touched", (context) => {
  const text = "note = \"\"\"\nsandbox_mode = 'x'\n\"\"\"\nsandbox_mode = \"danger-full-access\"\n";
  const { look, restore, read } = withHome(context, { [codex]: text });
  assert.deepEqual([...restore(look(all)).values()], ["its settings cannot be told apart; set them by hand"]);
  assert.equal(read(codex), text);
});
