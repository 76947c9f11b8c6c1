import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { leaktk, noseyParker } from "../ruleSets.ts";
import { hex, letters, numbers } from "../samples.ts";

const base64 = (length: number) => btoa(letters(length));
const capitals = (length: number) => hex(length).toUpperCase();
/** What is kept where no password has the old, weak form. */
const noOldHash = "aad3b435b51404eeaad3b435b51404ee";

/**
 * What is kept of passwords. It is not the password, but one can be found by trying, and of some forms it can be used as it is.
 * Forms: crypt(5), Modular Crypt Format (passlib), RFC 2307 and slapd-pw, Django's, Werkzeug's, PostgreSQL's and MySQL's manuals.
 */
export const passwordHashes: readonly Detector[] = [
  ...takenFrom(own, [
    {
      // What people call a hash elsewhere has no salt in front.
      id: "password-hash", kind: "secret", tier: "possible", keywords: ["$1$", "$apr1$", "$2a$", "$2b$", "$2y$", "$2x$", "$5$", "$6$", "$argon2", "$md5", "$sha1$"],
      pattern: /(?<![\w$])(\$(?:2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|(?:1|apr1)\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|[56]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$(?:[./A-Za-z0-9]{86}|[./A-Za-z0-9]{43})|argon2(?:id|i|d)\$(?:v=\d{1,3}\$)?m=[\w,=]{5,40}\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{16,128}|md5(?:,rounds=\d{1,9})?\$[./A-Za-z0-9]{1,16}\${1,2}[./A-Za-z0-9]{22}|sha1\$\d{1,9}\$[./A-Za-z0-9]{1,64}\$[./A-Za-z0-9]{28}))(?![./A-Za-z0-9])/dy,
      examples: () => [`root:$6$${letters(8)}$${letters(86)}:19000:0`, `hash = "$2b$12$${letters(53)}"`, `joe:$apr1$${letters(8)}$${letters(22)}`, `$argon2i$m=65536,t=3,p=4$${letters(22)}$${letters(43)}`], counterExamples: () => ["echo $1$2a$x", "$6$", "$2b$12$short", "$apr1$salt$", "$md5sum $1"],
    },
    {
      id: "portable-password-hash", kind: "secret", tier: "possible", keywords: ["$p$", "$h$", "$s$", "$wp$"], pattern: /(?<![\w$])(\$(?:[PH]\$[./A-Za-z0-9]{31}|S\$[./A-Za-z0-9]{52}|wp\$2y\$\d\d\$[./A-Za-z0-9]{53}))(?![./\w])/dy, check: "random",
      examples: () => [`'$P$B${letters(30)}'`, `$S$D${letters(51)}`, `$wp$2y$10$${letters(53)}`], counterExamples: () => ["$P$B", `$P$${"x".repeat(31)}`, "cost: $s$ or more"],
    },
    {
      id: "derived-password-hash", kind: "secret", tier: "possible", keywords: ["pbkdf2", "scrypt:", "scrypt$", "bcrypt_sha256$", "scram-sha-", "bcrypt$$2"],
      pattern: /(pbkdf2[_:-]?(?:hmac[_:-])?(?:sha\d{1,3})?[$:]\d{1,9}\$[./+\w=-]{1,64}\$(?:[a-f0-9]{40,128}|[./+A-Za-z0-9]{22,88}={0,2})|scrypt[$:][\w=,:]{5,40}\$[./+\w=-]{1,64}\$(?:[a-f0-9]{64,128}|[./+A-Za-z0-9]{22,88}={0,2})|bcrypt(?:_sha256)?\$\$2b\$\d\d\$[./A-Za-z0-9]{53}|SCRAM-SHA-(?:1|256|512)\$\d{3,9}:[+/\w]{8,64}={0,2}\$[+/\w]{27,88}={0,2}:[+/\w]{27,88}={0,2})(?![./+\w])/diy,
      examples: () => [`pbkdf2_sha256$260000$${letters(12)}$${letters(43)}=`, `pbkdf2:sha256:260000$${letters(16)}$${hex(64)}`, `scrypt:32768:8:1$${letters(16)}$${hex(128)}`, `SCRAM-SHA-256$4096:${letters(22)}==$${letters(43)}=:${letters(43)}=`],
      counterExamples: () => ["pbkdf2_sha256", "PBKDF2-HMAC-SHA256", "scrypt:32768:8:1", `pbkdf2_sha256$1$seasalt$${"x".repeat(43)}=`, "SCRAM-SHA-256$4096:"],
    },
    {
      id: "directory-password-hash", kind: "secret", tier: "possible", keywords: ["{ssha", "{sha", "{smd5}", "{md5}", "{crypt}", "{pbkdf2"], pattern: /\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|PBKDF2(?:-SHA\d{1,3})?)\}([./+\w$-]{20,128}={0,2})(?![./+\w])/diy, check: "random",
      examples: () => [`userPassword: {SSHA}${base64(24)}`, `joe:{SHA}${base64(20)}`, `{SSHA512}${base64(72)}`], counterExamples: () => ["{SSHA}", "{md5} of the file that was downloaded", `{SHA}${"x".repeat(28)}`, "${sha256}abc"],
    },
    {
      id: "windows-password-hash", kind: "secret", tier: "likely", keywords: [noOldHash], pattern: new RegExp(`${noOldHash}:(?!31d6cfe0d16ae931b73c59d7e0c089c0)([0-9a-f]{32})(?![0-9a-f])`, "diy"),
      examples: () => [`Administrator:500:${noOldHash}:${hex(32)}:::`, `secretsdump -hashes ${noOldHash}:${hex(32)} x`], counterExamples: () => [`hash ${noOldHash}`, `Guest:501:${noOldHash}:31d6cfe0d16ae931b73c59d7e0c089c0:::`],
    },
    {
      id: "samba-password-hash", kind: "secret", tier: "likely", keywords: [":[u", ":[du"], before: [32], pattern: /(?<=:(?:[0-9A-F]{32}|X{32}):)([0-9A-F]{32}):\[D?U[A-Z ]{0,12}\]:/dy,
      examples: () => [`joe:1000:${"X".repeat(32)}:${capitals(32)}:[U          ]:LCT-5F000000:`], counterExamples: () => ["joe:[U ]:", `joe:1000:${"X".repeat(32)}:${"X".repeat(32)}:[DU         ]:LCT-0:`],
    },
    {
      id: "network-logon-hash", kind: "secret", tier: "likely", keywords: [":0101000000000000"], before: [32], pattern: /(?<=::[^\s:]{0,40}:[0-9a-f]{16}:)([0-9a-f]{32}):0101000000000000[0-9a-f]{32,1200}/diy,
      examples: () => [`joe::CORP:${hex(16)}:${hex(32)}:0101000000000000${hex(100)}`], counterExamples: () => [":0101000000000000", `id:${hex(32)}:0101000000000000${hex(100)}`],
    },
    {
      id: "cached-logon-hash", kind: "secret", tier: "likely", keywords: ["$dcc2$"], pattern: /(\$DCC2\$\d{1,6}#[^\s#]{1,64}#[0-9a-f]{32})(?![0-9a-f])/diy,
      examples: () => [`$DCC2$10240#joe#${hex(32)}`], counterExamples: () => ["$DCC2$10240#joe#", "$DCC2$"],
    },
    {
      id: "database-password-hash", kind: "secret", tier: "possible", keywords: ["password"], pattern: /password(?: =)?\s{0,3}\(?["'](\*[0-9A-F]{40})["']/diy,
      examples: () => [`PASSWORD = '*${capitals(40)}'`, `GRANT USAGE ON *.* TO joe USING PASSWORD '*${capitals(40)}'`], counterExamples: () => ["password '*'", "PASSWORD('x')", `password '*${"0".repeat(40)}'`],
    },
    {
      // It only hides the text: whoever has it can have the password.
      id: "device-obscured-password", kind: "secret", tier: "likely", keywords: ["password 7 ", "key 7 ", "secret 7 ", "key-string 7 ", "$9$"], pattern: /(?:(?:password|key|secret|key-string) 7 ((?:0\d|1[0-5])(?:[0-9A-F]{2}){4,40})(?!\w)|(?<=["' ])(\$9\$[./A-Za-z0-9-]{10,120})(?=["'; \n]))/dy,
      examples: () => [`username joe password 7 ${`02${capitals(16)}`}`, `tacacs-server key 7 ${`07${capitals(24)}`}`], counterExamples: () => ["password 7 characters long", "key 7 0000", "set key 7 days"],
    },
  ]),
  ...takenFrom(noseyParker, [
    {
      id: "kerberos-hash", kind: "secret", tier: "likely", keywords: ["$krb5asrep$", "$krb5tgs$", "$krb5pa$"], pattern: /(\$krb5(?:(?:asrep|tgs)\$\d{2}\$(?:[^\s:$]{1,200}:|\*[^*\s]{1,200}\*\$|[^\s:$]{1,100}\$(?:[^\s:$]{1,100}\$(?:\*[^*\s]{1,200}\*\$)?)?)?[a-f0-9]{24,32}\$[a-f0-9]{64,4000}|pa\$\d{2}\$[^\s:$]{1,100}\$[^\s:$]{1,100}\$(?:[^\s:$]{0,100}\$)?[a-f0-9]{64,200}))/dy,
      examples: () => [`$krb5asrep$23$joe@corp.test:${hex(32)}$${hex(200)}`, `$krb5asrep$23$${hex(32)}$${hex(200)}`, `$krb5tgs$17$joe$CORP.TEST$${hex(24)}$${hex(300)}`, `$krb5pa$18$joe$CORP.TEST$${hex(104)}`], counterExamples: () => ["$krb5asrep$23$", `$krb5asrep$${numbers(2)}$short`],
    },
  ]),
  ...takenFrom(leaktk, [
    {
      id: "device-password-hash", kind: "secret", tier: "possible", keywords: ["$8$", "$9$", "$y$", "$gy$", "$7$"], pattern: /(?<![\w$])(\$(?:[89]\$[./A-Za-z0-9]{8,16}\$[./A-Za-z0-9]{43}|g?y\$[./A-Za-z0-9]{1,10}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}|7\$[./A-Za-z0-9]{11,97}\$[./A-Za-z0-9]{43}))(?![./A-Za-z0-9])/dy,
      examples: () => [`enable secret 8 $8$${letters(14)}$${letters(43)}`, `root:$y$j9T$${letters(22)}$${letters(43)}:19000:0`], counterExamples: () => ["$8$", "cost $9$ or more"],
    },
  ]),
];
