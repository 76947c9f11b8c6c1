import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { human, wordy } from "../samples.ts";

// What starts with `$` or `-` is none, nor is what manuals write there.
const argument = String.raw`["']?(?<value>(?!(?:string|file|stdin|prompt|PASSWORD|passwd|pwd|secret|value|text|TEXT|STRING|env|none|null)(?![\w.!@#%^*-]))[^\s"'$%<>{}[\]()|;&*/\\-][^\s"'|;&\\()]{3,99})`;
const option = (names: string, flag: string) => new RegExp(String.raw`(?<![\w-])(?:${names}) (?:(?:[^\n\\]|\\[^]){0,120}?[ \t])??${flag}${argument}`, "dy");

/** Passwords that people give to the commands of servers, databases and clouds. */
export const serverCommands: readonly Detector[] = takenFrom(own, [
  {
    id: "wget-password", kind: "secret", tier: "likely", keywords: ["wget "], pattern: option("wget", "--(?:http-|ftp-|proxy-)?password[ =]"), check: "typedPassword",
    examples: () => [`wget --user=joe --password=${wordy} https://x.corp.test/a`, `wget --http-password ${human} https://x.corp.test/a`], counterExamples: () => ["wget https://x.test/a", "wget --password=$PW https://x.test", "wget --password=PASSWORD https://x.test"],
  },
  {
    id: "database-command-password", kind: "secret", tier: "likely", keywords: ["mysql", "mariadb", "clickhouse"], pattern: option("mysql(?:dump|admin|import|show|check|pump|sh)?|mariadb(?:-dump|-admin)?|clickhouse(?:-client)?", "--password="), check: "typedPassword",
    examples: () => [`mysql --user=root --password=${wordy} shop`, `clickhouse-client --user joe --password=${wordy}`], counterExamples: () => ["mysql --user=root --password shop", "mysqldump --password=$PW shop"],
  },
  {
    id: "subversion-password", kind: "secret", tier: "likely", keywords: ["svn "], pattern: option("svn", "--password[ =]"), check: "typedPassword",
    examples: () => [`svn co --username joe --password ${wordy} https://svn.corp.test/x`], counterExamples: () => ["svn co https://svn.test/x", "svn co --password $PW https://svn.test/x"],
  },
  {
    id: "cloud-command-password", kind: "secret", tier: "likely", keywords: ["aws ", "gcloud ", "heroku ", "doctl ", "ibmcloud "], pattern: option("aws|gcloud|heroku|doctl|ibmcloud", "--(?:admin-|master-|root-|user-|master-user-)?password[ =]"), check: "typedPassword",
    examples: () => [`aws rds create-db-instance --db-instance-identifier x --master-user-password ${wordy}`, `gcloud sql users create joe --instance x --password=${human}`], counterExamples: () => ["aws rds create-db-instance --master-user-password $PW", "gcloud sql users create joe --prompt-for-password"],
  },
  {
    id: "azure-command-password", kind: "secret", tier: "likely", keywords: ["--admin-password", "--administrator-login-password", "--certificate-password"], pattern: new RegExp(`--(?:admin|administrator-login|certificate)-password[ =]${argument}`, "dy"), check: "typedPassword",
    examples: () => [`az vm create -n x --admin-username joe --admin-password ${human}`], counterExamples: () => ["az vm create --admin-password $PW", "--admin-password <password>"],
  },
  {
    id: "cloud-foundry-password", kind: "secret", tier: "likely", keywords: ["cf login", "ibmcloud login", "bosh log-in", "fly login", "vault login", "argocd login", "rosa login"], pattern: option("(?:cf|ibmcloud|fly|vault|argocd|rosa) login|bosh log-in", "(?:-p|--password|password)[ =]"), check: "typedPassword",
    examples: () => [`cf login -a https://api.corp.test -u joe -p ${wordy}`, `vault login -method=userpass username=joe password=${wordy}`], counterExamples: () => ["cf login -a https://api.test --sso", "cf login -u joe -p $PW"],
  },
  {
    id: "message-broker-password", kind: "secret", tier: "likely", keywords: ["rabbitmqctl", "rabbitmqadmin"], pattern: /(?<![\w-])(?:rabbitmqctl[ \t](?:[^\n]{0,60}?[ \t])??(?:add_user|change_password) ["']?[\w.@-]{1,64}["']? |rabbitmqadmin[ \t](?:[^\n]{0,120}?[ \t])??(?:-p |--password=))["']?(?<value>[^\s"'$%<>{}[\]()|;&*/\\-][^\s"'|;&\\()]{3,99})/dy, check: "typedPassword",
    examples: () => [`rabbitmqctl add_user joe ${wordy}`, `rabbitmqadmin -u joe -p ${human} list queues`], counterExamples: () => ["rabbitmqctl add_user joe $PW", "rabbitmqctl list_queues", "rabbitmqctl set_permissions -p / joe"],
  },
  {
    id: "htpasswd-command-password", kind: "secret", tier: "likely", keywords: ["htpasswd "], pattern: /(?<![\w-])htpasswd -[a-zA-Z]{0,4}b[a-zA-Z]{0,4} (?:-\S{1,8} ){0,3}(?:["']?[\w./~-]{1,100}["']? )?["']?[\w.@-]{1,64}["']? ["']?(?<value>[^\s"'$%<>{}|;&*/\\-][^\s"'|;&\\>]{3,99})(?=["']?(?:\s{0,3}[|>;&)]|\s{0,4}(?:\r?\n|$)))/dy, check: "typedPassword",
    examples: () => [`htpasswd -b /etc/nginx/users joe ${wordy}`, `htpasswd -nbB joe ${human} > users`], counterExamples: () => ["htpasswd -c users joe", "htpasswd -nb joe $PW", "htpasswd -bc users joe"],
  },
  {
    id: "key-command-passphrase", kind: "secret", tier: "likely", keywords: ["gpg", "ssh-keygen", "restic ", "borg ", "cryptsetup"], pattern: option("gpg2?|ssh-keygen|restic|borg|cryptsetup", "(?:--passphrase[ =]|-N )"), check: "typedPassword",
    examples: () => [`gpg --batch --yes --passphrase ${wordy} -d a.gpg`, `ssh-keygen -t ed25519 -N '${human}' -f id`], counterExamples: () => ["gpg --passphrase-file pw.txt -d a.gpg", "ssh-keygen -t rsa -N '' -f id", "gpg --passphrase $PW -d a.gpg"],
  },
  {
    id: "openssl-key", kind: "secret", tier: "likely", keywords: ["openssl "], pattern: option("openssl enc|openssl (?:aes|des3?|camellia|bf|rc4)[\\w-]{0,20}", "-k "), check: "typedPassword",
    examples: () => [`openssl enc -aes-256-cbc -d -in a -k ${wordy}`], counterExamples: () => ["openssl enc -aes-256-cbc -kfile key", "openssl enc -aes-256-cbc -k $KEY"],
  },
  {
    id: "file-transfer-password", kind: "secret", tier: "likely", keywords: ["lftp ", "ncftp", "open -u "], pattern: /(?<![\w-])(?:(?:lftp (?:[^\n]{0,80}?[ ])??-u |open -u )["']?[\w.@\\-]{1,64},|ncftp(?:put|get|ls)? (?:[^\n]{0,80}?[ ])??-p ["']?)(?<value>[^\s"'$%<>{}|;&-][^\s"'|;&]{3,60})/dy, check: "typedPassword",
    examples: () => [`lftp -u joe,${wordy} sftp://files.corp.test`, `lftp -e "open -u joe,${human} files.corp.test"`, `ncftpput -u joe -p ${wordy} files.corp.test`], counterExamples: () => ["lftp -u joe files.test", "lftp -u joe,$PW files.test"],
  },
  {
    id: "snmp-community", kind: "secret", tier: "possible", keywords: ["snmp-server community", "rocommunity ", "rwcommunity "], pattern: /(?:snmp-server community|r[ow]community) ["']?(?<value>[^\s"'$%<>{}]{5,64})/diy, check: "typedPassword",
    examples: () => [`snmp-server community ${"Pr1vate"}Comm RW`, `rwcommunity ${human} 10.0.0.0/8`], counterExamples: () => ["snmp-server community $COMMUNITY RO", "rocommunity <community>"],
  },
  {
    id: "snmp-command-password", kind: "secret", tier: "likely", keywords: ["snmpwalk", "snmpget", "snmpset", "snmpbulkwalk", "snmpbulkget"], pattern: option("snmp(?:walk|get|set|bulkwalk|bulkget)", "-[AX] ?"), check: "typedPassword",
    examples: () => [`snmpwalk -v3 -l authPriv -u joe -a SHA -A ${wordy} sw1.corp.test`], counterExamples: () => ["snmpwalk -v2c -c public sw1", "snmpwalk -v3 -u joe -A $PW sw1"],
  },
  {
    id: "network-manager-password", kind: "secret", tier: "likely", keywords: ["nmcli "], pattern: /nmcli (?:[^\n]{0,120}?[ ])??(?:password|wifi-sec\.psk|802-11-wireless-security\.psk) ["']?(?<value>[^\s"'$%<>{}|;&-][^\s"'|;&]{7,62})/dy, check: "typedPassword",
    examples: () => [`nmcli dev wifi connect home password ${wordy}`, `nmcli con modify home wifi-sec.psk "${human}"`], counterExamples: () => ["nmcli dev wifi list", "nmcli dev wifi connect home password $PW"],
  },
  {
    id: "mosquitto-command-password", kind: "secret", tier: "likely", keywords: ["mosquitto_pub", "mosquitto_sub"], pattern: option("mosquitto_(?:pub|sub)", "(?:-P|--pw) "), check: "typedPassword",
    examples: () => [`mosquitto_pub -h mq.corp.test -u joe -P ${wordy} -t a -m 1`], counterExamples: () => ["mosquitto_sub -h mq.test -t a", "mosquitto_pub -u joe -P $PW -t a"],
  },
  {
    id: "piped-account-password", kind: "secret", tier: "likely", keywords: ["echo ", "printf "], pattern: /(?<![\w-])(?:echo|printf) (?:-[en]{1,2} )?["']?(?<value>[^\s"'$:|<>{}`\\]{4,80})(?:\\n)?["']? {0,3}\| {0,3}(?:sudo (?:-u \w{1,20} )?-S |(?:sudo )?passwd [\w.-]{1,32} --stdin|docker login [^\n|]{0,120}--password-stdin|su -c |cryptsetup |kinit )/dy, check: "typedPassword",
    examples: () => [`echo ${human} | sudo -S apt-get update`, `echo ${wordy} | passwd joe --stdin`, `echo "${wordy}" | kinit joe`], counterExamples: () => ["echo $PW | sudo -S ls", "echo hello | cat", "echo password | sudo -S ls"],
  },
  {
    id: "share-mount-password", kind: "secret", tier: "likely", keywords: ["username=", "user="], pattern: /(?:username|user)=[\w.\\/@-]{1,64},(?:[\w=./-]{1,60},){0,8}(?:password|passwd|pass)=(?<value>[^\s,"'$%<>{}]{4,80})/dy, check: "typedPassword",
    examples: () => [`//nas/share /mnt cifs username=joe,password=${wordy},uid=1000 0 0`, `mount -t cifs //nas/share /mnt -o user=joe,vers=3.0,pass=${human}`], counterExamples: () => ["username=joe,password=$PW", "-o user=joe,credentials=/etc/cred", "connect(username=user, password=pw)"],
  },
]);
