import type { Detector } from "../detector.ts";
import { own, takenFrom, wordStart } from "../ruleForms.ts";
import { encode, letters } from "../samples.ts";

const jwt = (header: object) => `${encode(JSON.stringify(header))}.${encode(JSON.stringify({ sub: "1234", role: "admin" }))}.${letters(43)}`;
const jwk = (member: string) => `{"kty":"EC","crv":"P-256","x":"${letters(45)}",${member}"y":"${letters(46)}"}`;

/** Keys and tokens in JSON web formats. */
export const tokens: readonly Detector[] = takenFrom(own, [
  {
    id: "jwt", kind: "secret", tier: "likely", keywords: ["eyj"], pattern: new RegExp(String.raw`${wordStart}(?<!-)(eyJ[\w-]{10,2000}\.[\w-]{6,8000}\.[\w-]{16,1500})`, "dy"),
    check: "jsonWebToken",
    examples: () => [`token: ${jwt({ alg: "HS256", typ: "JWT" })}`, `fetch(url + "?access_token=${jwt({ typ: "JWT", alg: "RS256" })}")`],
    counterExamples: () => [jwt({ typ: "JWT", kid: "some-key-id" }), jwt({ alg: "HS256" }).split(".").slice(0, 2).join("."), "eyJhbGciOiJIUzI1NiJ9.payload.signature"],
  },
  {
    id: "jwk-private-key", kind: "secret", tier: "certain", keywords: [`"d"`, `'d'`, `"d\\"`, `'d\\'`], pattern: /(?:"d\\?"|'d\\?')\s{0,4}:\s{0,4}\\?["']([\w-]{22,1500})\\?["']/dy,
    check: "jsonWebKey",
    examples: () => [jwk(`"d":"${letters(43)}",`), JSON.stringify({ d: letters(86), n: letters(342), kty: "RSA" }, undefined, 2), JSON.stringify({ text: jwk(`"d":"${letters(43)}",`) })],
    counterExamples: () => [jwk(""), `{"d":"${letters(43)}"}`, `{"path":{"d":"M${letters(42)}"}}`],
  },
  {
    id: "jwk-symmetric-key", kind: "secret", tier: "certain", keywords: [`"k"`, `'k'`, `"k\\"`, `'k\\'`], pattern: /(?:"k\\?"|'k\\?')\s{0,4}:\s{0,4}\\?["']([\w-]{22,700})\\?["']/dy,
    check: "symmetricWebKey",
    examples: () => [`{"kty":"oct","k":"${letters(43)}"}`, `{"k":"${letters(43)}","alg":"HS256","kty":"oct"}`], counterExamples: () => [`{"k":"${letters(43)}"}`, `{"kty":"RSA","k":"${letters(43)}"}`],
  },
]);
