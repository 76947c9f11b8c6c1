import assert from "node:assert/strict";
import { test } from "node:test";
import { mergePolicies, type Layer } from "../../../src/core/policy/mergePolicies.ts";
import { pinnableSettings } from "../../../src/core/policy/pinnable.ts";
import { keepsPin } from "../../../src/core/policy/pins.ts";
import type { PinSection } from "../../../src/core/policy/policyDocument.ts";

const layer = (source: Layer["source"], pin: PinSection, more: Partial<Layer> = {}): Layer => ({ source, document: { version: 1, pin }, ...more });
const pinsOf = (...layers: readonly Layer[]) => mergePolicies(layers).policy.pins;
const valuesOf = (...layers: readonly Layer[]) => pinsOf(...layers).settings.map(({ setting, value }) => [setting, value]);
const sandbox = (value: string): PinSection => ({ settings: [{ assistant: "codex", setting: "sandbox_mode", value }] });
const pinned = (setting: string, value: string | boolean) => ({ ...pinnableSettings.find((each) => each.setting === setting)!, value });

test("of two layers' values for a setting the stricter holds, whoever says it", () => {
  for (const [organisation, user] of [["read-only", "workspace-write"], ["workspace-write", "read-only"]] as const) assert.deepEqual(valuesOf(layer("organisation", sandbox(organisation)), layer("user", sandbox(user))), [["sandbox_mode", "read-only"]]);
});

test("no policy pins a setting or a value that is not in our list: it is ignored and told, and the rest holds", () => {
  const { policy, ignored } = mergePolicies([layer("organisation", { settings: [
    { setting: "terminal.integrated.defaultProfile.linux", value: "sh" }, { setting: "chat.tools.global.autoApprove", value: true }, { assistant: "codex", setting: "sandbox_mode", value: "danger-full-access" }, { setting: "chat.useHooks", value: true },
  ] })]);
  assert.deepEqual(policy.pins.settings.map(({ setting }) => setting), ["chat.useHooks"]);
  assert.deepEqual(ignored.map(({ path }) => path.slice(0, 3)), [["pin", "settings", 0], ["pin", "settings", 1], ["pin", "settings", 2]]);
});

test("a repository pins nothing in a person's settings", () => {
  const { policy, ignored } = mergePolicies([layer("repository", sandbox("read-only"), { root: "/w" })]);
  assert.deepEqual([policy.pins.settings, ignored.length], [[], 1]);
});

test("who comes below may have more restored, not less", () => {
  assert.equal(pinsOf(layer("organisation", { restore: "always" }), layer("user", { restore: "show" })).restore, "always");
  assert.equal(pinsOf(layer("organisation", { restore: "show" }), layer("user", { restore: "always" })).restore, "always");
  assert.equal(pinsOf(layer("organisation", { restore: "show" })).restore, "show");
  assert.equal(pinsOf().restore, "ask");
});

test("what is stricter than pinned is let alone, what is looser or unknown is not", () => {
  const mode = pinned("permissions.defaultMode", "default");
  for (const [found, kept] of [["plan", true], ["default", true], ["acceptEdits", false], ["bypassPermissions", false], [7, false], [undefined, true], [null, true]] as const) assert.equal(keepsPin(mode, found), kept, String(found));
  assert.equal(keepsPin(pinned("chat.agent.sandbox.enabled", "on"), undefined), false, "its default is looser");
});

test("no pin of the list is kept by what is looser where nothing is said", () => {
  for (const { setting, values, otherwise } of pinnableSettings) {
    assert.ok(values.length > 0 && new Set(values).size === values.length, setting);
    assert.ok(otherwise === undefined || values.includes(otherwise), setting);
  }
});
