import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { letters } from "../samples.ts";

// Split, so that neither this file nor a scanner of this repository takes it for a key.
const pem = (type: string, body: string) => `-----BEGIN ${type}PRIVATE ${"KEY"}-----\n${body}\n-----END ${type}PRIVATE ${"KEY"}-----`;
const body = () => `MIIE${letters(60)}\n${letters(64)}\n${letters(64)}\n${letters(40)}`;

export const privateKeys: readonly Detector[] = takenFrom(own, [
  {
    id: "private-key", kind: "secret", tier: "certain", keywords: ["-----begin"],
    // As it stands in a file, indented, in a string with \n, or put together from quoted lines. One that is cut off counts too.
    pattern: /(?<value>-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?<body>(?:[^-]|-(?!----)){40,20000})(?<end>-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?)/dy,
    check: "privateKey",
    examples: () => [pem("RSA ", body()), pem("", body()).replaceAll("\n", String.raw`\n`), pem("OPENSSH ", `b3BlbnNzaC1rZXktdjE${letters(60)}\n${letters(64)}`), `key: |\n    ${pem("EC ", `MHcC${letters(140)}`).replaceAll("\n", "\n    ")}`, pem("ENCRYPTED ", body())],
    counterExamples: () => [`-----BEGIN PUBLIC ${"KEY"}-----\n${body()}\n-----END PUBLIC ${"KEY"}-----`, `-----BEGIN CERTIFICATE-----\n${body()}\n-----END CERTIFICATE-----`, `if (text.includes("-----BEGIN PRIVATE ${"KEY"}-----")) { return parsePrivateKeyFromPemText(text); }`, pem("RSA ", "..."), pem("RSA ", "<your private key goes here, all of its lines>")],
  },
  {
    id: "putty-private-key", kind: "secret", tier: "certain", keywords: ["private-lines:"], pattern: /Private-Lines: \d{1,4}\r?\n((?:[A-Za-z0-9+/=]{1,64}\r?\n){1,100})/dy,
    examples: () => [`Private-Lines: 2\n${letters(64)}\n${letters(20)}\n`], counterExamples: () => ["Private-Lines: 2\n", "Public-Lines: 2\nAAAA\n"],
  },
  {
    id: "encoded-private-key", kind: "secret", tier: "certain", keywords: ["ls0tls1crudjti"],
    // Up to the next one, so that many in a row are each looked at once.
    pattern: /(LS0tLS1CRUdJTi(?:(?!LS0tLS1CRUdJTi)[A-Za-z0-9+/_-]){60,30000}={0,2})/dy,
    check: "encodedPrivateKey",
    examples: () => [`KEY_B64=${btoa(pem("", body()))}`], counterExamples: () => [`CERT_B64=${btoa(`-----BEGIN CERTIFICATE-----\n${body()}`)}`, "LS0tLS1CRUdJTiB"],
  },
  {
    // .NET's form: D is the private exponent.
    id: "xml-private-key", kind: "secret", tier: "certain", keywords: ["<d>"], pattern: /<D>([A-Za-z0-9+/\s]{80,1500}={0,2})<\/D>/dy, check: "random",
    examples: () => [`<RSAKeyValue><Modulus>${letters(340)}==</Modulus><Exponent>AQAB</Exponent><D>${letters(171)}=</D></RSAKeyValue>`], counterExamples: () => ["<D>a</D>", `<D>${"word ".repeat(30)}</D>`],
  },
  {
    // Of the commercial SSH: RFC 4716's lines around a key that is not public.
    id: "ssh2-private-key", kind: "secret", tier: "likely", keywords: ["---- begin ssh2"], pattern: /---- BEGIN SSH2 (?:ENCRYPTED )?PRIVATE KEY ----\r?\n(?:[\w-]{1,30}: [^\n]{0,200}\n){0,4}((?:[A-Za-z0-9+/=]{16,80}\r?\n){2,200})/dy,
    examples: () => [`---- BEGIN SSH2 ENCRYPTED ${"PRIVATE"} KEY ----\nComment: "joe"\n${letters(64)}\n${letters(64)}\n---- END SSH2 ENCRYPTED ${"PRIVATE"} KEY ----`], counterExamples: () => [`---- BEGIN SSH2 PUBLIC ${"KEY"} ----\n${letters(64)}\n${letters(64)}\n`, `---- BEGIN SSH2 PRIVATE ${"KEY"} ----\n`],
  },
]);
