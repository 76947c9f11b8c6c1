import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { human, letters } from "../samples.ts";

export const urlCredentials: readonly Detector[] = takenFrom(own, [
  {
    id: "url-password", kind: "secret", tier: "likely", keywords: ["://"],
    pattern: /(?<=[a-z0-9]):\/\/[^\s:@/"'`<>?#\\()]{0,100}:([^\s"'`<>/\\]{1,200})@(?<host>[\w[$%{-][\w.:-]{0,100})/diy,
    check: "urlPassword",
    examples: () => [`postgres://app:${human}@db.corp.test:5432/app`, `redis://:${letters(20)}@localhost:6379`, `url = "https://deploy:${human}@git.corp.test/x.git"`, `mongodb+srv://u:${letters(12)}@c0.mongodb.net`],
    counterExamples: () => [
      "postgres://user:password@localhost:5432/app", "https://registry.test:8080/@scope/name", "postgres://user:${PASSWORD}@db/app", "https://user@host/", "http://localhost:3000/a?b=c:d@e",
      "amqp://guest:guest@localhost", "ftp://user:<password>@host", "https://USER:PASS@host.test", "postgres://postgres:postgres@db:5432", "`http://${user}:${pass}@${host}`", "postgres://u:[REDACTED:url-password-1]@db.corp.test",
    ],
  },
  {
    id: "netrc-password", kind: "secret", tier: "likely", keywords: ["machine "], pattern: /machine {1,9}[\w.-]{1,100}\s{1,4}login {1,9}\S{1,100}\s{1,4}password {1,9}["']?([^\s`"']{4,200})/dy,
    check: "netrcPassword",
    examples: () => [`machine git.corp.test login deploy password ${human}`, `machine git.corp.test\n  login deploy\n  password ${human}`], counterExamples: () => ["machine git.corp.test login deploy password $PASSWORD", "a machine learning login password form"],
  },
]);
