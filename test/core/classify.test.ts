import assert from "node:assert/strict";
import { test } from "node:test";
import { createClassify } from "../../src/core/classify.ts";
import type { PathIdentity } from "../../src/core/request.ts";
import { knownCredentials } from "../../src/inventory/tools/credentials/knownCredentials.ts";
import { layer, merged } from "../support/policies.ts";

const at = (absolute: string, rest: Partial<PathIdentity> = {}): PathIdentity => ({ absolute, aliases: [], repository: "/repo", resolved: true, ...rest });
const builtin = createClassify(merged().policy);
const labelOf = (path: string, text?: string) => builtin(at(path), text).label;

const restricted = [
  "/repo/.env", "/repo/.env.local", "/repo/deep/er/.env.production", "/repo/prod.env", "/repo/.envrc", "/repo/keys/server.pem", "/repo/a/id_rsa",
  "/home/u/.ssh/id_work", "/repo/store.jks", "/repo/cert.p12", "/home/u/.aws/credentials", "/home/u/.kube/config", "/repo/prod.kubeconfig", "/repo/infra/terraform.tfstate",
  "/repo/infra/terraform.tfstate.backup", "/repo/prod.tfvars", "/repo/secrets.yaml", "/repo/secrets.json", "/repo/backup.dump", "/repo/db/2024-dump.sql", "/home/u/.netrc", "/repo/.npmrc",
  "/repo/.ENV", "/repo/KEYS/SERVER.PEM", "/home/u/.docker/config.json", "/repo/my-service-account.json",
  "/repo/kubeconfig.yaml", "/repo/dump-2026-01-01.sql", "/repo/backup_monday.sql", "/home/u/id_ed25519_work", "/etc/krb5.keytab", "/home/u/.config/gh/hosts.yml", "/home/u/.config/gcloud/access_tokens.db", "/repo/server.key.old",
  "/repo/private.pem.bak", "/repo/secrets.prod.yaml", "/repo/local.settings.json", "/repo/client_secret_12.apps.json", "/repo/shop-firebase-adminsdk-x1.json", "/home/u/.aws/sso/cache/0a1b.json",
  "/repo/.env~", "/repo/.env-prod", "/repo/.env_backup", "/repo/env.production", "/home/u/.ssh/id_rsa.bak", "/repo/id_ed25519.old", "/repo/vpn/office.ovpn", "/home/u/.codex/auth.json", "/home/u/.local/share/opencode/auth.json",
  "/home/u/.config/cursor/auth.json", "/home/u/.config/composer/auth.json", "/home/u/.composer/auth.json", "/home/u/.config/containers/auth.json", "/home/u/.claude.json", "/home/u/.claude/.credentials.json", "/home/u/.gemini/oauth_creds.json",
  "/home/u/.config/github-copilot/apps.json", "/repo/application_default_credentials.json", "/home/u/.azure/service_principal_entries.json", "/repo/wp-config.php", "/repo/wp-config.php.bak", "/repo/service_account.json", "/repo/serviceAccountKey.json",
  "/home/u/.dockercfg", "/home/u/.git-credentials", "/home/u/.pypirc", "/home/u/.vault-token", "/repo/team.kdbx", "/home/u/putty.ppk", "/repo/.htpasswd", "/repo/infra/terraform.tfvars", "/repo/infra/prod.auto.tfvars",
];
const histories = ["/home/u/.bash_history", "/home/u/.zsh_history", "/home/u/.psql_history", "/home/u/.local/share/fish/fish_history", "/home/u/.python_history"];
for (const path of [...restricted, ...histories]) test(`${path} is restricted from day one`, () => assert.equal(labelOf(path), "restricted"));

const open = ["/repo/.env.example", "/repo/.env.sample", "/repo/.env.template", "/repo/.env.dist", "/repo/src/app.ts", "/repo/environment.ts", "/repo/README.md", "/home/u/.ssh/id_rsa.pub", "/repo/config.json", "/repo/terraform.tfvars.example", "/repo/schema.sql", "/repo/src/env.ts", "/repo/secrets.ts", "/home/u/id_ed25519_work.pub", "/repo/src/id_rsa_parser.ts", "/repo/secrets.example.yaml", "/repo/src/dumpTables.sql", "/repo/keynote.key.md",
  "/repo/.env-example", "/repo/.env_sample", "/repo/env.ts", "/repo/env.example", "/repo/env.d.ts", "/repo/src/locales/en/auth.json", "/repo/auth.json", "/repo/.claude/settings.json", "/repo/wp-config-sample.php", "/repo/.htpasswd.example", "/repo/id_rsa.bak.example", "/repo/service-account.example.json", "/repo/vpn/client.ovpn.template", "/home/u/.azure/config", "/repo/src/composer/auth.ts", "/repo/src/opencode/auth.ts"];
for (const path of open) test(`${path} is not restricted`, () => assert.equal(labelOf(path), "internal"));

test("what the inventory counts among credentials is restricted by its name, but for the folder of SSH keys, where a key's text tells", () => {
  const named = knownCredentials.map(({ path }) => path).filter((path) => path !== ".ssh/*");
  assert.ok(named.length > 30);
  assert.deepEqual(named.filter((path) => labelOf(`/home/u/${path.replaceAll("*", "x")}`) !== "restricted"), []);
});

test("a link named like an example does not open the real file", () => {
  assert.equal(builtin(at("/repo/.env", { aliases: ["/repo/.env.example"] }), undefined).label, "restricted");
});

test("a template's exception minds case, since it loosens", () => assert.equal(labelOf("/repo/.env.EXAMPLE"), "restricted"));

test("a confidentiality header raises the label", () => assert.equal(labelOf("/repo/src/pricing.py", "# ACME Company Confidential\n"), "confidential"));

test("a marker beyond the first 8 kB does not count", () => assert.equal(labelOf("/repo/a.txt", `${"x".repeat(8192)}company confidential`), "internal"));

test("front matter names a label", () => assert.equal(labelOf("/repo/a.md", "---\ntitle: x\nclassification: Restricted\n---\n"), "restricted"));

for (const text of ["\uFEFF---\nclassification: restricted\n---\n", "---\nclassification: restricted # the board's\n---\n"]) test(`front matter names a label in ${JSON.stringify(text)}`, () => assert.equal(labelOf("/repo/a.md", text), "restricted"));

test("a marker may have wider gaps, or a line between its words", () => {
  for (const text of ["/* COMPANY  CONFIDENTIAL */", "Company\n Confidential", "company\tconfidential", "/*\n * Company\n * Confidential\n */", "# company\n# confidential", "// Company\n// Confidential", "-- company\n--confidential"]) assert.equal(labelOf("/repo/a.c", text), "confidential");
});

test("what public packages say of their functions and builds is no header", () => {
  for (const text of ["/** @internal For internal use only. */", "/* do not distribute: generated */", "An essay on trade secret law"]) assert.equal(labelOf("/repo/a.c", text), "internal");
});

test("a marker never lowers a label", () => assert.equal(labelOf("/repo/.env", "---\nclassification: public\n---\n"), "restricted"));

test("a repository's glob is relative to its own folder", () => {
  const { policy } = merged(layer("repository", { classification: [{ id: "p", label: "confidential", paths: ["src/pricing/**"] }] }, "/repo"));
  const classify = createClassify(policy);
  assert.equal(classify(at("/repo/src/pricing/engine.py"), undefined).label, "confidential");
  assert.equal(classify(at("/other/src/pricing/engine.py", { repository: "/other" }), undefined).label, "internal");
  assert.equal(classify(at("/repo/lib/src/pricing/engine.py"), undefined).label, "internal");
});

test("a repository entry applies where the remote matches", () => {
  const { policy } = merged(layer("organisation", { classification: [{ id: "core", label: "confidential", repositories: ["github.com/acme/core-*"] }] }));
  const classify = createClassify(policy);
  assert.equal(classify(at("/repo/x.ts", { remotes: ["github.com/me/core-engine", "github.com/acme/core-engine"] }), undefined).label, "confidential");
  assert.equal(classify(at("/repo/x.ts", { remotes: ["github.com/acme/site"] }), undefined).label, "internal");
  assert.equal(classify(at("/repo/x.ts"), undefined).label, "internal");
});

test("an organisation may label files public, a repository may not", () => {
  const organisation = merged(layer("organisation", { classification: [{ id: "docs", label: "public", paths: ["docs/**"] }] }));
  assert.equal(createClassify(organisation.policy)(at("/repo/docs/a.md"), undefined).label, "public");
  const repository = merged(layer("repository", { classification: [{ id: "docs", label: "public", paths: ["docs/**"] }] }, "/repo"));
  assert.equal(createClassify(repository.policy)(at("/repo/docs/a.md"), undefined).label, "internal");
  assert.equal(repository.ignored.length, 1);
});

for (const source of ["organisation", "user", "repository"] as const) test(`a label that is not defined counts as the highest, also from the ${source}`, () => {
  const { policy, ignored } = merged(layer(source, { classification: [{ id: "x", label: "confidental", paths: ["x/**"] }] }));
  assert.equal(createClassify(policy)(at("/repo/x/a"), undefined).label, "restricted");
  assert.deepEqual(ignored.map(({ message }) => /not a label/.test(message)), [true]);
});

test("a default label that is not defined counts as the highest, and the layer is told", () => {
  const { policy, ignored } = merged(layer("organisation", { defaultLabel: "internl" }));
  assert.equal(createClassify(policy)(at("/repo/a.ts"), undefined).label, "restricted");
  assert.match(ignored[0]?.message ?? "", /not a label/);
});
