/** Git brings back files of revisions: those that would switch an assistant's hooks off stay where they are. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { answerCall } from "../../src/hook/answerCall.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { textsAt } from "../../src/node/gitRevisions.ts";
import { git, writeFiles } from "../support/repository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const settings = ".claude/settings.json";

/** Branches: `main` with settings, `other` with others, `off` whose settings switch the hooks off; a stash that does so too where it is wanted. */
function createShop(context: TestContext) {
  const home = temporaryFolder(context);
  const shop = join(home, "shop");
  const commit = (text: string) => {
    writeFiles(shop, { [settings]: text, "src/a.ts": "export {};\n" });
    git(shop, "add", "-A");
    git(shop, "commit", "-qm", "settings");
  };
  writeFiles(shop, { "README.md": "# Shop\n" });
  git(shop, "init", "-q");
  commit("{}\n");
  for (const [branch, text] of [["off", "{\"disableAllHooks\":true}\n"], ["other", "{\"permissions\":{}}\n"]] as const) {
    git(shop, "checkout", "-qb", branch, "main");
    commit(text);
  }
  git(shop, "checkout", "-q", "main");
  const parts = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
  const isRefused = (command: string) => (answerCall({ assistant: "claude-code", event: "PreToolUse" }, { text: JSON.stringify({ hook_event_name: "PreToolUse", cwd: shop, tool_name: "Bash", tool_input: { command } }) }, parts.forCall(), 20_000)?.stdout ?? "deny").includes("self-protection");
  return { shop, isRefused };
}

test("a revision whose settings switch an assistant's hooks off is not brought back", (context) => {
  const { isRefused } = createShop(context);
  for (const command of ["git checkout off", "git checkout -b mine off", "git switch off", "git merge off", "git rebase off", "git cherry-pick off", "git reset --hard off", "git restore --source=off .", "git restore -s off -- .", "git checkout off -- .", "git read-tree -u -m off", "cd src && git checkout off", "git -C src switch off"]) assert.ok(isRefused(command), command);
});

test("other revisions are, whatever settings they have", (context) => {
  const { isRefused } = createShop(context);
  for (const command of ["git checkout other", "git switch main", "git merge other", "git rebase main", "git reset --hard HEAD", "git checkout -- src/a.ts", "git restore .", "git stash", "git stash pop", "git pull", "git checkout nobody", "git log off", "git diff off"]) assert.ok(!isRefused(command), command);
});

test("nor is a stash, or an index, that was made to do so", (context) => {
  const { shop, isRefused } = createShop(context);
  writeFiles(shop, { [settings]: "{\"disableAllHooks\":true}\n" });
  git(shop, "stash");
  assert.ok(isRefused("git stash pop"));
  assert.ok(isRefused("git stash apply 0"));
  writeFiles(shop, { "x.json": "{\"disableAllHooks\":true}\n" });
  const id = git(shop, "hash-object", "-w", "x.json").trim();
  git(shop, "update-index", "--cacheinfo", `100644,${id},${settings}`);
  for (const command of ["git checkout .", "git restore .", "git checkout-index -a -f"]) assert.ok(isRefused(command), command);
});

test("where the folder's own settings say so already, nothing changes by it", (context) => {
  const { shop, isRefused } = createShop(context);
  git(shop, "checkout", "-q", "off");
  assert.ok(!isRefused("git checkout off"));
});

test("texts of revisions are read by name, those that are not there have none, and without a repository nobody could look", (context) => {
  const { shop } = createShop(context);
  assert.deepEqual([...textsAt(shop, [`off:${settings}`, "off:none", `nobody:${settings}`, `main:${settings}`, "main:src"]) ?? []], [[`off:${settings}`, "{\"disableAllHooks\":true}\n"], [`main:${settings}`, "{}\n"]]);
  assert.equal(textsAt(temporaryFolder(context), ["main:x"]), undefined);
});

test("nothing that a workspace names is started meanwhile", (context) => {
  const { shop } = createShop(context);
  const trace = join(shop, "started");
  writeFiles(shop, { "x.sh": `#!/bin/sh\necho x >> '${trace}'\n`, ".gitattributes": "* filter=x diff=x text\n", ".git/hooks/post-checkout": `#!/bin/sh\necho x >> '${trace}'\n` });
  for (const file of ["x.sh", ".git/hooks/post-checkout"]) chmodSync(join(shop, file), 0o755);
  const program = join(shop, "x.sh");
  for (const [key, value] of [["core.fsmonitor", program], ["core.pager", program], ["core.editor", program], ["core.sshCommand", program], ["core.hooksPath", join(shop, ".git", "hooks")], ["core.alternateRefsCommand", program], ["filter.x.smudge", program], ["filter.x.clean", program], ["diff.x.textconv", program], ["diff.external", program], ["credential.helper", program], ["extensions.partialClone", "origin"], ["remote.origin.url", `ext::${program}`], ["remote.origin.promisor", "true"], ["protocol.ext.allow", "always"], ["uploadpack.packObjectsHook", program], ["gc.auto", "1"]] as const) git(shop, "config", key, value);
  rmSync(trace, { force: true });
  assert.equal(textsAt(shop, [`off:${settings}`, ":none", `${"a".repeat(40)}:x`])?.size, 1);
  assert.ok(!existsSync(trace));
});
