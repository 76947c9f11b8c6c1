import type { Scan } from "./scan.ts";

/** Mailboxes that no person's name stands in, and what only looks like an address. */
const impersonal = /^(?:(?:do[-_.]?)?not?[-_.]?reply|git|hg|svn|ssh|root|postmaster|mailer-daemon|webmaster|hostmaster|abuse|admin|administrator|info|support|help|contact|hello|hi|sales|security|privacy|press|team|office|mail|email|dev|opensource|oss|bugs?|issues|billing|legal|jobs|careers|feedback|user(?:name)?|you|your[-_.]?(?:name|e?mail)|me|my|foo|bar|baz|test(?:er|ing)?|example|someone|somebody|anyone|name|first\.?last|jane\.?doe|john\.?doe|jdoe|alice|bob)\d{0,3}(?:\+.{0,40})?$/i;
/** Domains that are set aside for documents and tests, of machines, and of addresses that hide a person's. */
const reserved = /(?:^|\.)(?:example|test|invalid|localhost|local|localdomain|internal|lan)$|(?:^|\.)(?:example\.\w{2,6}|test\.\w{2,4}|domain\.\w{2,4}|yourdomain\.\w{2,4}|company\.com|acme\.\w{2,4}|foo\.\w{2,4}|bar\.\w{2,4}|email\.com|site\.com|noreply\.github\.com|users\.noreply\.gitlab\.com)$/i;
const domain = /[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,6}[A-Za-z]{2,24}(?![\w-])/y;
/** No top-level domain: `icon@2x.png`, `name@module.ts`. */
const fileEnd = /\.(?:png|jpe?g|gif|svg|webp|css|scss|less|js|mjs|cjs|ts|tsx|jsx|json|html?|md|txt|py|rb|go|rs|java|xml|ya?ml|vue|map|so|dll|exe|zip|gz|tgz|service|socket|target|timer|mount)$/i;

/** Addresses that are a person's. */
export const emailAddress: Scan = function* (text) {
  for (let sign = text.indexOf("@"); sign >= 0; sign = text.indexOf("@", sign + 1)) {
    let start = sign;
    while (sign - start < 65 && isLocal(text.charCodeAt(start - 1))) start -= 1;
    while (start < sign && isDot(text.charCodeAt(start))) start += 1;
    const length = sign - start;
    if (length < 1 || length > 64 || !/[A-Za-z]/.test(text.slice(start, sign))) continue;
    // Before it a password's colon or an address of the web: that is `url-password`'s.
    if (text.charCodeAt(start - 1) === 47 || (text.charCodeAt(start - 1) === 58 && text.charCodeAt(start - 2) !== 111)) continue;
    domain.lastIndex = sign + 1;
    const host = domain.exec(text)?.[0];
    if (host === undefined || impersonal.test(text.slice(start, sign)) || reserved.test(host) || fileEnd.test(host) || text.charCodeAt(sign + 1 + host.length) === 58 && text.slice(start, sign).length < 4) continue;
    yield { tier: "possible", start, end: sign + 1 + host.length };
  }
};

/** Letters, digits and `.`, `_`, `%`, `+`, `-`. */
const isLocal = (code: number) => (code >= 97 && code <= 122) || (code >= 64 && code <= 90 && code !== 64) || (code >= 48 && code <= 57) || code === 46 || code === 95 || code === 37 || code === 43 || code === 45;
const isDot = (code: number) => code === 46 || code === 45 || code === 37 || code === 43;
