import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { hex, letters, lowercase } from "../samples.ts";

/** What a cookie's value is made of, by RFC 6265, without quotes. */
const value = String.raw`(?<value>[\w.+/:%~|!-]{16,1000}={0,2})(?![\w+/%=-])`;

/** Tried at many places of a line, so it is asked first whether a name stands there at all. */
const name = String.raw`(?=[\w.-]{2,48}=)[\w.-]{0,20}(?:sess|auth|token|sid|jwt|login|ticket)[\w.-]{0,20}`;

/** Whoever has the cookie of a session is signed in. */
export const sessionCookies: readonly Detector[] = takenFrom(own, [
  {
    // As frameworks name them by default: PHP, Java servlets, ASP.NET, Express, Laravel, Django, Rails, Shiro, GitHub's and WordPress's own.
    id: "session-cookie", kind: "secret", tier: "likely", keywords: ["phpsessid=", "jsessionid=", "asp.net_sessionid=", ".aspxauth=", "connect.sid=", "laravel_session=", "_gh_sess=", "user_session=", "_session_id=", "_session=", "sessionid=", "session_token=", ".aspnetcore.", "remember_me=", "rememberme=", "wordpress_logged_in_", "wordpress_sec_"],
    pattern: new RegExp(String.raw`(?:(?<![\w-])(?:phpsessid|jsessionid|asp\.net_sessionid|connect\.sid|laravel_session|user_session|sessionid|session_token|remember_?me|wordpress_(?:logged_in|sec)_[0-9a-f]{32})|\.aspxauth|_gh_sess|_session(?:_id)?|\.aspnetcore\.[\w.-]{1,40})=${value}`, "diy"), check: "random",
    examples: () => [`Cookie: PHPSESSID=${lowercase(26)}; lang=en`, `JSESSIONID=${hex(32).toUpperCase()};`, `connect.sid=s%3A${letters(32)}.${letters(43)}`, `_shop_session=${letters(90)}--${hex(40)}`, `.ASPXAUTH=${hex(200).toUpperCase()}`],
    counterExamples: () => ["PHPSESSID=abc", "sessionid=some_session_identifier", `JSESSIONID=${"0".repeat(32)}`, "my_session=create_session_for_user", "connect.sid=${sid}"],
  },
  {
    id: "cookie-header", kind: "secret", tier: "likely", keywords: ["cookie:", "cookie\":", "cookie':", "cookie\",", "cookie',"],
    pattern: new RegExp(String.raw`cookie(?:["'][:,]|:)\s{0,3}["'\`]?(?:[^\n"'\`]{0,100}?;\s?)??${name}=${value}`, "diy"), check: "random",
    examples: () => [`Cookie: session=${letters(40)}`, `curl -H 'Cookie: lang=en; auth_ticket=${letters(32)}'`, `headers: { "Cookie": "sid=${letters(32)}" }`, `Set-Cookie: login=${letters(30)}; Path=/; HttpOnly`],
    counterExamples: () => ["Cookie: session=abc", "Cookie: session=${session}", "Set-Cookie: token=deleted; Max-Age=0", "// the cookie: sessions are kept in memory", `Cookie: lang=${letters(32)}`],
  },
  {
    id: "curl-cookie", kind: "secret", tier: "likely", keywords: ["curl "],
    pattern: new RegExp(String.raw`curl (?:(?:[^\n\\]|\\[^]){0,40}? )??(?:-b|--cookie)[ =]?["']?(?:[^\n"']{0,60}?; ?)??${name}=${value}`, "dy"), check: "random",
    examples: () => [`curl -b 'auth_ticket=${letters(32)}' https://x.corp.test`, `curl -s --cookie "lang=en; sid=${letters(40)}" https://x.corp.test`], counterExamples: () => ["curl -b cookies.txt https://x.test", "curl -b \"session=$SESSION\" https://x.test"],
  },
]);
