import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { human, letters } from "../samples.ts";

const key = "3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643";
const basic = () => btoa(`deploy:${letters(16)}`);

export const authorizationHeaders: readonly Detector[] = takenFrom(own, [
  {
    id: "basic-authorization", kind: "secret", tier: "likely", keywords: ["basic "], pattern: /(?<![\w-])basic {1,3}([a-z0-9+/]{8,400}={0,2})(?![\w+/=])/diy,
    check: "basicAuthorization",
    examples: () => [`Authorization: Basic ${basic()}`, `curl -H "Authorization: Basic ${basic()}" https://api.corp.test`, `headers: { authorization: 'Basic ${basic()}' }`],
    counterExamples: () => ["Basic authentication", "Authorization: Basic dXNlcjpwYXNzd29yZA==", "`Basic ${encoded}`", "a basic introduction to things"],
  },
  {
    id: "bearer-token", kind: "secret", tier: "likely", keywords: ["bearer "], pattern: /(?<![\w-])bearer {1,3}([\w.~+/=|:-]{16,2000})/diy,
    check: "headerToken",
    examples: () => [`Authorization: Bearer ${letters(40)}`, `curl -H 'Authorization: Bearer ${letters(24)}' https://api.corp.test`, `headers: { "Authorization": "Bearer ${letters(32)}" }`],
    counterExamples: () => ["Authorization: Bearer <token>", "`Bearer ${token}`", "Bearer authentication-scheme-name", "Authorization: Bearer $TOKEN", "bearer of bad news and of internationalisation"],
  },
  {
    id: "authorization-header", kind: "secret", tier: "likely", keywords: ["authorization", "x-api-key", "x-auth-token", "private-token", "api-key", "subscription-key", "x-functions-key"],
    pattern: /(?:authorization|x-api-key|x-auth-token|private-token|api-key|subscription-key|x-functions-key)\\?["'`]?\s{0,3}[:,]\s{0,3}\\?["'`]?(?:(?:token|apikey|key|ssws|genie[kK]ey) )?([\w.~+/=|:-]{16,500})(?=["'`\\\s]|$)/diy,
    check: "headerToken",
    examples: () => [`curl -H 'Authorization: ${key}' https://api.corp.test`, `Authorization: token ${letters(32)}`, `X-Api-Key: ${letters(32)}`, `"x-auth-token": "${letters(24)}"`],
    counterExamples: () => ["Authorization: process.env.AUTHORIZATION", "authorization: authorizationHeaderValue", "X-Api-Key: your-api-key-goes-here-please"],
  },
  {
    id: "curl-password", kind: "secret", tier: "likely", keywords: ["curl "], pattern: /curl (?:(?:[^\n\\]|\\[^]){0,160}? )??(?:-[a-zA-Z]{0,6}[uU]|--user|--proxy-user)[ =]{0,2}["']?[^\s:"']{0,64}["']?:["']?([^\s"'`]{3,128})/dy,
    check: "typedPassword",
    examples: () => [`curl -u elastic:${"P@ssw0rd1"} https://search.corp.test`, `curl -s --user "deploy:${letters(20)}" https://x.corp.test`, `curl -fsSu me:${human} https://x.corp.test`, `curl --user joe:'${human}' https://x.corp.test`, `curl -X POST https://x.corp.test \\\n  -u me:${human}`],
    counterExamples: () => ["curl -u user:password https://x.test", "curl -u \"$USER:$PASSWORD\" https://x.test", "curl -u user https://x.test"],
  },
]);
