import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { noseyParker } from "../ruleSets.ts";
import { human, letters } from "../samples.ts";

// A word of a command, in quotes or not; what starts with `$` or `-` is none.
const argument = String.raw`["']?(?<value>[^\s"'$%<>{}|;&\\-][^\s"'|;&\\]{3,99})`;
const command = (names: string, flag: string) => new RegExp(String.raw`(?<![\w-])(?:${names})(?:\.exe)?["']?[ \t](?:[^\n]{0,160}?[ \t])??${flag}${argument}`, "diy");

/** Passwords that people give to commands. */
export const commandLines: readonly Detector[] = [
  ...takenFrom(own, [
    {
      id: "sshpass-password", kind: "secret", tier: "likely", keywords: ["sshpass"], pattern: new RegExp(`(?<![\\w-])(?:sshpass[ \\t](?:[^\\n]{0,160}?[ \\t])??-p ?|SSHPASS=)${argument}`, "diy"), check: "typedPassword",
      examples: () => [`SSHPASS=${human} sshpass -e ssh a`, `sshpass -p '${human}' ssh root@10.0.0.5`, `sshpass -p${letters(12)} scp a b:`], counterExamples: () => ["sshpass -p $PASSWORD ssh root@host", "sshpass -p <password> ssh", "sshpass -f file ssh root@host"],
    },
    {
      id: "mysql-command-password", kind: "secret", tier: "likely", keywords: ["mysql", "mariadb"], pattern: command("mysql(?:dump|admin|import|show|check|pump|sh)?|mariadb(?:-dump|-admin)?", "-p(?=\\S)"), check: "typedPassword",
      examples: () => [`mysql -u root -p${human} shop < dump.sql`, `mysqldump -h db -u app -p'${letters(14)}' shop`], counterExamples: () => ["mysql -u root -p shop", "mysql -u root -p$MYSQL_PASSWORD", "mysql -u root --port 3306", "mysqldump -p${PW} x"],
    },
    {
      id: "ldap-command-password", kind: "secret", tier: "likely", keywords: ["ldapsearch", "ldapadd", "ldapmodify", "ldapdelete", "ldappasswd", "ldapwhoami"], pattern: command("ldap(?:search|add|modify|delete|passwd|whoami)", "-w "), check: "typedPassword",
      examples: () => [`ldapsearch -x -D cn=admin,dc=corp -w ${human} -b dc=corp`], counterExamples: () => ["ldapsearch -x -W -b dc=corp", "ldapsearch -x -w $PW -b dc=corp"],
    },
    {
      id: "redis-command-password", kind: "secret", tier: "likely", keywords: ["redis-cli"], pattern: command("redis-cli", "-a "), check: "typedPassword",
      examples: () => [`redis-cli -h cache -a ${letters(24)} ping`], counterExamples: () => ["redis-cli -a $REDIS_PASSWORD ping", "redis-cli --askpass"],
    },
    {
      id: "docker-login-password", kind: "secret", tier: "likely", keywords: ["docker login", "podman login", "helm registry login", "oc login", "az login", "skopeo login", "crane auth login"],
      pattern: command("docker login|podman login|helm registry login|oc login|az login|skopeo login|crane auth login", "(?:-p|--password|--token)[ =]"), check: "typedPassword",
      examples: () => [`docker login -u deploy -p ${letters(20)} registry.corp.test`, `oc login https://api.corp.test --token=${letters(43)}`], counterExamples: () => ["docker login -u user -p $TOKEN", "docker login --password-stdin", "az login --service-principal -p <secret>"],
    },
    {
      id: "sqlcmd-password", kind: "secret", tier: "likely", keywords: ["sqlcmd", ...["bcp", "isql"].flatMap((name) => [" ", "\t", "\"", "'", ".exe"].map((end) => name + end))], pattern: command("sqlcmd|bcp|isql", "-P ?"), check: "typedPassword",
      examples: () => [`sqlcmd -S db -U sa -P ${human} -Q "select 1"`, `/opt/mssql-tools/bin/sqlcmd -U sa -P '${letters(12)}'`], counterExamples: () => ["sqlcmd -S db -U sa -P $SA_PASSWORD", "sqlcmd -E -S db"],
    },
    {
      id: "oracle-command-password", kind: "secret", tier: "likely", keywords: ["sqlplus ", "expdp ", "impdp ", "sqlldr "], pattern: /(?<![\w-])(?:sqlplus|expdp|impdp|sqlldr)[ \t](?:[^\n]{0,60}?[ \t])??["']?[\w$#]{1,30}\/(?<value>[^\s"'$%<>{}|;&@\\/-][^\s"'|;&@\\]{3,60})@[\w./(-]/diy, check: "typedPassword",
      examples: () => [`sqlplus scott/${human}@db.corp.test/ORCL`, `expdp system/${letters(12)}@prod schemas=hr`], counterExamples: () => ["sqlplus / as sysdba", "sqlplus user/$PASSWORD@db", "sqlplus user/password@db"],
    },
    {
      id: "samba-command-password", kind: "secret", tier: "likely", keywords: ["smbclient", "rpcclient", "smbget", "smbmap", "wmic "], pattern: /(?<![\w-])(?:smbclient|rpcclient|smbget|smbmap|wmic)[ \t](?:[^\n]{0,160}?[ \t])??-U[ =]?["']?[^\s%"']{1,60}%(?<value>[^\s"'$%<>{}|;&\\-][^\s"'|;&\\]{3,60})/dy, check: "typedPassword",
      examples: () => [`smbclient //nas/share -U corp\\\\joe%${human}`], counterExamples: () => ["smbclient //nas/share -U joe", "smbclient //nas/share -U joe%$PW"],
    },
    {
      id: "net-use-password", kind: "secret", tier: "likely", keywords: ["net use "], pattern: /net use [^\n]{0,100}?\\\\[^\s"]{1,120}["']? (?:["']?(?<value>[^\s"'$%<>{}|;&/*\\-][^\s"'|;&\\/]{3,60})["']? \/user:|\/user:[^\s]{1,60} ["']?(?<second>[^\s"'$%<>{}|;&/*\\-][^\s"'|;&\\/]{3,60}))/diy, check: "typedPassword",
      examples: () => [String.raw`net use Z: \\nas\share ${human} /user:corp\joe`], counterExamples: () => [String.raw`net use Z: \\nas\share * /user:joe`, String.raw`net use Z: \\nas\share`, String.raw`net use Z: \\nas\share %PW% /user:joe`],
    },
    {
      id: "openssl-pass", kind: "secret", tier: "likely", keywords: ["-pass pass:", "-passin pass:", "-passout pass:"], pattern: new RegExp(String.raw`-pass(?:in|out)? pass:${argument}`, "dy"), check: "typedPassword",
      examples: () => [`openssl pkcs12 -in a.p12 -passin pass:${human} -nodes`], counterExamples: () => ["openssl rsa -passin pass:$PW", "openssl rsa -passin env:PW", "-passin pass:"],
    },
    {
      id: "keytool-password", kind: "secret", tier: "likely", keywords: ["-storepass ", "-keypass ", "-srcstorepass ", "-deststorepass "], pattern: new RegExp(String.raw`-(?:(?:src|dest)?storepass|keypass) ${argument}`, "dy"), check: "typedPassword",
      examples: () => [`keytool -list -keystore app.jks -storepass ${human}`], counterExamples: () => ["keytool -storepass $PW", "keytool -storepass changeit", "-storepass:env PW"],
    },
    {
      id: "mongo-command-password", kind: "secret", tier: "likely", keywords: ["mongo"], pattern: command("mongo(?:sh|dump|restore|import|export)?", "(?:-p[ ]?|--password[ =])"), check: "typedPassword",
      examples: () => [`mongosh db.corp.test -u me -p ${human}`, `mongodump --username me --password=${letters(14)}`], counterExamples: () => ["mongosh -u me -p $PW", "mongo --port 27017", "mongodump --password <password>"],
    },
    {
      id: "archive-password", kind: "secret", tier: "likely", keywords: ["zip -p ", "zip -rp ", "zip -ep ", "zip -erp ", "zip -rep ", "7z a ", "7z x ", "7z e ", "7za a ", "7za x ", "7za e ", "unrar x ", "unrar e ", "unrar a "], pattern: new RegExp(String.raw`(?<![\w-])(?:zip -(?:er|re|r|e)?P[ ]|(?:7za?|unrar) [axe][ ](?:[^\n]{0,160}?[ \t])??-p)${argument}`, "dy"), check: "typedPassword",
      examples: () => [`zip -P ${human} a.zip f`, `7z x a.7z -p${human}`, `zip -erP ${letters(12)} a.zip f`], counterExamples: () => ["zip -P $PW a.zip f", "7z x a.7z -p", "zip -p a.zip"],
    },
    {
      id: "ipmi-command-password", kind: "secret", tier: "likely", keywords: ["ipmitool"], pattern: command("ipmitool", "-P[ ]?"), check: "typedPassword",
      examples: () => [`ipmitool -H bmc -U admin -P ${human} power on`], counterExamples: () => ["ipmitool -H bmc -U admin -P $PW", "ipmitool -H bmc -E"],
    },
    {
      id: "httpie-password", kind: "secret", tier: "likely", keywords: ["http -a ", "https -a ", "http --auth ", "https --auth ", "http --auth=", "https --auth="], pattern: /(?<![\w-])https? (?:-a |--auth[ =])["']?[^\s:"']{1,64}:(?<value>[^\s"'`$<{]{4,128})/dy, check: "typedPassword",
      examples: () => [`http -a me:${human} https://x.corp.test`], counterExamples: () => ["http -a user:password https://x.test", "http -a $USER:$PW x"],
    },
    {
      id: "account-password", kind: "secret", tier: "likely", keywords: ["echo ", "printf "], pattern: /(?<![\w-])(?:echo|printf) (?:-[en]{1,2} )?["']?(?:[\w.-]{1,32}:)?(?<value>[^\s"'$:|<>{}`\\]{4,80})(?:\\n)?["']? {0,3}\| {0,3}(?:sudo (?:-\S{1,20} )?)?(?:\/usr\/s?bin\/)?(?:chpasswd|passwd --stdin)/dy, check: "typedPassword",
      examples: () => [`echo "root:${human}" | chpasswd`, `echo ${human} | sudo passwd --stdin joe`], counterExamples: () => [`echo "root:$PW" | chpasswd`, "echo hello | cat", `echo "user:password" | chpasswd`],
    },
    {
      id: "net-user-password", kind: "secret", tier: "likely", keywords: ["net user "], pattern: /(?<![\w-])net user ["']?[\w.$-]{1,40}["']? ["']?(?<value>[^\s"'$%<>{}|;&/*-][^\s"'|;&]{3,60})["']?(?= \/add|[ \t]{0,4}(?:\r?\n|$))/diy, check: "typedPassword",
      examples: () => [`net user joe ${human} /add`], counterExamples: () => ["net user joe /add", "net user joe * /add", "net user joe %PW% /add"],
    },
    {
      id: "secure-string-password", kind: "secret", tier: "likely", keywords: ["convertto-securestring"], pattern: /ConvertTo-SecureString[ \t](?:-(?:String|AsPlainText|Force) ){0,3}["'](?<value>[^"'$\n]{4,100})["']/diy, check: "typedPassword",
      examples: () => [`New-Object PSCredential("joe", (ConvertTo-SecureString "${human}" -AsPlainText -Force))`, `ConvertTo-SecureString -AsPlainText "${human}" -Force`], counterExamples: () => [`ConvertTo-SecureString "$env:PW" -AsPlainText -Force`, "ConvertTo-SecureString $password -AsPlainText"],
    },
  ]),
  ...takenFrom(noseyParker, [
    {
      id: "psexec-password", kind: "secret", tier: "likely", keywords: ["psexec"], pattern: /psexec(?:64)?(?:\.exe)?["']?[ \t][^\n]{0,160}?-p[ \t]{1,3}["']?(?<value>[^\s"'$%<>{}|;&-][^\s"'|;&]{3,60})/diy, check: "typedPassword",
      examples: () => [String.raw`psexec \\srv -u corp\joe -p ${human} cmd`], counterExamples: () => [String.raw`psexec \\srv -u joe -p %PW% cmd`, String.raw`psexec \\srv cmd`],
    },
    {
      id: "vsphere-command-password", kind: "secret", tier: "likely", keywords: ["connect-viserver", "connect-cisserver", "connect-hvserver"], pattern: /Connect-(?:VI|Cis|HV)Server[ \t][^\n]{0,120}?-Password[ \t]{1,3}["']?(?<value>[^\s"'$<>{}|;-][^\s"'|;]{3,60})/diy, check: "typedPassword",
      examples: () => [`Connect-VIServer -Server vc.corp.test -User root -Password ${human}`], counterExamples: () => ["Connect-VIServer $vc -User $u -Password $p"],
    },
    {
      id: "network-credential-password", kind: "secret", tier: "likely", keywords: ["networkcredential"], pattern: /NetworkCredential\s{0,3}\(\s{0,9}@?"[^"\n]{1,80}"\s{0,9},\s{0,9}@?"(?<value>[^"\n]{4,80})"/diy, check: "typedPassword",
      examples: () => [`new NetworkCredential("joe", "${human}")`, `new System.Net.NetworkCredential("joe", "${letters(20)}", "CORP")`], counterExamples: () => ["new NetworkCredential(user, password)", `new NetworkCredential("user", "password")`],
    },
    {
      id: "directory-entry-password", kind: "secret", tier: "likely", keywords: ["directoryentry"], pattern: /DirectoryEntry\s{0,3}\(\s{0,9}@?"[^"\n]{1,120}"\s{0,9},\s{0,9}@?"[^"\n]{1,80}"\s{0,9},\s{0,9}@?"(?<value>[^"\n]{4,80})"/diy, check: "typedPassword",
      examples: () => [`new DirectoryEntry("LDAP://10.0.0.1", "corp\\\\joe", "${human}")`], counterExamples: () => ["new DirectoryEntry(path, user, password)", `new DirectoryEntry("LDAP://x", "user", "password")`],
    },
  ]),
];
