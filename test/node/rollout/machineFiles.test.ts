/** GATELODGE_WRITE_GOLDEN=1 writes test/fixtures/rollout anew. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { parse } from "jsonc-parser";
import { pinnableSettings } from "../../../src/core/policy/pinnable.ts";
import { parsePolicy } from "../../../src/core/policy/parsePolicy.ts";
import type { ManagedPlatform } from "../../../src/node/agents/managedFiles.ts";
import { machineFilePath } from "../../../src/node/machineFile.ts";
import { editorPolicyFile, toEditorPolicies } from "../../../src/node/rollout/editorPolicy.ts";
import { machineFiles, writeMachineFiles, type MachineSetup } from "../../../src/node/rollout/machineFiles.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const golden = join(import.meta.dirname, "../../fixtures/rollout");
const platforms: readonly ManagedPlatform[] = ["linux", "darwin", "win32"];
const pinned = (setting: string) => {
  const pin = pinnableSettings.find((each) => each.setting === setting) ?? assert.fail(setting);
  return { ...pin, value: pin.values[0] ?? false, origin: { source: "organisation" as const } };
};
const allowed = ["microsoft", "github", "Northwind.\"tools\"&<x>"];
const setup: MachineSetup = {
  organisation: { id: "northwind", endpoint: "https://gatelodge.northwind.example", rootKeys: ["11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"], enrolmentToken: "enrolment-token-of-the-test", groups: ["payments"] },
  reports: true, pins: ["chat.tools.global.autoApprove", "chat.mcp.access", "chat.agent.sandbox.enabled", "claudeCode.initialPermissionMode", "sandbox_mode"].map(pinned),
};
const filesFor = (platform: ManagedPlatform, changes: Partial<MachineSetup> = {}) => {
  const files = machineFiles(platform, { ...setup, ...changes }, machineFilePath(platform));
  return "error" in files ? assert.fail(files.error) : [...files, editorPolicyFile(platform, toEditorPolicies(changes.pins ?? setup.pins, allowed))];
};
const textOf = (platform: ManagedPlatform, path: RegExp) => filesFor(platform).find((file) => path.test(file.path))?.text ?? assert.fail(String(path));

for (const platform of platforms) test(`for ${platform} it is always the same, as the fixtures have it`, () => {
  for (const { path, text } of filesFor(platform)) {
    const file = join(golden, platform, path);
    if (process.env["GATELODGE_WRITE_GOLDEN"] === "1") {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    assert.equal(text, readFileSync(file, "utf8"), path);
  }
});

test("the machine file is a policy that counts, where the platform looks for it", () => {
  for (const platform of platforms) {
    const place = machineFilePath(platform).replace(/^C:/, "").replaceAll("\\", "/").slice(1);
    const { text = "" } = filesFor(platform).find(({ path }) => path === place) ?? {};
    const parsed = parsePolicy(JSON.parse(text));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.document.organisation, setup.organisation);
    assert.equal(parsed.document.reporting?.endpoint, setup.organisation.endpoint);
  }
  assert.ok(!filesFor("linux", { reports: false }).some(({ text }) => text.includes("reporting")));
});

test("what no machine would take is not written", () => {
  const wrong = machineFiles("linux", { ...setup, organisation: { ...setup.organisation, endpoint: "http://gatelodge.northwind.example" } }, machineFilePath("linux"));
  assert.match("error" in wrong ? wrong.error : "", /endpoint must be an https address/);
});

test("the three systems say the same of the editor, with our extension among the allowed ones", () => {
  const linux = JSON.parse(textOf("linux", /policy\.json$/)) as Readonly<Record<string, string | boolean>>;
  assert.deepEqual(linux, {
    AllowedExtensions: JSON.stringify({ "Northwind.\"tools\"&<x>": true, "gatelodge.gatelodge": true, github: true, microsoft: true }),
    ChatAgentSandboxEnabled: "on", ChatEditorPreferCopilotHarness: true, ChatHooks: true, ChatMCP: "none", ChatToolsAutoApprove: false,
  });
  const registry = Object.fromEntries([...textOf("win32", /\.reg$/).matchAll(/^"(\w+)"=(?:dword:0000000([01])|"(.*)")\r$/gm)].map(([, name, flag, text]) => [name, flag === undefined ? text?.replaceAll(/\\(.)/g, "$1") : flag === "1"]));
  assert.deepEqual(registry, linux);
  const unescape = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const profile = Object.fromEntries([...textOf("darwin", /mobileconfig$/).matchAll(/^ {6}<key>(\w+)<\/key>(?:<(true|false)\/>|<string>(.*)<\/string>)$/gm)].filter(([, name = ""]) => !name.startsWith("Payload")).map(([, name, flag, text]) => [name, flag === undefined ? unescape(text ?? "") : flag === "true"]));
  assert.deepEqual(profile, linux);
});

test("the profile is well-formed, and another one where a policy is another", () => {
  const text = textOf("darwin", /mobileconfig$/);
  const open: string[] = [];
  for (const [, closing, name = "", empty] of text.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (empty === "/") continue;
    if (closing === "") open.push(name);
    else assert.equal(open.pop(), name);
  }
  assert.deepEqual(open, []);
  const uuids = (given: string) => [...given.matchAll(/[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}/g)].map(([uuid]) => uuid);
  assert.equal(new Set(uuids(text)).size, 2);
  const other = filesFor("darwin", { pins: [] }).find(({ path }) => path.endsWith("mobileconfig"))?.text ?? "";
  assert.notDeepEqual(uuids(other), uuids(text));
});

test("a dev container gets the extension, the editor's pins, and the machine's own file", () => {
  const container = parse(textOf("linux", /devcontainer\.json$/)) as { readonly customizations: { readonly vscode: { readonly extensions: readonly string[]; readonly settings: object } }; readonly mounts: readonly string[] };
  assert.deepEqual([container.customizations.vscode.extensions, container.mounts], [["gatelodge.gatelodge"], ["source=/etc/gatelodge,target=/etc/gatelodge,type=bind,readonly"]]);
  assert.deepEqual(container.customizations.vscode.settings, { "chat.tools.global.autoApprove": false, "chat.mcp.access": "none", "chat.agent.sandbox.enabled": "on", "claudeCode.initialPermissionMode": "plan" });
});

test("they are written below the folder, the script so that it can be started", (context) => {
  const out = temporaryFolder(context);
  writeMachineFiles(out, filesFor("linux"));
  assert.equal(statSync(join(out, "install-for-user.sh")).mode & 0o777, 0o755);
  assert.equal(statSync(join(out, "etc/gatelodge/managed.json")).mode & 0o777, 0o644);
});
