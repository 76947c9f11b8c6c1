import type { Tier } from "../../request.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "../placeholder.ts";
import { isRandom } from "../randomness.ts";
import { letters } from "../samples.ts";

/** One that a person thought of. */
const human = "s3cur1ty!x";

export const urlCredentials: readonly Detector[] = [
  {
    id: "url-password", kind: "secret", tier: "likely", keywords: ["://"],
    pattern: /(?<=[a-z0-9]):\/\/[^\s:@/"'`<>?#\\()]{0,100}:([^\s"'`<>/\\]{1,200})@(?<host>[\w[$%{-][\w.:-]{0,100})/diy,
    check: (password, { 0: all, groups }) => judge(all.slice("://".length, all.indexOf(":", 3)), password, groups?.["host"] ?? ""),
    examples: () => [`postgres://app:${human}@db.corp.test:5432/app`, `redis://:${letters(20)}@localhost:6379`, `url = "https://deploy:${human}@git.corp.test/x.git"`, `mongodb+srv://u:${letters(12)}@c0.mongodb.net`],
    counterExamples: () => [
      "postgres://user:password@localhost:5432/app", "https://registry.test:8080/@scope/name", "postgres://user:${PASSWORD}@db/app", "https://user@host/", "http://localhost:3000/a?b=c:d@e",
      "amqp://guest:guest@localhost", "ftp://user:<password>@host", "https://USER:PASS@host.test", "postgres://postgres:postgres@db:5432", "`http://${user}:${pass}@${host}`", "postgres://u:[REDACTED:url-password-1]@db.corp.test",
    ],
  },
  {
    id: "netrc-password", kind: "secret", tier: "likely", keywords: ["machine "], pattern: /machine +[\w.-]{1,100}\s{1,4}login +\S{1,100}\s{1,4}password +([^\s`"']{4,200})/dy,
    check: (value) => (trivial.test(value) || isPlaceholder(value) || value.startsWith("$") ? undefined : "likely"),
    examples: () => [`machine git.corp.test login deploy password ${human}`, `machine git.corp.test\n  login deploy\n  password ${human}`], counterExamples: () => ["machine git.corp.test login deploy password $PASSWORD", "a machine learning login password form"],
  },
  {
    // Not the password, but one can be found by trying; what people call a hash elsewhere has no salt in front.
    id: "password-hash", kind: "secret", tier: "possible", keywords: ["$1$", "$2a$", "$2b$", "$2y$", "$5$", "$6$", "$argon2"],
    pattern: /(?<![\w$])(\$(?:2[aby]\$\d\d\$[./A-Za-z0-9]{53}|1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|[56]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$(?:[./A-Za-z0-9]{86}|[./A-Za-z0-9]{43})|argon2(?:id|i|d)\$v=\d{1,3}\$m=[\w,=]{5,40}\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{16,128}))(?![./A-Za-z0-9])/dy,
    examples: () => [`root:$6$${letters(8)}$${letters(86)}:19000:0`, `hash = "$2b$12$${letters(53)}"`], counterExamples: () => ["echo $1$2a$x", "$6$", "$2b$12$short"],
  },
];

/** What people write when they do not mean a password, and the passwords that images ship with. */
const trivial = /^(?:pw|p|secret|token|user(?:name)?|admin|root|guest|test|postgres|mysql|redis|rabbitmq|minio|minioadmin|foo|bar|baz|abc|123|1234|12345|123456|x+|key|api_?key|me|(?:my)?pass(?:w(?:or)?d)?\d{0,3}|pwd|[a-z]|%[sdv]|\$\w+)$/i;

/** Only the machine at hand and the short names inside of a compose file. */
const isLocal = (host: string) => /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal|[\w-]+(?::\d+)?$)/i.test(host);

function judge(user: string, password: string, host: string): Tier | undefined {
  if (trivial.test(password) || isPlaceholder(password) || /^[$%{[]|[}\]]$|\(/.test(password) || /^[$%{]/.test(host)) return undefined;
  if (isRandom(password)) return "likely";
  if (password.toLowerCase() === user.toLowerCase() || isLocal(host) || /^\d{2,5}$/.test(password)) return undefined;
  return /(?:^|\.)example\.(?:com|org|net)\b/i.test(host) ? "possible" : "likely";
}
