import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate } from "../../src/core/evaluate.ts";
import type { Channel, Request } from "../../src/core/request.ts";
import { createForbids } from "../../src/core/selfProtection.ts";
import { layer, merged } from "../support/policies.ts";

const forbids = createForbids({ closed: ["/home/m/.local/state/gatelodge", "/home/m/.config/gatelodge"], programs: ["/opt/gatelodge/dist"] });
const request = (channel: Channel, absolute: string, action?: Request["action"]): Request => ({
  channel, destination: { assistant: "codex", kind: "cloud" }, able: ["allow", "block"], path: { absolute, aliases: [], resolved: true }, ...(action === undefined ? {} : { action }),
});
const isForbidden = (...words: Parameters<typeof request>) => forbids(request(...words)) !== undefined;

test("our own files are neither read nor written", () => {
  for (const channel of ["fileRead", "fileWrite", "shell", "search"] as const) assert.ok(isForbidden(channel, "/home/m/.local/state/gatelodge/ledger.jsonl"), channel);
  assert.ok(isForbidden("fileRead", "/Home/M/.config/Gatelodge/policy.yaml"));
  assert.ok(!isForbidden("fileRead", "/home/m/.config/gatelodges/x"));
});

test("files that configure hooks, and our programs, are read but not written", () => {
  for (const path of ["/home/m/.claude/settings.json", "/shop/.claude/settings.local.json", "/home/m/.copilot/hooks/guard.json", "/shop/.github/hooks/x.json", "/home/m/.codex/config.toml", "/etc/codex/requirements.toml", "/shop/gatelodge.yaml", "/home/m/.gemini/settings.json", "/home/m/.qwen/settings.json", "/home/m/.cline/hooks/PreToolUse", "/home/m/.config/opencode/plugins/gatelodge.js", "/shop/.opencode/opencode.json", "/shop/.windsurf/hooks.json", "/shop/.devin/hooks.v1.json", "/home/m/.kiro/agents/dev.json", "/shop/.augment/settings.local.json", "/opt/gatelodge/dist/hook.cjs", "C:\\Users\\m\\.claude\\settings.json"]) {
    assert.ok(isForbidden("fileWrite", path), path);
    assert.ok(!isForbidden("fileRead", path), path);
  }
  assert.ok(!isForbidden("fileWrite", "/shop/src/settings.json"));
  assert.ok(!isForbidden("fileWrite", "/shop/mygatelodge.yaml"));
});

test("a folder that holds them is not removed, but may be written in", () => {
  assert.ok(isForbidden("fileWrite", "/home/m", "removes"));
  assert.ok(isForbidden("fileWrite", "/home/m/.claude", "removes"));
  assert.ok(!isForbidden("fileWrite", "/home/m"));
  for (const folder of ["/shop/.github", "/shop/.github/hooks", "/home/m/.config/opencode", "/home/m/.codeium/windsurf", "/etc/codex", "/home/m/documents/cline/hooks"]) assert.ok(isForbidden("fileWrite", folder, "removes"), folder);
  for (const folder of ["/shop/dist", "/home/m/documents", "/shop/docs/hooks", "/shop/cursor"]) assert.ok(!isForbidden("fileWrite", folder, "removes"), folder);
});

test("it holds in monitor mode, and no grant softens it", () => {
  const { policy } = merged(layer("machine", { mode: "monitor" }));
  const asked = request("fileWrite", "/home/m/.claude/settings.json");
  const grant = { id: "g", rules: ["*"], until: 2000, once: true };
  const forbidden = forbids(asked);
  assert.ok(forbidden !== undefined);
  const decision = evaluate(policy, asked, { now: 1000, classification: { label: "internal", matched: [] }, findings: [], grants: [grant], pathMatches: () => true, forbidden });
  assert.deepEqual([decision.effect, decision.enforced, decision.rule], ["block", "block", "self-protection"]);
});
