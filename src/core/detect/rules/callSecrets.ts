import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { hex, human, letters, uppercase, wordy } from "../samples.ts";

const before = String.raw`(?<![\w.-])`;
const quoted = String.raw`b?["'](?<value>[^"'\n$%<>{}\s]{4,120})["']`;
const argument = String.raw`\s{0,8}(?:[\w.()\[\]]{1,60}|b?["'][^"'\n]{1,120}["'])\s{0,4},`;

/** Keys and passwords that a library's call takes without a name: which one is which is told by the call. */
export const callSecrets: readonly Detector[] = takenFrom(own, [
  {
    id: "cipher-call-key", kind: "secret", tier: "likely", keywords: ["fernet(", "cryptojs.", "hmac.new(", "createhmac(", "secretkeyspec("],
    pattern: new RegExp(String.raw`(?:Fernet\(\s{0,4}|CryptoJS\.(?:(?:AES|DES|TripleDES|RC4|Rabbit)\.(?:en|de)crypt|Hmac\w{3,8})\(${argument}\s{0,8}|hmac\.new\(\s{0,8}|createHmac\(${argument}\s{0,8}|SecretKeySpec\(\s{0,4})${quoted}`, "diy"), check: "typedPassword",
    examples: () => [`Fernet(b'${letters(43)}=')`, `CryptoJS.AES.encrypt(text, '${human}')`, `hmac.new(b"${letters(32)}", body, sha256)`, `crypto.createHmac('sha256', '${wordy}')`, `new SecretKeySpec("${letters(16)}".getBytes(), "AES")`],
    counterExamples: () => ["Fernet(key)", "CryptoJS.AES.encrypt(text, secret)", "createHmac('sha256', key)", "hmac.new(key, body)", `Fernet("<key>")`],
  },
  {
    id: "oauth-call-secret", kind: "secret", tier: "likely", keywords: ["oauthhandler(", "oauth1(", "oauth1session(", "set_access_token(", "setoauthconsumer("],
    pattern: new RegExp(String.raw`(?:OAuthHandler|OAuth1(?:Session)?|set_access_token|setOAuthConsumer)\(${argument}\s{0,8}["'](?<value>[A-Za-z0-9_-]{20,120})["']`, "diy"), check: "random",
    examples: () => [`tweepy.OAuthHandler("${letters(25)}", "${letters(50)}")`, `auth.set_access_token(token, '${letters(45)}')`], counterExamples: () => ["OAuthHandler(key, secret)", `OAuthHandler("key", "consumer_secret_goes_here")`],
  },
  {
    id: "twilio-call-token", kind: "secret", tier: "likely", keywords: ["(\"ac", "('ac"], pattern: /\(["']AC[0-9a-f]{32}["']\s{0,4},\s{0,8}["']([0-9a-f]{32})["']/dy,
    examples: () => [`Client("AC${hex(32)}", "${hex(31)}7")`], counterExamples: () => [`Client("AC${hex(32)}", token)`],
  },
  {
    id: "algolia-call-key", kind: "secret", tier: "likely", keywords: ["algoliasearch("], pattern: /algoliasearch\(\s{0,8}["'][A-Z0-9]{10}["']\s{0,4},\s{0,8}["']([0-9a-f]{32})["']/dy,
    examples: () => [`algoliasearch('${uppercase(10)}', '${hex(32)}')`], counterExamples: () => ["algoliasearch('APP', 'KEY')"],
  },
  {
    // A host, a port, a user and a password: clients of shells and databases.
    id: "connect-call-password", kind: "secret", tier: "likely", keywords: [".connect("], pattern: /\.connect\(\s{0,8}(?:["'][^"'\n]{1,100}["']|[\w.$]{1,40})\s{0,4},\s{0,8}\d{2,5}\s{0,4},\s{0,8}["'][\w.@-]{1,60}["']\s{0,4},\s{0,8}["'](?<value>[^"'\n$\s]{4,100})["']/dy, check: "typedPassword",
    examples: () => [`ssh.connect(host, 22, "root", "${human}")`], counterExamples: () => [`ssh.connect(host, 22, "root", password)`, `socket.connect("host", 80)`],
  },
  {
    id: "telephony-register-password", kind: "secret", tier: "likely", keywords: ["register =>", "register=>"], pattern: /register ?=> ?(?:\w{1,8}:\/\/)?[\w.@+-]{1,60}:(?<value>[^\s:@/$<>{}]{4,60})(?=[@:])/dy, check: "typedPassword",
    examples: () => [`register => joe:${human}@sip.corp.test/100`], counterExamples: () => ["register => joe@sip.test", "register => user:password@sip.test"],
  },
  {
    id: "signing-tool-password", kind: "secret", tier: "likely", keywords: ["signtool", "x11vnc "], pattern: new RegExp(String.raw`${before}(?:signtool(?:\.exe)? sign (?:[^\n]{0,120}?[ ])??\/p |x11vnc (?:[^\n]{0,80}?[ ])??-passwd )["']?(?<value>[^\s"'$%<>{}-][^\s"']{3,60})`, "diy"), check: "typedPassword",
    examples: () => [`signtool sign /f a.pfx /p ${human} a.exe`, `x11vnc -display :0 -passwd ${wordy}`], counterExamples: () => ["signtool sign /a a.exe", "signtool sign /p $PW a.exe", "x11vnc -passwd $PW"],
  },
  {
    id: "stored-salt", kind: "secret", tier: "possible", keywords: ["hash_salt", "cookie_salt", "security_salt", "security.salt", "'salt'"],
    pattern: /(?:(?:(?:hash|cookie|security)_|security\.)salt["']?\]?\s{0,4}(?:=>|[:=,])|'salt'\s{0,4}=>)\s{0,4}["'](?<value>[A-Za-z0-9+/=_-]{20,128})["']/diy, check: "random",
    examples: () => [`$settings['hash_salt'] = '${letters(74)}';`, `'salt' => '${hex(64)}',`], counterExamples: () => ["'salt' => env('SECURITY_SALT')", "hash_salt = os.urandom(16)"],
  },
]);
