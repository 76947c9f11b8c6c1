import assert from "node:assert/strict";
import { test } from "node:test";
import { createToolHome } from "../toolHome.ts";

const listed = (id: string, version: string, more: object = {}) => ({ identifier: { id }, version, relativeLocation: `${id.toLowerCase()}-${version}`, ...more });

test("a known extension is named, with its version and the editor it is in", async () => {
  const { put, find } = createToolHome();
  put("home", ".cursor/extensions/extensions.json", [listed("GitHub.copilot-chat", "0.31.0"), listed("esbenp.prettier-vscode", "11.0.0")]);
  assert.deepEqual(await find("extension"), [{
    kind: "extension", name: "GitHub Copilot", id: "github.copilot-chat", registry: "gallery", assistant: "github-copilot", version: "0.31.0",
    place: "~/.cursor/extensions/github.copilot-chat-0.31.0", evidence: ["installed in Cursor"], risks: [],
  }]);
});

test("an unknown extension is found by what it contributes to the editor", async () => {
  const { put, find } = createToolHome();
  put("home", ".vscode/extensions/extensions.json", [listed("acme.helper", "1.0.0", { metadata: { source: "vsix" } }), listed("acme.theme", "1.0.0")]);
  put("home", ".vscode/extensions/acme.helper-1.0.0/package.json", { displayName: "Acme", contributes: { languageModelTools: [{ name: "x" }], mcpServerDefinitionProviders: [{ id: "x" }] }, dependencies: { openai: "1" } });
  put("home", ".vscode/extensions/acme.theme-1.0.0/package.json", { contributes: { themes: [{}] } });
  const found = await find("extension");
  assert.deepEqual(found.map(({ name, evidence, risks }) => ({ name, evidence, risks })), [{
    name: "Acme",
    evidence: ["installed in VS Code", "not in our catalogue", "contributes languageModelTools", "contributes mcpServerDefinitionProviders", "uses the library openai", "installed from a file, past the gallery"],
    risks: ["brings tool servers of its own"],
  }]);
});

test("an extension that borrows a known one's name is said to", async () => {
  const { put, find } = createToolHome();
  put("home", ".vscode/extensions/extensions.json", [listed("evil.claude-code", "9.0.0")]);
  assert.deepEqual((await find("extension")).map(({ id, risks }) => ({ id, risks })), [{ id: "evil.claude-code", risks: ["called like anthropic.claude-code, but published by another"] }]);
});

test("editors and profiles without Gatelodge are unguarded, those with it are not", async () => {
  const { put, find } = createToolHome();
  put("home", ".vscode/extensions/extensions.json", [listed("gatelodge.gatelodge", "0.1.0")]);
  put("home", ".config/Code/User/globalStorage/storage.json", { userDataProfiles: [{ location: "1a2b", name: "Customer" }, { location: "3c4d", name: "Own" }] });
  put("home", ".config/Code/User/profiles/1a2b/extensions.json", [listed("anthropic.claude-code", "2.0.0")]);
  put("home", ".config/Code/User/profiles/3c4d/extensions.json", [listed("gatelodge.gatelodge", "0.1.0")]);
  put("home", ".windsurf/extensions/extensions.json", []);
  const found = await find("editor");
  assert.deepEqual(found.map(({ name, assistant, risks }) => [name, assistant, risks.length > 0]), [["VS Code", undefined, false], ["VS Code, profile Customer", undefined, true], ["VS Code, profile Own", undefined, false], ["Windsurf", "windsurf", true]]);
  assert.deepEqual((await find("extension")).map(({ evidence }) => evidence), [["installed in VS Code", "in its profile Customer"]]);
});

test("Gatelodge that is in all profiles guards each", async () => {
  const { put, find } = createToolHome();
  put("home", ".vscode/extensions/extensions.json", [listed("gatelodge.gatelodge", "0.1.0", { metadata: { isApplicationScoped: true } })]);
  put("home", ".config/Code/User/profiles/1a2b/extensions.json", []);
  assert.deepEqual((await find("editor")).map(({ name, risks }) => ({ name, risks })), [{ name: "VS Code", risks: [] }, { name: "VS Code, profile 1a2b", risks: [] }]);
});

test("without a list the folders count, and a list that is none is reported", async () => {
  const { put, find } = createToolHome();
  put("home", ".trae/extensions/Codeium.codeium-1.48.2-linux-x64/package.json", {});
  put("home", ".positron/extensions/extensions.json", "{ not json");
  put("home", ".positron/extensions/tabnine.tabnine-vscode-3.1.0/package.json", {});
  assert.deepEqual((await find("extension")).map(({ name, version, evidence }) => [name, version, evidence[0]]), [["Tabnine", "3.1.0", "installed in Positron"], ["Windsurf (Cascade)", "1.48.2", "installed in Trae"]]);
  assert.deepEqual((await find("unreadable")).map(({ place, risks }) => ({ place, risks })), [{ place: "~/.positron/extensions/extensions.json", risks: ["it is not what an editor writes"] }]);
});

test("an assistant that an editor brings itself is found where the editor is installed, on each system", async () => {
  const manifest = { publisher: "GitHub", name: "copilot-chat", version: "0.67.0" };
  const [linux, darwin, server] = [createToolHome(), createToolHome("darwin"), createToolHome()];
  linux.put("root", "usr/share/code/resources/app/extensions/copilot/package.json", manifest);
  linux.put("root", "usr/share/code/resources/app/extensions/git/package.json", { publisher: "vscode", name: "git" });
  darwin.put("root", "Applications/Visual Studio Code.app/Contents/Resources/app/extensions/copilot/package.json", manifest);
  server.put("home", ".vscode-server/cli/servers/Stable-1a2b/server/extensions/copilot/package.json", manifest);
  for (const [home, editor] of [[linux, "VS Code"], [darwin, "VS Code"], [server, "VS Code Server"]] as const) {
    assert.deepEqual((await home.find("extension")).map(({ assistant, id, version, evidence }) => [assistant, id, version, evidence]), [["github-copilot", "github.copilot-chat", "0.67.0", [`built into ${editor}`]]]);
  }
});
