import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { human, letters, wordy } from "../samples.ts";

const lineEnd = String.raw`(?=["']?[ \t]{0,4}(?:[;#]|\r?\n|$))`;
const value = String.raw`["']?(?<value>[^\s"'$%<>{}()[\];,*|&=-][^\s"'<>{}();,|&]{4,100})`;

/** Passwords in the configuration of routers, firewalls, tunnels, relays and proxies, as their manuals have them. */
export const deviceSettings: readonly Detector[] = takenFrom(own, [
  {
    id: "router-password", kind: "secret", tier: "likely", keywords: ["password 0 ", "secret 0 ", "key 0 ", "ascii 0 ", "crypto isakmp key ", "radius-server key ", "tacacs-server key ", "authentication-key "],
    pattern: new RegExp(`(?:(?:password|secret|key|ascii) 0 |crypto isakmp key |(?:radius|tacacs)-server key |authentication-key )(?!\\d )${value}(?=["']?(?: address | privilege |[ \\t]{0,4}(?:;|\\r?\\n|$)))`, "diy"), check: "typedPassword",
    examples: () => [`username joe privilege 15 password 0 ${wordy}`, `crypto isakmp key ${human} address 10.0.0.1`, `radius-server key ${wordy}\n`], counterExamples: () => ["password 0 days\nold", "radius-server key 7 x", "key 0 <key>"],
  },
  {
    id: "neighbour-password", kind: "secret", tier: "likely", keywords: ["neighbor "], pattern: new RegExp(`neighbor [\\w.:-]{2,60} password (?:0 )?${value}${lineEnd}`, "diy"), check: "typedPassword",
    examples: () => [`neighbor 10.0.0.1 password ${wordy}\n`], counterExamples: () => ["neighbor 10.0.0.1 remote-as 65000", "neighbor 10.0.0.1 password 7 0011"],
  },
  {
    id: "pre-shared-key", kind: "secret", tier: "likely", keywords: [": psk "], pattern: /: PSK (?:"(?<value>[^"\n$<>]{6,100})"|0s[A-Za-z0-9+/]{16,88}={0,2})/dy, check: "typedPassword",
    examples: () => [`%any %any : PSK "${human}"`, `10.0.0.1 10.0.0.2 : PSK "${wordy}"`, `: PSK 0s${letters(40)}`], counterExamples: () => [`: PSK "<key>"`, ": psk based"],
  },
  {
    id: "proxy-user-password", kind: "secret", tier: "likely", keywords: ["insecure-password ", "stats auth ", "cache_peer ", "password enc ", "password cipher "],
    pattern: new RegExp(`(?:insecure-password |stats auth [\\w.-]{1,40}:|cache_peer [^\\n]{0,120}? login=[\\w.-]{1,40}:|password (?:enc|cipher) )${value}${lineEnd}`, "diy"), check: "typedPassword",
    examples: () => [`user joe insecure-password ${wordy}\n`, `  stats auth joe:${human}\n`, `cache_peer proxy.corp.test parent 3128 0 login=joe:${wordy}\n`, `set password ENC ${letters(60)}\n`], counterExamples: () => ["stats auth user:password", "cache_peer proxy.test parent 3128 0 login=PASS", "password enc algorithms are:"],
  },
  {
    id: "mail-client-password", kind: "secret", tier: "likely", keywords: ["user \"", "user '", "imap_pass", "smtp_pass", "remotepass"], pattern: /(?:user ["'][^"'\n]{1,80}["'],? (?:with |there |is |and )?pass(?:word|wd)? ["']|(?:imap|smtp)_pass\s{0,3}=\s{0,3}["']|remotepass\s{0,3}=\s{0,3})(?<value>[^"'\s$<>{}]{4,100})(?=["']|[ \t]{0,4}(?:\r?\n|$))/dy, check: "typedPassword",
    examples: () => [`poll mail.corp.test protocol imap user "joe" password "${wordy}"`, `remotepass = ${wordy}\n`, `set imap_pass = "${human}"`], counterExamples: () => [`user "joe" password "$PW"`, "remotepass = $PW", `user "joe" is here`],
  },
  {
    // An app password of Google: four times four letters.
    id: "google-app-password", kind: "secret", tier: "likely", keywords: ["app_password", "app password", "app-password", "apppassword", "gmail"], pattern: /(?:app[_ -]?password|gmail)[\w"'\]-]{0,20}\s{0,3}[:=,]{1,2}\s{0,3}["']?([a-z]{4} [a-z]{4} [a-z]{4} [a-z]{4})(?![\w ])/diy, check: "token",
    examples: () => [`GMAIL_APP_PASSWORD="${"qwke"} nzpt yhbv rmxa"`], counterExamples: () => [`gmail: "${"x".repeat(4)} xxxx xxxx xxxx"`, "app password: four words"],
  },
]);
