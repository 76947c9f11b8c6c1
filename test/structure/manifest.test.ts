/** package.json and the code say the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import manifest from "../../package.json" with { type: "json" };
import { knownAssistants } from "../../src/assistants/known.ts";
import { createClassify } from "../../src/core/classify.ts";
import { builtinPolicy } from "../../src/core/policy/builtinPolicy.ts";
import { mergePolicies } from "../../src/core/policy/mergePolicies.ts";
import { ownLanguage } from "../../src/core/settingsRecord.ts";
import { fixCommands } from "../../src/core/wire.ts";
import { readSources } from "./sources.ts";

const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);
const source = readSources("src/extension").map(({ text }) => text).join("\n");
const table = [...source.matchAll(/^ {4,6}"(gatelodge\.\w+)": (?:\(|reporting\.show)/gm)].map(([, id]) => id ?? "");
const direct = [...source.matchAll(/registerCommand\("(gatelodge\.\w+)"/g)].map(([, id]) => id ?? "");
const byName = [...source.matchAll(/\[fixCommands\.(\w+)\]: /g)].map(([, name]) => fixCommands[name as keyof typeof fixCommands]);
const registered = [...table, ...direct, ...byName];

test("every declared command is registered, once", () => {
  assert.ok(table.length > 5 && direct.length > 0 && byName.length > 0, "the patterns above still find the registrations");
  assert.deepEqual(declared.filter((id) => !registered.includes(id)), []);
  assert.deepEqual(registered.filter((id, index) => registered.indexOf(id) !== index), []);
});

test("what the background carries out is what is handed to it", async () => {
  const names = /export const backgroundCommands = \[([^\]]*)\]/.exec(source)?.[1] ?? "";
  const listed = [...names.matchAll(/"(\w+)"/g)].map(([, name]) => `gatelodge.${name}`);
  assert.deepEqual([...new Set([...listed, ...Object.values(fixCommands)])].toSorted(), [...new Set([...table, ...byName])].toSorted());
});

test("every command that is named anywhere exists", () => {
  const keys = contributes.keybindings.map(({ command }) => command);
  const executed = [...source.matchAll(/(?:executeCommand\(|command(?:: | = ))"(gatelodge\.\w+)"/g)].map(([, id]) => id ?? "");
  assert.deepEqual([...keys, ...executed, ...Object.values(fixCommands)].filter((id) => !registered.includes(id)), []);
});

test("what is not in the palette is a step of ours, reached by a key or by another command", () => {
  const keys = new Set(contributes.keybindings.map(({ command }) => command));
  const steps = new Set<string>(Object.values(fixCommands));
  assert.deepEqual(registered.filter((id) => !declared.includes(id) && !keys.has(id) && !steps.has(id)), []);
});

const associations = Object.entries(contributes.configurationDefaults["files.associations"]);
const restricted = builtinPolicy.classification?.filter(({ label, paths }) => label === "restricted" && paths !== undefined) ?? [];
const toKey = (pattern: string) => (pattern.startsWith("**/") ? pattern : `**/${pattern}`);

test("the files that open in our language are those that the built-in policy restricts", () => {
  const inPolicy = restricted.flatMap(({ paths }) => paths ?? []).map(toKey).toSorted();
  const inManifest = associations.filter(([, language]) => language === ownLanguage).map(([glob]) => glob).toSorted();
  assert.deepEqual(inManifest, inPolicy);
});

test("the files that keep their own language are not restricted", () => {
  const classify = createClassify(mergePolicies([{ source: "builtin", document: builtinPolicy }]).policy);
  const sample = (glob: string) => `/shop/${glob.replace("**/", "").replaceAll("*", "x")}`;
  const labelOf = (glob: string) => classify({ absolute: sample(glob.replace(/\{(\w+),.*\}/, "$1")), aliases: [], resolved: true }, undefined).label;
  assert.deepEqual(associations.filter(([glob, language]) => (labelOf(glob) === "restricted") !== (language === ownLanguage)).map(([glob]) => glob), []);
});

test("in our language every known assistant's completions are off", () => {
  const own = contributes.configurationDefaults["[gatelodge-restricted]"];
  const listed = own["editor.inlineSuggest.experimental.suppressInlineSuggestions"].split(",");
  const groups = knownAssistants.flatMap(({ completionGroups = [], extensions = [] }) => [...completionGroups, ...extensions]);
  assert.deepEqual(listed.toSorted(), [...new Set(groups)].toSorted());
  assert.equal(own["editor.inlineSuggest.enabled"], false);
});

test("a workspace cannot set any of our settings", () => {
  const settings = Object.entries(contributes.configuration.properties);
  assert.ok(settings.length > 0);
  assert.deepEqual(settings.filter(([, { scope }]) => scope !== "machine").map(([name]) => name), []);
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.toSorted(), settings.map(([name]) => name).toSorted());
});

test("the extension loads in forks: an old enough engine, no proposed API, in the workspace's host", () => {
  assert.equal(manifest.engines.vscode, "^1.101.0");
  assert.ok(!("enabledApiProposals" in manifest));
  assert.deepEqual(manifest.extensionKind, ["workspace"]);
});
