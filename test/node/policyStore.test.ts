import assert from "node:assert/strict";
import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { locationsFor } from "../../src/node/locations.ts";
import { machineFileTrust } from "../../src/node/machineFile.ts";
import { createPathIdentity } from "../../src/node/pathIdentity.ts";
import { createPolicyStore } from "../../src/node/policyStore.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function setUp(context: TestContext, machineFile?: string) {
  const home = temporaryFolder(context);
  const repository = join(home, "repository");
  mkdirSync(join(repository, ".git"), { recursive: true });
  mkdirSync(join(repository, "sub", "deep"), { recursive: true });
  const clock = { time: 0 };
  const now = () => (clock.time += 1000);
  const locations = locationsFor("linux", home, machineFile ?? join(home, "no-machine-file"));
  const start = () => createPolicyStore({ locations, platform: "linux", now });
  const store = start();
  const label = (file: string, from = store) => {
    const path = createPathIdentity(now)(join(repository, file));
    return from.current(path).classify(path, undefined).label;
  };
  const problems = (file: string) => store.current(createPathIdentity(now)(join(repository, file))).problems;
  const policy = (file: string, text: string) => writeFileSync(join(repository, file), text);
  return { home, repository, locations, store, label, problems, policy, start };
}

const labelling = (label: string, glob: string) => `version: 1\nclassification:\n  - {id: x, label: ${label}, paths: ["${glob}"]}\n`;

test("a policy file takes effect without a reload and is searched up to the repository root", (context) => {
  const { label, policy } = setUp(context);
  assert.equal(label("sub/deep/a.ts"), "internal");
  policy("gatelodge.yaml", labelling("confidential", "sub/**"));
  assert.equal(label("sub/deep/a.ts"), "confidential");
  policy("sub/gatelodge.yaml", labelling("restricted", "deep/**"));
  assert.equal(label("sub/deep/a.ts"), "restricted");
  assert.equal(label("a.ts"), "internal");
});

test("a policy file above the repository does not count", (context) => {
  const { home, label } = setUp(context);
  writeFileSync(join(home, "gatelodge.yaml"), labelling("restricted", "**/*.ts"));
  assert.equal(label("a.ts"), "internal");
});

test("a broken file keeps the last good one, also after a restart, and names line and reason", (context) => {
  const { label, policy, problems, start } = setUp(context);
  policy("gatelodge.yaml", labelling("confidential", "*.ts"));
  assert.equal(label("a.ts"), "confidential");
  policy("gatelodge.yaml", "version: 1\nclasification: []\n");
  assert.equal(label("a.ts"), "confidential");
  assert.equal(label("a.ts", start()), "confidential");
  const [problem] = problems("a.ts");
  assert.deepEqual([problem?.kind, problem?.line], ["broken", 2]);
  assert.match(problem?.message ?? "", /did you mean classification.*last good/);
});

for (const [what, text] of [["tabs", "version: 1\n\trules: []\n"], ["a bomb of aliases", `a: &a [x,x]\n${"bcdefghijk".split("").map((c, i) => `${c}: &${c} [*${"abcdefghij"[i]},*${"abcdefghij"[i]}]`).join("\n")}\n`], ["nothing", ""], ["a binary", "\u0000\u0001\ufffd"], ["a list", "- a\n"]] as const) {
  test(`a policy file with ${what} is a problem, not a crash`, (context) => {
    const { policy, problems } = setUp(context);
    policy("gatelodge.yaml", text);
    assert.equal(problems("a.ts")[0]?.kind, "broken");
  });
}

test("a policy file that is a link to itself is a problem, and its last good version stays", (context) => {
  const { label, policy, problems, repository } = setUp(context);
  policy("gatelodge.yaml", labelling("confidential", "*.ts"));
  assert.equal(label("a.ts"), "confidential");
  rmSync(join(repository, "gatelodge.yaml"));
  symlinkSync("gatelodge.yaml", join(repository, "gatelodge.yaml"));
  assert.equal(label("a.ts"), "confidential");
  assert.match(problems("a.ts")[0]?.message ?? "", /cannot be read \(ELOOP\)/);
});

test("a machine file whose state cannot be asked is distrusted", (context) => {
  const { store } = setUp(context, "/no\0where/managed.json");
  assert.equal(store.current().problems[0]?.kind, "distrusted");
});

test("a repository that loosens is told so", (context) => {
  const { policy, problems } = setUp(context);
  policy("gatelodge.yaml", "version: 1\nmode: monitor\n");
  assert.deepEqual(problems("a.ts").map(({ kind, source }) => [kind, source]), [["ignored", "repository"]]);
});

test("the user's own policy applies everywhere", (context) => {
  const { label, locations } = setUp(context);
  mkdirSync(join(locations.userPolicy, ".."), { recursive: true });
  writeFileSync(locations.userPolicy, labelling("restricted", "*.secret"));
  assert.equal(label("a.secret"), "restricted");
});

test("the hash changes with the policy", (context) => {
  const { store, policy, repository } = setUp(context);
  const before = store.current({ folder: repository }).policy.hash;
  policy("gatelodge.yaml", "version: 1\n");
  assert.notEqual(store.current({ folder: repository }).policy.hash, before);
});

const root = process.getuid?.() === 0;
test("a machine file counts only when nobody but root could have written it", { skip: root ? false : "skipped: needs root" }, (context) => {
  // Below the disk's root, since every folder above must be root's and /tmp is everybody's.
  const folder = "/gatelodge-test-machine";
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { mode: 0o755 });
  const file = join(folder, "managed.json");
  assert.equal(machineFileTrust(file, "linux"), "absent");
  writeFileSync(file, "{}", { mode: 0o644 });
  assert.equal(machineFileTrust(file, "linux"), "trusted");
  chmodSync(folder, 0o777);
  assert.deepEqual(machineFileTrust(file, "linux"), { distrusted: `${folder} can be written by others than root` });
  chmodSync(folder, 0o755);
  chownSync(file, 1000, 1000);
  assert.deepEqual(machineFileTrust(file, "linux"), { distrusted: `${file} does not belong to root` });
});

test("on Windows, where its owner cannot be seen, a machine file only tightens", (context) => {
  const folder = temporaryFolder(context);
  const machineFile = join(folder, "managed.json");
  writeFileSync(machineFile, JSON.stringify({ version: 1, mode: "monitor", completions: { lingerSeconds: 600 } }));
  const { policy, problems } = createPolicyStore({ locations: locationsFor("linux", folder, machineFile), platform: "win32", now: () => 0 }).current();
  assert.deepEqual([policy.mode, policy.completions.lingerSeconds], ["enforce", 600]);
  assert.deepEqual(problems.map(({ source, kind }) => [source, kind]), [["machine", "ignored"]]);
});

test("a distrusted machine file does not count and is shown", (context) => {
  const file = join(temporaryFolder(context), "managed.json");
  writeFileSync(file, JSON.stringify({ version: 1, mode: "monitor" }));
  const { store } = setUp(context, file);
  const { policy, problems } = store.current();
  assert.equal(policy.mode, "enforce");
  assert.equal(problems[0]?.kind, "distrusted");
});
