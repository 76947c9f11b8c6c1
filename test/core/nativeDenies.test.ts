/** The policy in others' formats: what is denied there is what the policy denies. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createClassify } from "../../src/core/classify.ts";
import { toDeniedNames, toIgnoreLines, toPlainNames, writeOut } from "../../src/core/nativeDenies.ts";
import { builtinInForce } from "../../src/node/policyStore.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const { policy } = builtinInForce();
const denied = toDeniedNames(policy, "internal");
const names = [
  ".env", ".env.local", ".env.production", "app/.env", "prod.env", ".env.example", ".env.sample", ".env-example", "a.example.env", "id_rsa", "id_rsa_work", "id_rsa_parser.ts", "id_rsa_x.pub", ".ssh/id_ed25519", ".ssh/id_ed25519.pub",
  "server.pem", "server.pub.pem", "x.key", "x.key.bak", "secrets.yaml", "secrets.prod.yaml", "secrets.example.yaml", "env.staging", "env.ts", "src/app.ts", "README.md", ".aws/credentials", "aws/credentials", ".kube/config", "terraform.tfvars", "terraform.tfvars.example",
  "dump-1.sql", "migration.sql", "package.json", ".npmrc", ".gnupg/a/b", "service-account-x.json", "environment.ts", ".env.d.ts",
];

test("an ignore file with these lines ignores what the policy restricts, and nothing else (judged by git itself)", (context) => {
  const folder = temporaryFolder(context);
  execFileSync("git", ["init", "-q", folder]);
  writeFileSync(join(folder, ".gitignore"), `${toIgnoreLines(denied).join("\n")}\n`);
  const { stdout } = spawnSync("git", ["check-ignore", "--no-index", "--stdin"], { cwd: folder, input: names.join("\n"), encoding: "utf8" });
  const classify = createClassify(policy);
  const restricted = names.filter((name) => classify({ absolute: `/shop/${name}`, aliases: [], resolved: true }, undefined).label === "restricted");
  assert.ok(restricted.length > 10 && restricted.length < names.length - 10);
  assert.deepEqual(stdout.split("\n").filter((line) => line !== ""), restricted);
});

test("where there are no exceptions, no name ends openly", () => {
  const plain = toPlainNames(denied);
  assert.ok(plain.includes(".env") && plain.includes(".env.production") && plain.includes("*.pem"));
  assert.deepEqual(plain.filter((name) => name.endsWith("*") && !name.endsWith("/**")), []);
});

test("braces are written out", () => {
  assert.deepEqual(writeOut("a.{b,c}.{d,e}"), ["a.b.d", "a.b.e", "a.c.d", "a.c.e"]);
});
