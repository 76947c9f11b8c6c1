import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";

/** How people are reached. One address alone is no harm in source code: `possible`, which no built-in rule acts on. */
export const contacts: readonly Detector[] = takenFrom(own, [
  {
    id: "email-address", kind: "personal", tier: "possible", scan: "emailAddress", reach: 512,
    examples: () => ["write to marlene.osterfeld@northwind-orders.de", `"email": "t.arrabal+x@mail.corp-orders.com"`, "<ingrid@solvang.no>"],
    counterExamples: () => ["a@example.com", "noreply@corp-orders.com", "git@github.com:acme/shop.git", "icon@2x.png", "npm i pkg@1.2.3", "@types/node", "user@localhost", "1+me@users.noreply.github.com", "https://deploy:x@corp-orders.com", "ssh://u.name@corp-orders.com", "support@corp-orders.com"],
  },
  {
    // No check digits, and one in every imprint: off until a policy names it under detectors.on.
    id: "phone-number", kind: "personal", tier: "likely", scan: "phoneNumber", reach: 128,
    examples: () => ["call +49 30 7346 1841 today", `"phone":"+34 91 736 04 72"`, "mobile: +1 (415) 736-2841"],
    counterExamples: () => ["+1 415 555 0172", "a +12", "x = y +123456789;", "tel: +1 234 567 8901", "2024-01-01T00:00:00+0100", "call +123 45"],
  },
]);
