import type { Detector } from "../detector.ts";
import { assigned, own, takenFrom } from "../ruleForms.ts";
import { hex, human, letters, lowercase } from "../samples.ts";

// In quotes anything up to the same kind of line end; bare, one word, of which no sign is where another field or a variable begins.
const value = String.raw`(?<value>(?<=")(?:[^"\n\r\\]|\\(?!["\n\r])){4,300}(?=\\?")|(?<=')(?:[^'\n\r\\]|\\(?!['\n\r])){4,300}(?=\\?')|(?<=\`)(?:[^\`\n\r\\]|\\(?![\`\n\r])){4,300}(?=\\?\`)|(?<!["'\`])(?:[^\s"'\`<>(){}[\],;&$#\\]|(?<=[^\s"'\`=:>(,])(?:#|\$(?![a-z_{(])|&(?!\w{1,30}[=;]))){5,300}(?=[\s;&<"'#\\}]|$))`;
const name = (words: string) => new RegExp(`(?:${words})(?<tail>[\\w-]{0,30})${assigned}${value}`, "diy");
/** What a key is of where it is a secret: alone, `key` is most often one of a keyboard or a list, and stands in every tenth line. */
const keyOwners = ["api", "access", "auth", "private", "signing", "signature", "encryption", "encrypt", "crypto", "account", "master", "storage", "client", "session", "app", "application", "service", "shared", "hmac", "license", "licence", "secret", "user", "admin", "deploy", "integration", "write", "server", "webhook", "subscription", "function", "consumer", "project", "team", "bot", "jwt", "cookie", "cipher", "aes", "gcp", "aws", "azure", "google", "firebase", "activation", "bearer", "serviceaccount", "recaptcha", "instrumentation"];
/** `pw` stands in other words where nobody's name is before it. */
const pwOwners = ["root", "user", "admin", "bind", "db"];
const keyNames = keyOwners.flatMap((owner) => ["", "_", "-", "."].map((joint) => `${owner}${joint}key`));

/** A value under a name that says it is a secret; the last resort, hence the last of the list. */
export const assignments: readonly Detector[] = takenFrom(own, [
  {
    id: "password-assignment", kind: "secret", tier: "possible", keywords: ["pass", "pwd", ...["_", "-", "."].map((joint) => `${joint}pw`), ...pwOwners.map((owner) => `${owner}pw`)], pattern: name(String.raw`pass(?:word|wd|phrase|code|wort)?|pwd|(?:[_.-]|${pwOwners.join("|")})pw(?![a-z])`), check: "password",
    examples: () => [
      `password = "${letters(14)}"`, `DB_PASSWORD=hunter2`, `"password": "${"Tr0ub4dor&3"}"`, `  password: ${letters(16)}\n`, `dbPass := "${letters(16)}"`, `<password>${letters(16)}</password>`, `Server=db;Password=${letters(14)};Timeout=3`,
      `<add key="Password" value="${"Cleartext"}Password1" />`, `const password: string = '${letters(16)}';`, `"{\\"password\\":\\"${letters(12)}\\"}"`, `PGPASSWORD=${letters(16)} psql`, `jdbc:mysql://h/db?user=root&password=${"Summer"}2024`, `password: |\n  ${letters(16)}`, `mysql_pwd => '${letters(12)}'`,
      `process.env.DB_PASSWORD || "${human}"`, `ENV["DB_PASSWORD"] ?? '${human}'`, `PW_PASSWORD=\${DB_PASSWORD:-${human}}`, `{"name": "DB_PASSWORD", "value": "${human}"}`, `const PASSWORD: &str = "${human}";`, `let password = String::from("${human}");`, `password = "${"purple 7"} monkeys"`, `export DB_PASSWORD=${"purple"}monkeys\n`, `DB_PASSWORD=${"purple"}monkeys # local`,
      `Dim strPassword As String = "${human}"`, `{password, "${human}"}`, `bind_pw: ${human}`, `olcRootPW: ${human}`, `char ssid_pw[] = "${human}";`,
    ],
    counterExamples: () => [
      "password = getPassword()", "password: string", `"password": "Password"`, "password = process.env.DB_PASSWORD", `password = os.environ["DB_PASSWORD"]`, "PASSWORD=${DB_PASSWORD}", "PASSWORD=username", "PASSWORD=yourpassword", "x = PASSWORD=purplemonkeys", `password: "{{ vault_password }}"`, `password = "changeme"`, `"password": "Enter your password"`,
      `password: 'password123456'.repeat(2)`, `passwordField = "input-password-2"`, "PWD=/home/someone1", `bypass: "reason-12345"`, `password = "[REDACTED:password-assignment-1]"`, "password = req.body.password1", `passed: "step-1-of-3"`, `type="password" name="x1"`, `<tr id="password" class="user-pass1">`, "wrong password\n  follow_redirect!", "To process all, pass `ALL=1`.", "struct passwd *nobody1;", `password: "Enter 8 letters or more"`, `password = "$PASSWORD1"`, `"password": "${"パスワードを入力してください。"}"`, `password: !secret db_password1`, "if (password.length < 8)", `led_pwm: "s3cur1ty!x"`, `[password, "s3cur1ty!x"]`, `"passwordUrl": "https://x.test/reset1"`,
    ],
  },
  {
    id: "secret-assignment", kind: "secret", tier: "possible", keywords: ["secret", "token", "credential", "auth", "webhook", ...keyNames],
    pattern: name(String.raw`secret|token|credentials?|(?:${keyOwners.join("|")})[_.-]?key|(?<![a-z])auth|webhook`), check: "secret",
    examples: () => [`SESSION_SECRET=${hex(64)}`, `clientSecret: "${letters(32)}"`, `"api_key": "${letters(24)}"`, `app.setSecretKey("${letters(30)}")`, `- name: API_TOKEN\n  value: ${letters(32)}\n`, `export AUTH_TOKEN='${letters(20)}'`, `os.environ.get("APP_SECRET", "${"q7$f(x2&"}${lowercase(42)}")`, `?access_token=${letters(32)}&x=1`],
    counterExamples: () => [
      `"key": "ctrl+shift+down"`, `publicKey = "${letters(40)}"`, "token = await getToken()", "api_key = config.apiKey", `secretName: "my-database-credentials-2"`, `token: "IDENTIFIER_TOKEN"`, `const secret = "${"0".repeat(32)}"`, `tokenHash = "${hex(64)}"`, `"integrity": "sha512-${letters(86)}=="`, `api_key: \${{ secrets.API_KEY }}`,
      `nextPageToken: "${letters(24)}"`, `SECRET_KEY=change-me`, `tokenUrl: "https://login.corp.test/oauth2/v2.0/token"`, `access_key = var.access_key`, `secret: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:x"`, `primaryKey: "${hex(32)}"`, `token: "sha256:${hex(64)}"`,
    ],
  },
  {
    id: "key-assignment", kind: "secret", tier: "possible", keywords: ["key\"", "key'", "key=", "key:", "key "], pattern: new RegExp(`key(?=["'=: ])${assigned}(?<![\\w.-])(?<value>[A-Za-z0-9+/_=-]{20,120})(?![\\w/+=-])`, "diy"), check: "key",
    examples: () => [`ACMECORP_KEY=${letters(32)}`, `"weatherKey": "${hex(32)}"`, `mashape_key = "${letters(50)}"`],
    counterExamples: () => [`"key": "ctrl+shift+down"`, `publicKey = "${letters(40)}"`, `cache_key = "${hex(32)}"`, "KEY=abcdefghijklmnopqrstuvwxyz"],
  },
]);
