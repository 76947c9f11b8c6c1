import assert from "node:assert/strict";
import { test } from "node:test";
import { createClassify } from "../../src/core/classify.ts";
import { ceilingFor, evaluate, type Facts } from "../../src/core/evaluate.ts";
import type { Layer } from "../../src/core/policy/mergePolicies.ts";
import { effects, type Finding, type Request } from "../../src/core/request.ts";
import { layer, merged } from "../support/policies.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const cloud = { assistant: "github-copilot", kind: "cloud" } as const;
const env = { absolute: "/repo/.env", aliases: [], repository: "/repo", resolved: true };
const app = { ...env, absolute: "/repo/app.ts" };
const key: Finding = { detector: "aws-access-key-id", kind: "secret", tier: "likely", start: 4, end: 24 };

function decide(request: Partial<Request>, { layers = [], ...facts }: Partial<Facts> & { layers?: readonly Layer[] } = {}) {
  const { policy } = merged(...layers);
  const full: Request = { channel: "completion", destination: cloud, able: effects, ...request };
  return evaluate(policy, full, { now, classification: createClassify(policy)(full.path, full.text), findings: [], grants: [], pathMatches: () => true, ...facts });
}

test("a restricted file is blocked for a cloud assistant", () => {
  const { effect, enforced, rule, label } = decide({ path: env });
  assert.deepEqual({ effect, enforced, rule, label }, { effect: "block", enforced: "block", rule: "above-ceiling", label: "restricted" });
});
test("plain code is allowed", () => assert.equal(decide({ path: app }).effect, "allow"));
test("a secret in a prompt is redacted", () => assert.deepEqual(decide({ channel: "prompt", text: "x" }, { findings: [key] }).enforced, "redact"));
test("a door that cannot redact blocks", () => assert.equal(decide({ path: app, able: ["allow", "block"] }, { findings: [key] }).enforced, "block"));
test("a door without a strong enough lever says none", () => assert.equal(decide({ path: env, able: ["allow", "warn"] }).enforced, "none"));
test("redact without a range to mask is block", () => {
  const rule = { id: "r", when: { labels: ["restricted"] }, channels: ["chat" as const], effect: "redact" as const };
  assert.equal(decide({ path: env, channel: "chat", destination: { assistant: "x", kind: "local" } }, { layers: [layer("organisation", { extends: "none", labels: ["internal", "restricted"], destinations: [{ ceiling: "restricted" }], classification: [{ id: "e", label: "restricted", paths: [".env"] }], rules: [rule] })] }).effect, "block");
});
test("redact without a range of its own is block, whatever other rules found", () => {
  const rule = layer("organisation", { rules: [{ id: "r", when: { labels: ["internal"] }, effect: "redact" }] });
  const { enforced, reasons } = decide({ path: app, channel: "prompt" }, { layers: [rule], findings: [key] });
  assert.equal(enforced, "block");
  assert.deepEqual(reasons.map(({ rule: id, effect }) => [id, effect]), [["r", "block"], ["secrets", "redact"]]);
});
test("monitor mode keeps the effect and allows", () => {
  const { effect, enforced } = decide({ path: env }, { layers: [layer("organisation", { mode: "monitor" })] });
  assert.deepEqual({ effect, enforced }, { effect: "block", enforced: "allow" });
});
test("one rule in monitor does not soften the others", () => {
  const monitored = layer("organisation", { rules: [{ id: "try", when: { labels: ["internal"] }, effect: "block", mode: "monitor" }] });
  const { effect, enforced } = decide({ path: app, channel: "prompt" }, { layers: [monitored], findings: [key] });
  assert.deepEqual({ effect, enforced }, { effect: "block", enforced: "redact" });
});
test("pasted text is judged by where it was copied", () => assert.equal(decide({ path: app, channel: "paste", sourceLabel: "restricted" }).effect, "block"));
test("what cannot be decided is blocked for restricted files and warned about elsewhere", () => {
  assert.equal(decide({ path: env, undecided: "busy" }).enforced, "block");
  assert.equal(decide({ path: app, undecided: "busy" }).enforced, "warn");
  assert.equal(decide({ path: { ...app, resolved: false }, undecided: "busy" }).enforced, "block");
});
test("what cannot be decided is no milder than what its label alone decides", () => {
  const { enforced, reasons } = decide({ path: app, text: "company confidential", undecided: "busy" });
  assert.equal(enforced, "block");
  assert.deepEqual(reasons.map(({ rule }) => rule), ["above-ceiling", "otherwise"]);
});
test("a local model may see confidential content, a cloud one may not", () => {
  const text = "company confidential";
  assert.equal(decide({ path: app, text, destination: { assistant: "llama-vscode", kind: "local" } }).effect, "allow");
  assert.equal(decide({ path: app, text }).effect, "block");
});
test("a named assistant's ceiling beats its kind's, a lower layer can only lower it", () => {
  const organisation = layer("organisation", { destinations: [{ assistants: ["github-copilot"], ceiling: "confidential" }] });
  assert.equal(ceilingFor(merged(organisation).policy, cloud), "confidential");
  assert.equal(ceilingFor(merged(organisation, layer("user", { destinations: [{ assistants: ["github-*"], ceiling: "public" }] })).policy, cloud), "public");
  assert.equal(ceilingFor(merged(organisation, layer("user", { destinations: [{ kind: "cloud", ceiling: "restricted" }] })).policy, cloud), "confidential");
});
test("a rule for a label that is not defined is one for the highest", () => {
  const rule = layer("user", { rules: [{ id: "typo", when: { labels: ["restriced"] }, channels: ["install"], effect: "block" }] });
  assert.equal(decide({ path: env, channel: "install" }, { layers: [rule] }).effect, "block");
});
test("a machine file may raise a ceiling where it is the authority, not below an organisation's", () => {
  const machine = layer("machine", { destinations: [{ assistants: ["github-copilot"], ceiling: "confidential" }] });
  assert.equal(ceilingFor(merged(machine).policy, cloud), "confidential");
  assert.equal(ceilingFor(merged(layer("organisation", {}), machine).policy, cloud), "internal");
  assert.equal(ceilingFor(merged(machine, layer("repository", { destinations: [{ kind: "cloud", ceiling: "public" }] })).policy, cloud), "public");
});
test("a grant softens only its rules, its file, until its end", () => {
  const grant = { id: "g", rules: ["above-ceiling"], path: "/repo/.env", until: now + 1 };
  assert.equal(decide({ path: env }, { grants: [grant] }).effect, "allow");
  assert.equal(decide({ path: env }, { grants: [grant] }).grant, "g");
  assert.equal(decide({ path: { ...env, absolute: "/repo/b/.env" } }, { grants: [grant] }).effect, "block");
  assert.equal(decide({ path: env }, { grants: [{ ...grant, until: now }] }).effect, "block");
  assert.equal(decide({ path: env }, { grants: [grant], layers: [layer("organisation", {})] }).effect, "block");
});
test("a grant for some ways opens no other", () => {
  const grant = { id: "g", rules: ["above-ceiling"], path: "/repo/.env", channels: ["chat" as const], until: now + 1, once: true };
  assert.equal(decide({ path: env, channel: "chat" }, { grants: [grant] }).effect, "allow");
  assert.equal(decide({ path: env }, { grants: [grant] }).effect, "block");
});
test("a grant that no dialog could have given does not count: too long, or for every file", () => {
  const grant = { id: "x", rules: ["*"], path: "/repo/.env", until: now + 60_000 };
  assert.equal(decide({ path: env }, { grants: [grant] }).effect, "allow");
  assert.equal(decide({ path: env }, { grants: [{ ...grant, until: 9e15 }] }).effect, "block");
  assert.equal(decide({ path: env }, { grants: [{ id: "x", rules: ["*"], until: grant.until }] }).effect, "block");
});
test("an exception ends", () => {
  const exception = (expires: string) => [layer("organisation", { exceptions: [{ id: "e", rules: ["above-ceiling"], owner: "o", reason: "r", expires }] })];
  assert.equal(decide({ path: env }, { layers: exception("2026-11-24") }).effect, "allow");
  assert.equal(decide({ path: env }, { layers: exception("2026-11-23") }).effect, "block");
});
test("a repository's rule speaks for its own files only", () => {
  const rule = layer("repository", { rules: [{ id: "mine", when: { labels: ["internal"] }, effect: "block" }] }, "/repo");
  assert.equal(decide({ path: app }, { layers: [rule] }).effect, "block");
  assert.equal(decide({ path: { ...app, absolute: "/elsewhere/app.ts" } }, { layers: [rule] }).effect, "allow");
});
test("a rule for a group concerns its members, and everybody where nothing knows the groups", () => {
  const rule = layer("organisation", { rules: [{ id: "g", when: {}, groups: ["contractors"], effect: "block" }] });
  assert.equal(decide({ path: app }, { layers: [rule], groups: [] }).effect, "allow");
  assert.equal(decide({ path: app }, { layers: [rule], groups: ["contractors"] }).effect, "block");
  assert.equal(decide({ path: app }, { layers: [rule] }).effect, "block");
});

const columns: Finding = { detector: "personal-columns", kind: "personal", tier: "certain", start: 0, end: 20 };
test("a dump of people is restricted by what it holds, whatever its name", () => {
  const { label, rule, enforced } = decide({ path: app }, { findings: [columns] });
  assert.deepEqual({ label, rule, enforced }, { label: "restricted", rule: "above-ceiling", enforced: "block" });
});
test("an e-mail address in source code bothers nobody", () => {
  const address: Finding = { ...columns, detector: "email-address", tier: "possible" };
  for (const channel of ["completion", "chat", "prompt", "clipboard", "paste"] as const) assert.deepEqual([decide({ path: app, channel }, { findings: [address] }).effect, decide({ path: app, channel }, { findings: [address] }).label], ["allow", "internal"]);
});
test("a detector gives its label only in the repositories and below the folder that its entry is for", () => {
  const entry = { id: "names", label: "restricted", detectors: ["org:*"] };
  const named: Finding = { ...columns, detector: "org:projects", kind: "marker" };
  const labelWith = (source: Layer, path = app) => decide({ path }, { layers: [source], findings: [named] }).label;
  assert.equal(labelWith(layer("organisation", { classification: [entry] })), "restricted");
  assert.equal(labelWith(layer("organisation", { classification: [{ ...entry, repositories: ["github.com/acme/*"] }] })), "internal");
  assert.equal(labelWith(layer("repository", { classification: [entry] }, "/repo")), "restricted");
  assert.equal(labelWith(layer("repository", { classification: [entry] }, "/other")), "internal");
});
test("an entry of detectors alone classifies no path", () => assert.equal(decide({ path: app }, { layers: [layer("organisation", { classification: [{ id: "x", label: "restricted", detectors: ["org:*"] }] })] }).label, "internal"));
test("text that turns assistants against people is told, never a reason for anything else", () => {
  const { effect, rule } = decide({ path: app, channel: "chat" }, { findings: [{ detector: "steering-phrase", kind: "steering", tier: "likely", start: 0, end: 9 }] });
  assert.deepEqual([effect, rule], ["warn", "steering-text"]);
});

test("an assistant that the policy denies by its name is stopped at every door, with the reason; others are not, nor who only may be one", () => {
  const layers = [layer("machine", { ai: { denied: [{ id: "no-copilot", tools: ["github-copilot"], reason: "It is not approved.", instead: "Use Cline." }] } })];
  for (const channel of ["completion", "chat", "prompt", "fileRead", "shell", "model"] as const) {
    const { rule, enforced, reasons } = decide({ path: app, channel }, { layers });
    assert.deepEqual([rule, enforced, reasons[0]?.text], ["denied-ai", "block", "This assistant is denied. It is not approved. (no-copilot) Instead: Use Cline."]);
  }
  for (const assistant of ["cline", "unknown", "clipboard", "local-model"]) assert.equal(decide({ path: app, channel: "prompt", destination: { assistant, kind: "cloud" } }, { layers }).effect, "allow");
  const all = [layer("machine", { ai: { denied: [{ id: "none", tools: ["*"] }] } })];
  assert.deepEqual(["cline", "clipboard"].map((assistant) => decide({ path: app, channel: "clipboard", destination: { assistant, kind: "cloud" } }, { layers: all }).effect), ["block", "allow"]);
  // What it may be approved by is not known at a door.
  assert.equal(decide({ path: app, channel: "prompt" }, { layers: [layer("machine", { ai: { unlisted: { tools: "denied" } } })] }).effect, "allow");
  assert.equal(decide({ path: app, channel: "prompt" }, { layers: [layer("machine", { mode: "monitor", ai: { denied: [{ id: "d", tools: ["github-copilot"] }] } })] }).enforced, "allow");
});
