import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";
import { detect } from "../../../src/core/detect/detect.ts";
import { hex, letters, lowercase } from "../../../src/core/detect/samples.ts";

const uuid = "3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643";
const clean: Readonly<Record<string, readonly string[]>> = {
  "identifiers and digests": [`id: ${uuid}`, `"requestId": "${uuid}"`, `commit ${hex(40)}`, `"sha256": "${hex(64)}"`, `ETag: "${hex(32)}"`, `"integrity": "sha512-${letters(86)}=="`, `resolved "https://registry.test/a/-/a-1.0.0.tgz#${hex(40)}"`, `h1:${letters(43)}=`, `image: app@sha256:${hex(64)}`],
  "key bindings and labels": [`"key": "ctrl+shift+down"`, `"password": "Password"`, `"password": "Passwort eingeben"`, `"token": "Zugriffstoken"`, `password: "Mot de passe oublié ?"`, `<label for="password">Password:</label>`, `<input type="password" name="password" placeholder="Password">`],
  "public keys": [`-----BEGIN ${"PUBLIC"} KEY-----\nMIIB${letters(64)}\n-----END ${"PUBLIC"} KEY-----`, `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA${letters(43)} me@host`, `"publicKey": "${letters(44)}"`, `public_key = "${letters(64)}"`],
  "references": ["const token = process.env.GITHUB_TOKEN;", `password = os.environ["DB_PASSWORD"]`, "PASSWORD=${DB_PASSWORD}", "password: {{ vault_db_password }}", "api_key: ${{ secrets.API_KEY }}", `secret = data.aws_secretsmanager_secret.db1.id`, `token: !Ref Token1`, "$env:TOKEN", "password=%DB_PASSWORD%", "apiKey: import.meta.env.VITE_API_KEY1", "token = var.github_token_2"],
  "calls and expressions": ["password = getPassword()", "const secret = await vault.read('secret/data/app1');", "token = request.headers['x-token-1']", "this.password = password1;", "if (password !== confirmPassword2) {", "tokens = text.split(' ')", "password = hash(password, salt, 10000)", "const key = crypto.randomBytes(32).toString('hex');", "const { accessToken: token1 } = session;"],
  "types": ["password: string", "password?: string | undefined;", "token: Option<String>,", "let secret: [u8; 32];", "password: Annotated[str, Field(min_length=8)]", "apiKey: CredentialV2;", "private readonly secretKey: SecretKeyV1"],
  "addresses without a password": ["https://example.test:8080/path", "http://localhost:3000/@vite/client", "git@github.com:acme/shop.git", "ssh://git@github.com:22/acme/shop.git", "postgres://localhost/app", "https://unpkg.com/react@18.2.0/umd/react.js", "mailto:someone@example.test", "redis://cache:6379/0", "\"http://user@host:80/\"", "https://a.test/x:y@z"],
  "placeholders": [`password = "changeme"`, `API_KEY=your-api-key-here`, "TOKEN=<your-token>", "SECRET=xxxxxxxxxxxxxxxxxxxxxxxx", `token: "****************"`, `api_key = "00000000000000000000000000000000"`, "PASSWORD=", `secret: ""`, `password: "..."`, `Authorization: Bearer <token>`, "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", `AK${"IA"}IOSFODNN7EXAMPLE`],
  "code that a machine shortened": ["!function(e,t){var n=e.token,r=t.password;n&&r?a(n,r):o(e.key,t.secret)}(a,b);", "var a={password:!0,token:!1,secret:void 0,key:\"a\",pass:1}", "e.pass=function(t){return t.pwd=t.pass||null}", `var b64="${letters(400)}"`],
  "sentences and fields about passwords": ["This is a bad password\n page!", "the test should not pass `there1`", "struct passwd *nobody1;", `<tr id="password" class="user-pass1-wrap">`, `new MessageDigestPasswordHasher("sha512")`, `hashed_by: "x1"`, `field_password: パスワードを入力してください。`, `printf("Passwords: %snone%s")`, `"http://apiKey:apiSecret@host.test"`, "AskPasswordFlags askpw_flags2;"],
  "words": ["The password must hold at least 8 characters, 1 digit and 1 sign.", "Tokens: 1234 in, 567 out", "# Secrets: how we handle them (v2)", "bypass: reason-1", "compass: north-2", "tokenizer = Tokenizer(vocab_size=32000)", "max_tokens: 4096", "passed: 12/14", "author: Someone1", `"authenticationMethod": "PBKDF2-HMAC-SHA256"`, "keyboard=de-latin1-nodeadkeys", `"tokenType": "urn:ietf:params:oauth:token-type:jwt"`, `nextPageToken: "${lowercase(30)}"`],
};

for (const [name, texts] of Object.entries(clean)) {
  test(`no alarm for ${name}`, () => {
    for (const text of texts) assert.deepEqual(detect(text).map(({ detector, start, end }) => `${detector}: ${text.slice(start, end)}`), []);
  });
}

const root = join(import.meta.dirname, "..", "..", "..");
const sources = new Set([".ts", ".js", ".mjs", ".cjs", ".json", ".md", ".yaml", ".css"]);

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : entry.isFile() && sources.has(extname(path)) && statSync(path).size < 1_000_000 ? [path] : [];
  });
}

/** As `detector value's length`, never the value: a failure here may be a real secret. */
const alarmsIn = (paths: readonly string[]) => paths.flatMap((path) => detect(readFileSync(path, "utf8")).filter(({ kind, tier }) => kind === "secret" && tier !== "possible").map(({ detector, start, end }) => `${path.slice(root.length + 1)}: ${detector}, ${end - start} characters`));

test("this repository's own source holds no secret", () => {
  assert.deepEqual(alarmsIn(["src", "scripts", "demo/assistant", "demo/model", "docs"].flatMap((folder) => filesUnder(join(root, folder)))), []);
});

test("libraries give less than one alarm per megabyte", () => {
  // secretlint's own rules document real-looking tokens; these two are ordinary code and declarations.
  const files = ["typescript", "@types", "yaml", "vscode-languageserver-protocol", "minimatch"].flatMap((name) => filesUnder(join(root, "node_modules", name)));
  const megabytes = files.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
  assert.ok(megabytes > 2, `only ${megabytes} MB of libraries to look at`);
  const alarms = alarmsIn(files);
  assert.ok(alarms.length < megabytes, alarms.join("\n"));
});
