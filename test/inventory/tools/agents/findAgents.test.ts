import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createToolHome } from "../toolHome.ts";

const npm = ".local/lib/node_modules";

test("an agent is known by its package, whatever the registry", async () => {
  const { put, find } = createToolHome();
  put("home", `${npm}/@anthropic-ai/claude-code/package.json`, { name: "@anthropic-ai/claude-code", version: "2.1.0" });
  put("home", `${npm}/left-pad/package.json`, { name: "left-pad" });
  put("home", ".local/share/pipx/venvs/aider-chat/lib/python3.12/site-packages/aider_chat-0.86.1.dist-info/METADATA", "");
  put("home", ".nvm/versions/node/v24.1.0/lib/node_modules/@openai/codex/package.json", { name: "@openai/codex", version: "0.9.0" });
  assert.deepEqual((await find("agent")).map(({ name, id, assistant, registry, version, risks }) => [name, id, assistant, registry, version, risks.length]), [
    ["Claude Code", "@anthropic-ai/claude-code", "claude-code", "npm", "2.1.0", 0],
    ["OpenAI Codex", "@openai/codex", "codex", "npm", "0.9.0", 0],
    ["Aider", "aider-chat", "aider", "pypi", "0.86.1", 0],
  ]);
});

test("packages that are called like an agent and are another's are flagged, and are not that assistant", async () => {
  const { put, find } = createToolHome();
  for (const name of ["cursor-agent", "claude-code", "@antropic/claude-cod", "goose", "codexx"]) put("home", `${npm}/${name}/package.json`, { name, version: "1.0.0" });
  put("home", `${npm}/@openai/codex/package.json`, { name: "evil-codex", version: "1.0.0" });
  put("home", ".local/lib/python3.12/site-packages/claude_code-1.0.0.dist-info/METADATA", "");
  assert.deepEqual((await find("agent")).map(({ name, id, assistant, risks }) => [name, id, assistant, risks]), [
    ["@antropic/claude-cod", "@antropic/claude-cod", undefined, ["look-alike: Claude Code is published as @anthropic-ai/claude-code, this package is another's"]],
    ["OpenAI Codex", "evil-codex", undefined, ["installed under the name @openai/codex, but calls itself otherwise"]],
    ["claude-code", "claude-code", undefined, ["look-alike: Claude Code is published as @anthropic-ai/claude-code, this package is another's"]],
    ["cursor-agent", "cursor-agent", undefined, ["look-alike: Cursor is in no registry we know, this package is another's"]],
    ["claude-code", "claude-code", undefined, ["look-alike: Claude Code is published as @anthropic-ai/claude-code, this package is another's"]],
  ]);
});

test("what starts under an agent's name is told from its package", async () => {
  const { put, find, home } = createToolHome();
  put("home", `${npm}/@anthropic-ai/claude-code/cli.js`, "");
  put("home", `${npm}/@anthropic-ai/claude-code/package.json`, { name: "@anthropic-ai/claude-code" });
  put("home", `${npm}/shady/bin.js`, "");
  mkdirSync(join(home, ".local/bin"));
  symlinkSync(join(home, npm, "@anthropic-ai/claude-code/cli.js"), join(home, ".local/bin/claude"));
  symlinkSync(join(home, npm, "shady/bin.js"), join(home, ".local/bin/codex"));
  put("home", ".local/bin/opencode", "");
  put("home", ".local/bin/q", "");
  assert.deepEqual((await find("agent")).map(({ name, assistant, id, risks }) => [name, assistant, id, risks]), [
    ["Claude Code", "claude-code", "@anthropic-ai/claude-code", []],
    ["OpenAI Codex", undefined, "shady", ["the program codex is of the package shady, which is not OpenAI Codex's"]],
    ["opencode", "opencode", undefined, []],
  ]);
});

test("a program of an agent's package elsewhere is that agent, also where it lies in the package for this system", async () => {
  const { put, find, home, places } = createToolHome();
  put("home", "clients/node_modules/cline/package.json", { name: "cline", version: "3.0.65", optionalDependencies: { "@cline/cli-linux-x64": "3.0.65" } });
  put("home", "clients/node_modules/@cline/cli-linux-x64/bin/cline", "");
  put("home", "clients/node_modules/@qwen-code/qwen-code/package.json", { name: "@qwen-code/qwen-code", version: "0.24.4" });
  put("home", "clients/node_modules/@qwen-code/qwen-code/cli.js", "");
  put("home", "clients/node_modules/.bin/goose", "");
  symlinkSync("../@cline/cli-linux-x64/bin/cline", join(home, "clients/node_modules/.bin/cline"));
  symlinkSync("../@qwen-code/qwen-code/cli.js", join(home, "clients/node_modules/.bin/qwen"));
  Object.assign(places, { programFolders: [join(home, "clients/node_modules/.bin")] });
  assert.deepEqual((await find("agent")).map(({ assistant, id, version, risks }) => [assistant, id, version, risks]), [["cline", "cline", "3.0.65", []], ["qwen-code", "@qwen-code/qwen-code", "0.24.4", []]]);
});

test("a program that goes before the installed package is flagged", async () => {
  const { put, find } = createToolHome();
  put("home", `${npm}/@anthropic-ai/claude-code/package.json`, { name: "@anthropic-ai/claude-code" });
  put("home", ".local/bin/claude", "#!/bin/sh");
  assert.deepEqual((await find("agent")).map(({ place, risks }) => [place, risks]), [[`~/${npm}/@anthropic-ai/claude-code`, []], ["~/.local/bin/claude", ["is started in place of the package of Claude Code that is installed too"]]]);
});
