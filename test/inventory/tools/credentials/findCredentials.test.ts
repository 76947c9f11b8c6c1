import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { test } from "node:test";
import { createToolHome } from "../toolHome.ts";

// Put together here, so that no key stands in the repository.
const head = (kind: string) => `-----BEGIN ${kind} PRIVATE ${"KEY"}-----\n`;
const open = `${head("OPENSSH")}b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\n`;
const locked = `${head("OPENSSH")}b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0\n`;

test("credentials are names and places; files without one, and values, are not told", async () => {
  const { put, find } = createToolHome();
  const secret = (path: string, text: string) => chmodSync(put("home", path, text), 0o600);
  secret(".aws/credentials", "[default]\naws_secret_access_key = hunter2hunter2\n");
  secret(".npmrc", "save-exact=true\n");
  secret(".ssh/id_ed25519", open);
  secret(".ssh/work", locked);
  secret(".ssh/id_ed25519.pub", "ssh-ed25519 AAAA");
  chmodSync(put("home", ".netrc", "machine x password hunter2hunter2"), 0o644);
  put("work", ".env", "KEY=hunter2hunter2");
  put("work", ".env.example", "KEY=");
  const found = await find("credential");
  assert.deepEqual(found.map(({ name, place, risks }) => [name, place.split("/").at(-1), risks]), [
    ["AWS keys", "credentials", []], ["machine passwords", ".netrc", ["other users of this machine may read it"]], ["SSH key", "id_ed25519", ["it has no passphrase"]], ["SSH key", "work", []], [".env", ".env", []],
  ]);
  assert.ok(!JSON.stringify(found).includes("hunter2"));
});

test("variables that hold a secret are told by name, others are not", async () => {
  const { places, find } = createToolHome();
  Object.assign(places, { environmentNames: ["PATH", "GH_TOKEN", "STRIPE_SECRET_KEY", "TOKENIZERS_PARALLELISM", "AWS_ACCESS_KEY_ID", "SSH_AUTH_SOCK", "DB_PASSWORD"] });
  assert.deepEqual((await find("credential")).map(({ name }) => name), ["GH_TOKEN", "STRIPE_SECRET_KEY", "DB_PASSWORD", "SSH agent"]);
});
