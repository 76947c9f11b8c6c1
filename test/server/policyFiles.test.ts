import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { locationsFor } from "../../src/node/locations.ts";
import { createPathIdentity } from "../../src/node/pathIdentity.ts";
import { createPolicyFiles } from "../../src/server/policyFiles/policyFiles.ts";
import { fileUri } from "../support/languageServer.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function setUp(context: TestContext) {
  const home = temporaryFolder(context);
  mkdirSync(join(home, "repo", ".git"), { recursive: true });
  const files = createPolicyFiles({ locations: locationsFor("linux", home, join(home, "managed.json")), platform: "linux", identify: createPathIdentity(() => 0) });
  const uri = fileUri(home, "repo", "gatelodge.yaml");
  const open = (text: string, at = uri) => TextDocument.create(at, "plaintext", 1, text);
  return {
    home, files, uri,
    /** Message and the very characters each diagnostic is about. */
    diagnose: (text: string, at?: string) => files.diagnose(open(text, at)).map(({ message, range, code }) => ({ code, message: typeof message === "string" ? message : message.value, about: open(text).getText(range) })),
    /** Labels offered at `|`. */
    complete: (text: string) => files.complete(open(text.replace("|", "")), open(text).positionAt(text.indexOf("|"))).map(({ label }) => label),
    hover: (text: string) => JSON.stringify(files.hover(open(text.replace("|", "")), open(text).positionAt(text.indexOf("|")))?.contents ?? "none"),
  };
}

test("policy files are known by name, the user's and the machine's by place", (context) => {
  const { files, home, uri } = setUp(context);
  assert.deepEqual([uri, fileUri(home, ".config", "gatelodge", "policy.yaml"), fileUri(home, "managed.json"), fileUri(home, "repo", "policy.yaml"), "untitled:Untitled-1"].map(files.isPolicyFile), [true, true, true, false, false]);
});

test("an error stands at the key that is wrong", (context) => {
  assert.deepEqual(setUp(context).diagnose("version: 1\nrulez: []\n"), [{ code: "policy-broken", message: 'rulez: unknown key "rulez"; did you mean rules?', about: "rulez" }]);
});

test("broken YAML is an error with a place", (context) => {
  const [first] = setUp(context).diagnose("version: 1\nrules: [\n");
  assert.equal(first?.code, "policy-broken");
});

test("a wish to loosen is a warning at its own entry", (context) => {
  const found = setUp(context).diagnose("version: 1\nmode: monitor\nrules:\n  - id: secrets\n    when: {}\n    effect: warn\n");
  assert.deepEqual(found.map(({ code, about }) => [code, about.split("\n")[0]]), [["policy-ignored", "monitor"], ["policy-ignored", "id: secrets"]]);
});

test("the user's file, too, is judged against what stands above it", (context) => {
  const { home, diagnose } = setUp(context);
  assert.deepEqual(diagnose("version: 1\nmode: monitor\n", fileUri(home, ".config", "gatelodge", "policy.yaml")).map(({ about }) => about), ["monitor"]);
});

test("an outer gatelodge.yaml is above an inner one", (context) => {
  const { home, diagnose } = setUp(context);
  mkdirSync(join(home, "repo", "inner"));
  writeFileSync(join(home, "repo", "gatelodge.yaml"), "version: 1\ncompletions: { lingerSeconds: 300 }\n");
  const found = diagnose("version: 1\ncompletions: { lingerSeconds: 200 }\n", fileUri(home, "repo", "inner", "gatelodge.yaml"));
  assert.deepEqual(found.map(({ message, about }) => [message, about]), [["is 300 above", "200"]]);
});

test("labels and rules nobody defines are warnings where they stand", (context) => {
  const found = setUp(context).diagnose("version: 1\nclassification: [{ id: a, label: secrit, paths: [x] }]\nexceptions: [{ id: b, rules: [nope], owner: o, reason: r, expires: 2099-01-01 }]\n");
  assert.deepEqual(found.filter(({ message }) => /is not a label|rule is called/.test(message)).map(({ about }) => about), ["secrit", "nope"]);
});

test("keys are offered by place, at any depth", (context) => {
  const { complete } = setUp(context);
  assert.ok(complete("|").includes("classification"));
  assert.ok(complete("version: 1\nru|").includes("rules"));
  assert.deepEqual(complete("rules:\n  - id: a\n    |").slice(0, 3), ["id", "when", "channels"]);
  assert.deepEqual(complete("rules:\n- id: a\n- |").slice(0, 3), ["id", "when", "channels"]);
  assert.ok(complete("rules:\n  - id: a\n    when:\n      |").includes("aboveCeiling"));
  assert.deepEqual(complete("otherwise:\n  |"), ["restricted", "other"]);
});

test("values are offered by place", (context) => {
  const { complete } = setUp(context);
  assert.deepEqual(complete("mode: |"), ["monitor", "enforce"]);
  assert.ok(complete("rules:\n  - id: a\n    effect: b|").includes("block"));
  assert.ok(complete("rules:\n  - id: a\n    channels: [prompt, |").includes("clipboard"));
  assert.ok(complete("rules:\n  - id: a\n    channels:\n      - |").includes("clipboard"));
  assert.deepEqual(complete("classification:\n  - id: a\n    label: |"), ["public", "internal", "confidential", "restricted"]);
  assert.deepEqual(complete("labels: [low, high]\nclassification:\n  - label: |"), ["low", "high"]);
  assert.ok(complete("exceptions:\n  - rules: [|").includes("above-ceiling"));
  assert.ok(complete("rules:\n  - assistants: [|").includes("github-copilot"));
  assert.deepEqual(complete("clipboard:\n  clearOnBlur: |"), ["true", "false"]);
});

test("the ids of detectors are offered where one is switched off or asked for", (context) => {
  const { complete } = setUp(context);
  assert.ok(complete("detectors:\n  off:\n    - |").includes("github-token"));
  assert.ok(complete("rules:\n  - id: a\n    when:\n      detectors: [|]").includes("password-assignment"));
});

test("nothing is offered where the schema knows nothing", (context) => {
  const { complete } = setUp(context);
  assert.deepEqual([complete("name: |"), complete("mode:\n  deeper: |"), complete("rules: [{ |")], [[], [], []]);
});

test("hovering explains keys and values in the schema's words", (context) => {
  const { hover } = setUp(context);
  assert.match(hover("version: 1\notherw|ise: {}"), /cannot decide/);
  assert.match(hover("rules:\n  - effect: blo|ck"), /allow < warn.*`redact`/);
  assert.equal(hover("nonsen|se: 1"), '"none"');
});
