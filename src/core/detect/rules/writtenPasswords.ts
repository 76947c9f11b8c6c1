import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { letters } from "../samples.ts";

/** One that a person thought of. */
const human = "s3cur1ty!x";

/** Passwords at their place in statements, calls and settings of servers, where no name before an assignment tells. */
export const writtenPasswords: readonly Detector[] = takenFrom(own, [
  {
    id: "terraform-variable-default", kind: "secret", tier: "likely", keywords: ["variable \""], pattern: /variable "[\w-]{0,40}(?:password|passwd|secret|token|api_?key|private_?key|credential)[\w-]{0,20}"\s{0,4}\{[^{}]{0,400}?\bdefault\s{0,12}=\s{0,4}"(?<value>[^"\n$]{4,200})"/diy, check: "typedPassword",
    examples: () => [`variable "db_password" {\n  type    = string\n  default = "${human}"\n}`, `variable "api_token" {\n  description = "x"\n  sensitive   = true\n  default     = "${letters(32)}"\n}`],
    counterExamples: () => [`variable "db_password" {\n  type = string\n}\nvariable "region" {\n  default = "eu-central-1"\n}`, `variable "db_password" {\n  default = ""\n}`, `variable "db_password" {\n  default = "<password>"\n}`, `variable "region" {\n  default = "eu-central-1"\n}`],
  },
  {
    id: "pgpass-password", kind: "secret", tier: "likely", keywords: [":5432:", ":*:"], before: Array.from({ length: 48 }, (_, index) => 48 - index), pattern: /(?<=^|\n)[\w.*-]{1,48}:(?:5432|\*):[\w*-]{1,40}:[\w.*-]{1,40}:(?<value>[^\s:$<>{}]{4,80})(?=\r?\n|$)/dy, check: "typedPassword",
    examples: () => [`*:*:*:app:${human}\n`, `db.corp.test:5432:shop:app:${human}\n`], counterExamples: () => ["*:*:*:app:$PW", "a:*:b", "ports: 5432:5432:x"],
  },
  {
    id: "sql-user-password", kind: "secret", tier: "likely", keywords: ["identified"], pattern: /identified\s{1,4}(?:with\s{1,4}["'`]?\w{1,40}["'`]?\s{1,4})?by\s{1,4}(?:password\s{1,4})?["'](?<value>[^"'\n$%{<]{4,100})["']/diy, check: "typedPassword",
    examples: () => [`CREATE USER 'app'@'%' IDENTIFIED BY '${human}';`, `ALTER USER 'root'@'localhost' IDENTIFIED WITH mysql_native_password BY '${letters(14)}';`], counterExamples: () => ["identified by 'password'", "CREATE USER u IDENTIFIED BY '$PW'", "identified by \"{{ pw }}\"", "is identified by its name"],
  },
  {
    id: "database-call-password", kind: "secret", tier: "likely", keywords: ["new pdo", "new \\pdo", "new mysqli", "new \\mysqli", "mysqli_connect", "mysql_connect", "dbi->connect", "drivermanager.getconnection", "oci_connect"],
    pattern: /(?:new \\?PDO|new \\?mysqli|mysqli?_connect|DBI->connect|DriverManager\.getConnection|oci_connect)\s{0,2}\(\s{0,12}(?:\$\w{1,40}|["'][^"'\n]{0,200}["']|[\w.]{1,60})\s{0,4},\s{0,12}(?:\$\w{1,40}|["'][^"'\n]{0,80}["'])\s{0,4},\s{0,12}["'](?<value>[^"'\n$]{4,100})["']/diy, check: "typedPassword",
    examples: () => [`new PDO($dsn, 'root', '${human}');`, `mysqli_connect("localhost", "root", "${human}", "shop")`, `DBI->connect("dbi:mysql:shop", "root", "${letters(12)}")`], counterExamples: () => ["new PDO($dsn, $user, $password)", `mysqli_connect("localhost", "root", "password")`, `mysqli_connect("localhost", "root", "")`],
  },
  {
    id: "server-setting-password", kind: "secret", tier: "likely", keywords: ["requirepass", "masterauth", "rootpw", "enable secret", "enable password"],
    pattern: /(?<=(?:^|\n)[ \t]{0,8}|"|')(?:(?:requirepass|masterauth|rootpw)[ \t]{1,12}|enable (?:secret|password) (?:0 )?)["']?(?<value>[^\s"'$%<>{}#-][^\s"'<>{}]{4,80})(?=["']?[ \t]{0,4}(?:\r?\n|$))/diy, check: "typedPassword",
    examples: () => [`requirepass ${human}\n`, `rootpw ${human}\n`, `enable password 0 ${human}\n`], counterExamples: () => ["# requirepass foobared", "requirepass $PW\n", "rootpw --lock\n", "enable password checks for users\n"],
  },
  {
    id: "wireless-passphrase", kind: "secret", tier: "likely", keywords: ["psk=", "wpa_passphrase="], pattern: /(?<=(?:^|\n)[ \t]{0,8})(?:psk|wpa_passphrase)=["']?(?<value>[^\n"'$<>{}%]{8,64})(?=["']?[ \t]{0,4}(?:\r?\n|$))/diy, check: "typedPassword",
    examples: () => [`network={\n  ssid="home"\n  psk="${human}"\n}`, `wpa_passphrase=${human}\n`], counterExamples: () => [`psk="<your-passphrase>"`, "psk=$PSK", "wpa_psk=x"],
  },
]);
