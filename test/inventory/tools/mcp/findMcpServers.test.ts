import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createToolHome } from "../toolHome.ts";

test("a server is one whatever the form its client writes it in", async () => {
  const { put, find } = createToolHome();
  put("home", ".claude.json", { mcpServers: { files: { command: "npx", args: ["-y", "@acme/files@1.2.3"] } }, projects: { "/shop": { mcpServers: { inner: { command: "node", args: ["s.js"] } } } } });
  put("home", ".codex/config.toml", '[mcp_servers.docs]\ncommand = "uvx"\nargs = ["docs-server==0.4.0"]\n');
  put("home", ".config/opencode/opencode.jsonc", '{ // mine\n "mcp": { "web": { "type": "local", "command": ["bunx", "web-server"], "enabled": false, }, }, }');
  put("home", ".config/goose/config.yaml", "extensions:\n  shell:\n    cmd: uvx\n    args: [shell-server]\n");
  put("home", ".config/Code/User/settings.json", { "mcp": { servers: { far: { url: "https://tools.example.com/mcp?key=x" } } } });
  put("root", "etc/claude-code/managed-mcp.json", { mcpServers: { company: { type: "http", url: "http://mcp.example.com/" } } });
  const found = await find("mcpServer");
  assert.deepEqual(found.map(({ name, assistant, id, version, evidence, risks }) => ({ name, assistant, id, version, evidence, risks })), [
    { name: "far", assistant: undefined, id: undefined, version: undefined, evidence: ["configured for VS Code", "is at tools.example.com: what it is asked leaves this machine"], risks: [] },
    { name: "files", assistant: "claude-code", id: "@acme/files", version: "1.2.3", evidence: ["configured for Claude Code", "starts npx", "runs @acme/files 1.2.3"], risks: [] },
    { name: "inner", assistant: "claude-code", id: undefined, version: undefined, evidence: ["configured for Claude Code", "starts node", "its code is on this disk"], risks: [] },
    { name: "company", assistant: "claude-code", id: undefined, version: undefined, evidence: ["configured for Claude Code", "is at mcp.example.com: what it is asked leaves this machine"], risks: ["is reached without encryption"] },
    { name: "docs", assistant: "codex", id: "docs-server", version: "0.4.0", evidence: ["configured for Codex", "starts uvx", "runs docs-server 0.4.0"], risks: [] },
    { name: "web", assistant: "opencode", id: "web-server", version: undefined, evidence: ["configured for opencode", "starts bunx", "runs web-server", "switched off"], risks: ["its version is not pinned: each start may bring other code"] },
    { name: "shell", assistant: "goose", id: "shell-server", version: undefined, evidence: ["configured for Goose", "starts uvx", "runs shell-server"], risks: ["its version is not pinned: each start may bring other code"] },
  ]);
});

test("a repository's server, its powers and the names of its secrets are named, and no value", async () => {
  const { put, find } = createToolHome();
  put("work", ".mcp.json", { mcpServers: { deploy: { command: "sh", args: ["-c", "npx -y deployer --key hunter2hunter2"], env: { DEPLOY_TOKEN: "hunter2hunter2", HOME_TOKEN: "${HOME_TOKEN}" }, alwaysAllow: ["run", "stop"] } } });
  put("work", ".cursor/mcp.json", { mcpServers: { all: { url: "http://localhost:3000/sse", headers: { Authorization: "Bearer hunter2hunter2" }, autoApprove: ["*"] } } });
  const found = await find("mcpServer");
  assert.deepEqual(found.map(({ risks }) => risks), [
    ["its version is not pinned: each start may bring other code", "started through a shell", "a secret stands in the file: DEPLOY_TOKEN", "2 of its tools are used without asking", "comes with the repository"],
    ["a secret stands in the file: Authorization", "all its tools are used without asking", "comes with the repository"],
  ]);
  assert.ok(!JSON.stringify(found).includes("hunter2"));
});

test("each editor and profile has its own", async () => {
  const { put, find } = createToolHome("darwin");
  put("home", "Library/Application Support/Cursor/User/mcp.json", { servers: { one: { command: "x" } } });
  put("home", "Library/Application Support/Cursor/User/profiles/a/mcp.json", { servers: { two: { command: "y" } } });
  put("home", "Library/Application Support/Claude/claude_desktop_config.json", { mcpServers: { three: { command: "z" } } });
  assert.deepEqual((await find("mcpServer")).map(({ name, place }) => [name, place]), [
    ["one", "~/Library/Application Support/Cursor/User/mcp.json"], ["two", "~/Library/Application Support/Cursor/User/profiles/a/mcp.json"], ["three", "~/Library/Application Support/Claude/claude_desktop_config.json"],
  ]);
});

test("what cannot be read is a finding: broken text, nesting without end, a link to somewhere else", async () => {
  const { put, find, home, work } = createToolHome();
  put("work", ".mcp.json", '{"mcpServers": {"half": {"command": "x"');
  put("work", ".vscode/mcp.json", "[".repeat(500_000));
  put("work", ".codex/config.toml", "a = [[[");
  put("work", ".continue/mcpServers/x.yaml", `a: &a [x]\nb: &b [${"*a,".repeat(99)}]\nc: [${"*b,".repeat(99)}]`);
  put("home", "key", '{"mcpServers": {"stolen": {"command": "x"}}}');
  symlinkSync(join(home, "key"), join(work, "crush.json"));
  const places = (await find("unreadable")).map(({ place, risks }) => [place.slice(work.length + 1), risks[0]]);
  assert.deepEqual(places, [
    [".vscode/mcp.json", "it is no valid JSON"], [".mcp.json", "it is no valid JSON"], [".codex/config.toml", "it is no valid TOML"],
    [".continue/mcpServers/x.yaml", "it is no valid YAML"], ["crush.json", "it is a link that leads out of its place"],
  ]);
  put("work", ".cursor/mcp.json", `{"mcpServers":{"deep":{"command":"x","env":{"A":${"[".repeat(9999)}${"]".repeat(9999)}}}}}`);
  assert.deepEqual((await find("mcpServer")).map(({ name }) => name), ["half", "deep"]);
});
