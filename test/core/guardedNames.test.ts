import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { minimatch } from "minimatch";
import { guardedPatterns, isGuardedName, toAssociation } from "../../src/core/guardedNames.ts";

interface Manifest { readonly contributes: { readonly customEditors: readonly { readonly selector: readonly { readonly filenamePattern: string }[] }[] } }
const names = [".env", ".env.local", ".env.production", ".env.staging", ".env.test", ".env.development", "prod.env", "server.pem", "id_ed25519", ".npmrc"];
const templates = [".env.example", ".env.sample", ".env.template", ".env.dist", ".env.tmpl", ".env.production.example", "server.pub.pem", "app.ts", "id_rsa.pub"];

test("secret files are known by name, templates and public keys are not", () => {
  assert.deepEqual(names.filter((name) => !isGuardedName(name)), []);
  assert.deepEqual(templates.filter(isGuardedName), []);
});

test("the association of a folder takes the same names below it, and none elsewhere", () => {
  const key = toAssociation("/home/me/shop [old]");
  const takes = (path: string) => minimatch(path, key, { dot: true });
  for (const name of names) assert.ok(takes(`file:/home/me/shop [old]/a/${name}`), name);
  for (const name of [".env.example", ".env.sample", ".env.template", ".env.dist", ".env.tmpl", "app.ts"]) assert.ok(!takes(`file:/home/me/shop [old]/${name}`), name);
  assert.ok(!takes("file:/home/me/other/.env"));
});

test("the manifest offers the view for exactly these patterns", () => {
  const { contributes } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as Manifest;
  assert.deepEqual(contributes.customEditors[0]?.selector.map(({ filenamePattern }) => filenamePattern), [...guardedPatterns]);
});
