import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { hex, human, letters } from "../samples.ts";

/** Passwords at their place in statements, calls and settings of servers, where no name before an assignment tells. */
export const writtenPasswords: readonly Detector[] = takenFrom(own, [
  {
    id: "terraform-variable-default", kind: "secret", tier: "likely", keywords: ["variable \""], pattern: /variable "[\w-]{0,40}(?:password|passwd|secret|token|api_?key|private_?key|credential)[\w-]{0,20}"\s{0,4}\{[^{}]{0,400}?\bdefault\s{0,12}=\s{0,4}"(?<value>[^"\n$]{4,200})"/diy, check: "typedPassword",
    examples: () => [`variable "db_password" {\n  type    = string\n  default = "${human}"\n}`, `variable "api_token" {\n  description = "x"\n  sensitive   = true\n  default     = "${letters(32)}"\n}`],
    counterExamples: () => [`variable "db_password" {\n  type = string\n}\nvariable "region" {\n  default = "eu-central-1"\n}`, `variable "db_password" {\n  default = ""\n}`, `variable "db_password" {\n  default = "<password>"\n}`, `variable "region" {\n  default = "eu-central-1"\n}`],
  },
  {
    id: "pgpass-password", kind: "secret", tier: "likely", keywords: [":5432:", ":5433:", ":5434:", ":6432:", ":*:"], before: Array.from({ length: 48 }, (_, index) => 48 - index), pattern: /(?<=^|\n)[\w.*-]{1,48}:(?:543[234]|6432|\*):[\w*-]{1,40}:[\w.*-]{1,40}:(?<value>[^\s:$<>{}]{4,80})(?=\r?\n|$)/dy, check: "typedPassword",
    examples: () => [`*:*:*:app:${human}\n`, `db.corp.test:5432:shop:app:${human}\n`], counterExamples: () => ["*:*:*:app:$PW", "a:*:b", "ports: 5432:5432:x"],
  },
  {
    id: "sql-user-password", kind: "secret", tier: "likely", keywords: ["identified", "with password", "encrypted password"], pattern: /(?:identified\s{1,4}(?:with\s{1,4}["'`]?\w{1,40}["'`]?\s{1,4})?by\s{1,4}(?:password\s{1,4})?|(?:with|encrypted) password\s{0,2}=?\s{0,2}N?)["'](?<value>[^"'\n$%{<]{4,100})["']/diy, check: "typedPassword",
    examples: () => [`CREATE USER 'app'@'%' IDENTIFIED BY '${human}';`, `ALTER USER 'root'@'localhost' IDENTIFIED WITH mysql_native_password BY '${letters(14)}';`, `CREATE USER app WITH PASSWORD '${"correcthorse"}';`, `CREATE LOGIN app WITH PASSWORD = N'${human}';`], counterExamples: () => ["identified by 'password'", "CREATE USER u IDENTIFIED BY '$PW'", "identified by \"{{ pw }}\"", "is identified by its name"],
  },
  {
    id: "database-call-password", kind: "secret", tier: "likely", keywords: ["new pdo", "new \\pdo", "new mysqli", "new \\mysqli", "mysqli_connect", "mysql_connect", "dbi->connect", "drivermanager.getconnection", "oci_connect", "pymysql.connect", "mysqldb.connect", "new sequelize", "ftplib.ftp"],
    pattern: /(?:new \\?PDO|new \\?mysqli|mysqli?_connect|DBI->connect|DriverManager\.getConnection|oci_connect|pymysql\.connect|MySQLdb\.connect|new Sequelize|ftplib\.FTP)\s{0,2}\(\s{0,12}(?:\$\w{1,40}|["'][^"'\n]{0,200}["']|[\w.]{1,60})\s{0,4},\s{0,12}(?:\$\w{1,40}|["'][^"'\n]{0,80}["'])\s{0,4},\s{0,12}["'](?<value>[^"'\n$]{4,100})["']/diy, check: "typedPassword",
    examples: () => [`new PDO($dsn, 'root', '${human}');`, `mysqli_connect("localhost", "root", "${human}", "shop")`, `DBI->connect("dbi:mysql:shop", "root", "${letters(12)}")`, `new Sequelize('shop', 'app', '${human}', { host: 'db' })`], counterExamples: () => ["new PDO($dsn, $user, $password)", `mysqli_connect("localhost", "root", "password")`, `mysqli_connect("localhost", "root", "")`],
  },
  {
    id: "server-setting-password", kind: "secret", tier: "likely", keywords: ["requirepass", "masterauth", "rootpw", "bindpw", "enable secret", "enable password"],
    pattern: /(?<=(?:^|\n)[ \t]{0,8}|"|')(?:(?:requirepass|masterauth|rootpw|bindpw)[ \t]{1,12}|enable (?:secret|password) (?:0 )?)["']?(?<value>[^\s"'$%<>{}#-][^\s"'<>{}]{4,80})(?=["']?[ \t]{0,4}(?:\r?\n|$))/diy, check: "typedPassword",
    examples: () => [`requirepass ${human}\n`, `rootpw ${human}\n`, `enable password 0 ${human}\n`], counterExamples: () => ["# requirepass foobared", "requirepass $PW\n", "rootpw --lock\n", "enable password checks for users\n"],
  },
  {
    id: "mail-relay-password", kind: "secret", tier: "likely", keywords: ["]:25", "]:465", "]:587", "]:2525", "]:submission"], pattern: /\]:(?:25|465|587|2525|submission)[ \t]{1,8}[\w.+@-]{1,80}:(?<value>[^\s:$<>{}"']{4,100})(?=[ \t]{0,4}(?:\r?\n|$))/dy, check: "typedPassword",
    examples: () => [`[smtp.corp.test]:587 joe@corp.test:${human}\n`], counterExamples: () => ["[::1]:25 is open", "relayhost = [smtp.corp.test]:587", "[smtp.corp.test]:587 user:password"],
  },
  {
    id: "oracle-address-password", kind: "secret", tier: "likely", keywords: ["jdbc:oracle:"], pattern: /jdbc:oracle:(?:thin|oci\d?):[\w$#]{1,40}\/(?<value>[^\s"'$<>{}@/]{4,60})@/diy, check: "typedPassword",
    examples: () => [`jdbc:oracle:thin:scott/${human}@db.corp.test:1521:ORCL`], counterExamples: () => ["jdbc:oracle:thin:@db.test:1521:ORCL", "jdbc:oracle:thin:scott/$PW@db"],
  },
  {
    // As drivers of Go and PHP take it: user:password@protocol(address)/database.
    id: "data-source-password", kind: "secret", tier: "likely", keywords: ["@tcp(", "@unix("], before: Array.from({ length: 45 }, (_, index) => 50 - index), pattern: /(?<![\w./:-])[\w.-]{1,16}:(?<value>[^\s"'$<>{}[\]:/@`%]{4,48})@(?:tcp|unix)\(/dy, check: "typedPassword",
    examples: () => [`dsn := "app:${human}@tcp(db.corp.test:3306)/shop"`], counterExamples: () => ["user:password@tcp(localhost:3306)/x", "@tcp(db:3306)/x", "app:%s@tcp(db:3306)/x"],
  },
  {
    id: "template-parameter-password", kind: "secret", tier: "likely", keywords: ["password\"", "secret\""], pattern: /(?:password|secret)"\s{0,4}:\s{0,4}\{\s{0,60}"value"\s{0,4}:\s{0,4}"(?<value>[^"\n$[{]{4,200})"/diy, check: "typedPassword",
    examples: () => [`"adminPassword": {\n  "value": "${human}"\n}`], counterExamples: () => [`"adminPassword": { "value": "" }`, `"adminPassword": { "value": "[parameters('pw')]" }`, `"adminPassword": { "type": "securestring" }`],
  },
  {
    id: "composer-token", kind: "secret", tier: "likely", keywords: ["github-oauth"], pattern: /github-oauth["']?:\s{0,20}\{\s{0,40}["']?github\.com["']?:\s{0,4}["']?([0-9a-f]{40})(?!\w)/diy,
    examples: () => [`{"github-oauth": {"github.com": "${hex(40)}"}}`], counterExamples: () => [`{"github-oauth": {"github.com": "<token>"}}`, `{"github-oauth": {"github.com": "${"0".repeat(40)}"}}`],
  },
  {
    id: "wireless-passphrase", kind: "secret", tier: "likely", keywords: ["psk=", "wpa_passphrase="], pattern: /(?<=(?:^|\n)[ \t]{0,8})(?:psk|wpa_passphrase)=["']?(?<value>[^\n"'$<>{}%]{8,64})(?=["']?[ \t]{0,4}(?:\r?\n|$))/diy, check: "typedPassword",
    examples: () => [`network={\n  ssid="home"\n  psk="${human}"\n}`, `wpa_passphrase=${human}\n`], counterExamples: () => [`psk="<your-passphrase>"`, "psk=$PSK", "wpa_psk=x"],
  },
]);
