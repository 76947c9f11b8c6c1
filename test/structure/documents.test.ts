/** What the documents say is true as far as a machine can tell: policies parse and hold, links lead somewhere. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import manifest from "../../package.json" with { type: "json" };
import { createClassify } from "../../src/core/classify.ts";
import { ceilingFor } from "../../src/core/evaluate.ts";
import { builtinPolicy } from "../../src/core/policy/builtinPolicy.ts";
import { mergePolicies } from "../../src/core/policy/mergePolicies.ts";
import type { LayerSource } from "../../src/core/policy/policy.ts";
import type { PolicyDocument } from "../../src/core/policy/policyDocument.ts";
import { readPolicyText } from "../../src/node/policyFile.ts";
import { readSources, repository } from "./sources.ts";

const documents = readSources("README.md", "CHANGELOG.md", "docs", "demo/workspace/README.md").filter(({ path }) => path.endsWith(".md"));

interface Example {
  readonly where: string;
  readonly text: string;
  readonly layer: LayerSource;
  /** The example shows what is ignored. */
  readonly ignored: boolean;
}

/** Fenced as `yaml <layer> [ignored]`; without a layer it is a repository's. */
const examples: readonly Example[] = [
  ...documents.flatMap(({ path, text }) => [...text.matchAll(/^```ya?ml *([^\n]*)\n([^]*?)^```/gm)].map(([, words = "", body = ""], index) => {
    const [layer = "", ignored] = words.split(" ");
    return { where: `${path}, policy ${index + 1}`, text: body, layer: (layer === "" ? "repository" : layer) as LayerSource, ignored: ignored === "ignored" };
  })),
  ...readSources("demo/workspace/gatelodge.yaml").map(({ path, text }) => ({ where: path, text, layer: "repository" as const, ignored: false })),
];

/** The example on top of the built-in policy. */
function merge(document: PolicyDocument, layer: LayerSource) {
  return mergePolicies([{ source: "builtin", document: builtinPolicy }, { source: layer, document, ...(layer === "repository" ? { root: "/shop" } : {}) }]);
}

test("there are policies in README.md and docs/policy.md", () => {
  for (const path of ["README.md", "docs/policy.md"]) assert.ok(examples.some(({ where }) => where.startsWith(path)), path);
});

for (const { where, text, layer, ignored } of examples) test(`${where} is a ${layer} policy that ${ignored ? "is ignored, as it says" : "holds as written"}`, () => {
  const read = readPolicyText(text);
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(merge(read.document, layer).ignored.length > 0, ignored);
});

test("the machine file in docs/policy.md raises the ceiling of the assistant it names, and labels what it names", () => {
  const example = examples.find(({ where, layer }) => where.startsWith("docs/policy.md") && layer === "machine");
  const read = readPolicyText(example?.text ?? "");
  assert.ok(read.ok);
  const policy = { ...merge(read.document, "machine").policy, hash: "test" };
  assert.equal(ceilingFor(policy, { assistant: "github-copilot", kind: "cloud" }), "confidential");
  assert.equal(ceilingFor(policy, { assistant: "tabnine", kind: "cloud" }), "internal");
  assert.equal(createClassify(policy)(undefined, "Northwind Board Only").label, "restricted");
});

test("links between documents lead to files that exist", () => {
  const broken = documents.flatMap(({ path, text }) => [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(repository, dirname(path), target))).map((target) => `${path}: ${target}`));
  assert.deepEqual(broken, []);
});

test("every npm script and command that a document names exists", () => {
  const titles = manifest.contributes.commands.map(({ category, title }) => `${category}: ${title}`);
  for (const { path, text } of documents) {
    for (const [, name = ""] of text.matchAll(/npm (?:run )?(start|test|check|bench|coverage|screenshots|proof:agents)\b/g)) assert.ok(name in manifest.scripts, `${path}: npm run ${name}`);
    for (const [, title = ""] of text.matchAll(/\*(Gatelodge: [^*]+)\*/g)) assert.ok(titles.includes(title), `${path}: ${title}`);
  }
});
