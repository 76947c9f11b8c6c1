import assert from "node:assert/strict";
import { test } from "node:test";
import { freeName, toEnvironmentName } from "../../../src/core/fixes/environmentName.ts";
import { findReferenceFix } from "../../../src/core/fixes/referenceFix.ts";

/** Replaces SECRET in a line as the fix would; `undefined`: no fix. */
function fix(languageId: string, text: string, uri = "file:///repo/file") {
  const start = text.indexOf("SECRET");
  const finding = { detector: "acme-token", kind: "secret", tier: "certain", start, end: start + 6 } as const;
  const found = findReferenceFix({ text, languageId, uri }, finding, [finding]);
  return found === undefined ? undefined : text.slice(0, found.literal.start) + found.language.refer(found.name) + text.slice(found.literal.end);
}

const cases: readonly (readonly [string, string, string, string?])[] = [
  ["typescript", `const apiKey: string = "SECRET";`, `const apiKey: string = process.env.API_KEY;`],
  ["javascript", "connect({ password: `SECRET` })", "connect({ password: process.env.PASSWORD })"],
  ["python", `db_password = r'SECRET'  # prod`, `db_password = os.environ["DB_PASSWORD"]  # prod`],
  ["python", `key = """SECRET"""`, `key = os.environ["KEY"]`],
  ["go", `var token string = "SECRET"`, `var token string = os.Getenv("TOKEN")`],
  ["go", "apiToken := `SECRET`", `apiToken := os.Getenv("API_TOKEN")`],
  ["java", `  client.setSecretKey("SECRET");`, `  client.setSecretKey(System.getenv("SECRET_KEY"));`],
  ["csharp", `var key = @"SECRET";`, `var key = System.Environment.GetEnvironmentVariable("KEY");`],
  ["ruby", `config[:api_key] = 'SECRET'`, `config[:api_key] = ENV.fetch("API_KEY")`],
  ["php", `$dbPass = 'SECRET';`, `$dbPass = getenv('DB_PASS');`],
  ["rust", `let api_key = "SECRET";`, `let api_key = std::env::var("API_KEY").expect("API_KEY is not set");`],
  ["shellscript", `export TOKEN=SECRET`, `export TOKEN="\${TOKEN:?}"`],
  ["shellscript", `TOKEN='SECRET' run`, `TOKEN="\${TOKEN:?}" run`],
  ["yaml", `  dbPassword: SECRET`, `  dbPassword: "\${DB_PASSWORD}"`],
  ["yaml", `  - token: "SECRET"`, `  - token: \${{ secrets.TOKEN }}`, "file:///repo/.github/workflows/ci.yml"],
  ["dockerfile", `ENV TOKEN=SECRET`, `ENV TOKEN="\${TOKEN}"`],
  ["dockerfile", `ENV TOKEN SECRET`, `ENV TOKEN "\${TOKEN}"`],
  ["plaintext", `  secret_key = "SECRET"`, `  secret_key = var.secret_key`, "file:///repo/main.tf"],
  ["typescript", `send("SECRET")`, `send(process.env.ACME_TOKEN)`],
  ["typescript", `const path = "SECRET"`, `const path = process.env.PATH_VALUE`],
  ["typescript", `x ? "SECRET" : ""`, `x ? process.env.ACME_TOKEN : ""`],
];

for (const [language, before, after, uri] of cases) test(`${language}: ${before.trim()} becomes a reference`, () => assert.equal(fix(language, before, uri), after));

const refused: readonly (readonly [string, string])[] = [
  ["typescript", `const url = "https://ann:SECRET@example.com"`],
  ["typescript", "const url = `${base}SECRET`"],
  ["typescript", `const json = '{"password":"SECRET"}'`],
  ["typescript", "const json = `{\n  \"password\": \"SECRET\"\n}`"],
  ["typescript", `const map = { "SECRET": 1 }`],
  ["python", `key = b"SECRET"`],
  ["python", `doc = """\nkey = "SECRET"\n"""`],
  ["shellscript", `curl -H "Authorization: SECRET"`],
  ["shellscript", `curl -u SECRET https://example.com`],
  ["yaml", `command: run --token SECRET`],
  ["json", `{"password": "SECRET"}`],
  ["gatelodge-restricted", `PASSWORD="SECRET"`],
];

for (const [language, line] of refused) test(`${language}: ${line.trim()} is left alone`, () => assert.equal(fix(language, line), undefined));

test("a key that is itself a finding never becomes a name", () => {
  const text = `TOKENXYZ = "SECRET"`;
  const findings = [[0, 8], [12, 18]].map(([start, end]) => ({ detector: "acme-token", kind: "secret", tier: "certain", start: start ?? 0, end: end ?? 0 } as const));
  assert.equal(findReferenceFix({ text, languageId: "python", uri: "file:///a.py" }, findings[1] ?? assert.fail(), findings)?.name, "ACME_TOKEN");
});

test("a name that is taken gets a number", () => {
  assert.equal(freeName("KEY", (name) => name === "KEY" || name === "KEY_2"), "KEY_3");
  assert.equal(toEnvironmentName("", "…"), "SECRET");
});
