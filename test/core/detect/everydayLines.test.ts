/** Lines as they stand in ordinary repositories, each class of them written for this test: none is a credential that is shown, or kept from anybody. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { detect } from "../../../src/core/detect/detect.ts";
import { hex, letters, lowercase } from "../../../src/core/detect/samples.ts";

const uuid = "7b1f0c52-94de-4a37-b8c6-2f90d15ae843";
const everyday: Readonly<Record<string, readonly string[]>> = {
  "placeholders": [
    "STRIPE_SECRET_KEY=sk_test_xxxxxxxxxxxxxxxxxxxxxxxx", "OPENAI_API_KEY=<paste your key here>", 'api_key: "YOUR_API_KEY"', "password: <%= ENV['DB_PASSWORD'] %>", 'token = "insert-token-here"', "SECRET_KEY=replace-me-with-a-long-random-string",
    'AWS_SECRET_ACCESS_KEY="********************"', "export GITHUB_TOKEN=ghp_your_token_here", "DATABASE_URL=postgres://user:password@localhost:5432/app", "DATABASE_URL=postgres://USER:PASSWORD@HOST:PORT/DB", "redis://:${REDIS_PASSWORD}@cache:6379/0", "mongodb+srv://<username>:<password>@cluster0.example.mongodb.net/test",
    "Authorization: Bearer YOUR_ACCESS_TOKEN", 'curl -H "X-Api-Key: $API_KEY" https://api.example.com', "curl -u username:password https://api.example.com", 'password = ""', "password = None", "password: null", 'secret = "TODO"', 'token: "dummy-token-for-tests"',
  ],
  "examples of manuals": [
    `AWS_ACCESS_KEY_ID=AK${"IA"}IOSFODNN7EXAMPLE`, `aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`, "password: example-password", 'client_secret="example_client_secret_value"', "https://user:pass@example.com/path", "ftp://anonymous:guest@ftp.example.org/", 'api_token = "0123456789abcdef0123456789abcdef"', 'key = "abcdefghijklmnopqrstuvwxyz123456"',
  ],
  "digests": [
    `"sha512": "${hex(128)}"`, `sha256:${hex(64)}`, `md5 = ${hex(32)}`, `commit: ${hex(40)}`, `- uses: actions/checkout@${hex(40)} # v4`, `FROM node:20@sha256:${hex(64)}`, `checksum = "${hex(64)}"`, `hash: ${hex(8)}`, `rev = "${hex(40)}"`, `"etag": "W/\\"${hex(32)}\\""`, `ref: refs/heads/main ${hex(40)}`, `<script integrity="sha384-${letters(64)}" crossorigin="anonymous">`, `'sha256-${letters(43)}='`, `index ${hex(7)}..${hex(7)} 100644`, `build-id: ${hex(20)}`, `gitsha: ${hex(12)}`,
  ],
  "lockfiles": [
    `"integrity": "sha512-${letters(86)}==",`, `  resolved "https://registry.yarnpkg.test/left-pad/-/left-pad-1.3.0.tgz#${hex(40)}"`, `  integrity sha512-${letters(86)}==`, `github.com/acme/shop v1.2.3 h1:${letters(43)}=`, `github.com/acme/shop v1.2.3/go.mod h1:${letters(43)}=`, `    resolution: {integrity: sha512-${letters(86)}==}`, `    --hash=sha256:${hex(64)} \\`, `    {file = "shop-1.0-py3-none-any.whl", hash = "sha256:${hex(64)}"},`, `content-hash = "${hex(64)}"`, `"contentHash": "${letters(86)}=="`, `  "shasum": "${hex(40)}"`, `checksum: 10c0/${hex(128)}`, `"reference": "${hex(40)}"`, `  sha256: "${hex(64)}"`, `PODFILE CHECKSUM: ${hex(40)}`, `"revision" : "${hex(40)}"`, `"originHash" : "${hex(64)}"`,
  ],
  "identifiers": [
    `id: ${uuid}`, `"tenantId": "${uuid}"`, `subscription_id = "${uuid}"`, `<ProjectGuid>{${uuid.toUpperCase()}}</ProjectGuid>`, `traceparent: 00-${hex(32)}-${hex(16)}-01`, `"requestId":"${hex(24)}"`, `ObjectId("${hex(24)}")`, `arn:aws:iam::123456789012:role/deploy`, `sessionStorageKey = "app.session.v2"`, `data-testid="password-input-field-2"`, `key="user-profile-settings-panel-3"`, `cacheKey: "v1-linux-node-modules-${hex(12)}"`, `isbn: 978-3-16-148410-0`, `partition_key = "customer_id#created_at"`,
  ],
  "references": [
    "password: ${DB_PASSWORD:?not set}", "PASSWORD=$(cat /run/secrets/db_password)", 'password = os.getenv("DB_PASSWORD", "")', 'token: process.env["NPM_TOKEN"] ?? ""', "secret: ${{ secrets.DEPLOY_KEY_2 }}", "  password: !vault |", "password: !Sub '{{resolve:secretsmanager:MySecret:SecretString:password}}'", "client_secret = var.azure_client_secret", 'apiKey = Environment.GetEnvironmentVariable("API_KEY")', 'val token = System.getenv("TOKEN_2")', "password: {{ .Values.database.password | b64enc }}", "password=@Microsoft.KeyVault(SecretUri=https://kv.example/secrets/db)", "key: op://vault/item/password", 'api_key = st.secrets["api_key"]', "token: <redacted>", 'echo "token=$TOKEN" >> "$GITHUB_OUTPUT"', 'secretKeyRef: { name: database, key: password }', "password: vault:secret/data/app#password",
  ],
  "key bindings": [`{ "key": "ctrl+shift+alt+down", "command": "cursorDown" }`, `"keys": ["super+shift+p"], "command": "show_overlay"`, `{ "key": "cmd+k cmd+s", "when": "editorTextFocus" }`, `bindkey '^[[1;5C' forward-word`, `map <leader>pw :Password<CR>`, `Key::new("ctrl-shift-tab")`],
  "public keys": [
    `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${letters(340)} marlene@laptop`, `ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABB${letters(88)}= host`, `-----BEGIN ${"CERTIFICATE"}-----\nMIID${letters(60)}\n${letters(64)}\n-----END ${"CERTIFICATE"}-----`, `-----BEGIN PGP ${"PUBLIC"} KEY BLOCK-----\n\nmQIN${letters(60)}\n-----END PGP ${"PUBLIC"} KEY BLOCK-----`, `publicKeyToken=${hex(16)}`, `"publicKey": "MCowBQYDK2VwAyEA${letters(43)}="`, `verify_key: "${letters(43)}="`, `{"kty":"RSA","n":"${letters(300)}","e":"AQAB","kid":"${hex(16)}"}`, `{"kty":"EC","crv":"P-256","x":"${letters(43)}","y":"${letters(43)}"}`, `fingerprint: SHA256:${letters(43)}`, `VAPID_PUBLIC_KEY=B${letters(86)}`, `known_hosts: github.test ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA${letters(43)}`,
  ],
  "shortened code": [
    `!function(t){var e={};function n(r){if(e[r])return e[r].exports;var o=e[r]={i:r,l:!1,exports:{}}}}([]);`, `t.token=e.token,t.secret=n,t.password=r.pwd,t.apiKey=void 0;`, `const o={key:"Enter",code:"Enter",keyCode:13,password:t=>t.length>8,token:null};`, `e.setItem("token",t.accessToken),e.setItem("refresh_token",t.refreshToken)`, `"use strict";var a=n(4821),s=n.n(a),c=n(93379);const u={secret:"secret",password:"password",apiKey:"apiKey"};`, `//# sourceMappingURL=data:application/json;base64,${letters(200)}`, `url(data:font/woff2;base64,${letters(300)})`, `<img src="data:image/png;base64,iVBORw0KGgo${letters(200)}">`, `AAAA,SAASA,EAAaC,GACpB,IAAIC,EAAU`, `.css-${lowercase(6)}{color:red}`, `_0x3f2a("0x1b","k$Gh")`,
  ],
  "labels and texts": [
    `"password_label": "Passwort wiederholen"`, `"resetPassword": "Réinitialiser le mot de passe"`, `"password.too_short": "Must be at least 12 characters"`, `# Rotate the token every 90 days.`, `<input type="password" autocomplete="current-password" id="login-password-1">`, `placeholder="Enter your API key"`, `password_hash VARCHAR(255) NOT NULL`, `password_reset_tokens`, `it("rejects a wrong password", async () => {`, `Error: invalid token "foo" at position 12`, `SyntaxError: Unexpected token } in JSON at position 1042`, `token_endpoint: https://login.example.com/oauth2/token`, `secretName: tls-wildcard-example-com`, `passwordPolicy: minLength=12,requireDigits`, `--password-file /etc/restic/password`, `auth_method: password-or-publickey`, `tokenizer: cl100k_base_v2`, `"keywords": ["password", "generator", "secure-random-2"]`, `author_token_count: 123456789`, `secret-scanning: enabled-for-all`, `'password' => 'required|min:8|confirmed',`, `const icons = { password: "lock" };`, "The password is stored as a bcrypt hash.", `password: faker.internet.password(),`, `password: { type: String, minlength: 8 }`, "curl -b cookies.txt https://app.example.com", "errors.password.short=too short", `assert user.password == "hashed"`,
  ],
};

for (const [name, lines] of Object.entries(everyday)) {
  test(`no alarm for ${name}`, () => {
    const alarms = lines.flatMap((line) => detect(line).filter(({ kind }) => kind === "secret").map(({ detector, tier, start, end }) => `${tier} ${detector}: ${line.slice(start, end)} in ${line.slice(0, 100)}`));
    assert.deepEqual(alarms, []);
  });
}
