import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { hex, letters } from "../samples.ts";
import { alphanumeric } from "../valueShapes.ts";

export const workTools: readonly Detector[] = takenFrom(own, [
  prefixed({ id: "atlassian-token", prefixes: ["ATATT3xFfGF0", "ATCTT3xFfGN0"], body: "[A-Za-z0-9_-]{100,260}(?:=[A-F0-9]{8})?", sample: () => letters(170) }),
  named({ id: "atlassian-legacy-token", names: ["jira", "confluence", "atlassian"], value: "[A-Za-z0-9]{24}", sample: () => letters(24) }),
  prefixed({ id: "postman-key", prefixes: ["PMAK-"], body: "[a-f0-9]{24}-[a-f0-9]{34}", sample: () => `${hex(24)}-${hex(34)}` }),
  prefixed({ id: "figma-token", prefixes: ["figd_", "figdr_", "figu_", "figo_"], body: "[A-Za-z0-9_-]{38,60}", sample: () => letters(40) }),
  prefixed({ id: "linear-key", prefixes: ["lin_api_", "lin_oauth_"], body: "[A-Za-z0-9]{40,64}", sample: () => letters(40) }),
  prefixed({ id: "notion-token", prefixes: ["ntn_"], body: "[0-9]{11}[A-Za-z0-9]{35}", sample: () => `01234567890${letters(35)}` }),
  named({ id: "notion-legacy-token", names: ["notion"], value: "secret_[A-Za-z0-9]{43}", sample: () => `secret_${letters(43)}` }),
  prefixed({ id: "airtable-token", prefixes: ["pat"], body: String.raw`[A-Za-z0-9]{14}\.[a-f0-9]{64}`, sample: () => `${letters(14)}.${hex(64)}` }),
  named({ id: "airtable-legacy-key", names: ["airtable"], value: "key[A-Za-z0-9]{14}", sample: () => `key${letters(14)}` }),
  named({ id: "okta-token", names: ["okta", "ssws"], value: "00[A-Za-z0-9_-]{40}", sample: () => `00${letters(40)}` }),
  prefixed({ id: "typeform-token", prefixes: ["tfp_"], body: String.raw`[A-Za-z0-9_.=-]{40,59}`, sample: () => letters(44) }),
  prefixed({ id: "contentful-token", prefixes: ["CFPAT-"], body: "[A-Za-z0-9_-]{43}", sample: () => letters(43) }),
  prefixed({ id: "dropbox-token", prefixes: ["sl."], body: "[A-Za-z0-9_-]{130,200}", sample: () => letters(140) }),
  near({ id: "dropbox-app-secret", names: ["dropbox"], ...alphanumeric(15) }),
  prefixed({ id: "facebook-token", prefixes: ["EAAC", "EAAM", "EAAG", "EAAB"], body: "[A-Za-z0-9]{80,250}", sample: () => letters(120) }),
  prefixed({ id: "mapbox-secret-token", prefixes: ["sk.eyJ"], body: String.raw`[A-Za-z0-9_-]{40,120}\.[A-Za-z0-9_-]{20,30}`, sample: () => `${letters(60)}.${letters(22)}` }),
  prefixed({ id: "readme-token", prefixes: ["rdme_"], body: "[a-z0-9]{70}", sample: () => letters(70).toLowerCase() }),
  prefixed({ id: "hubspot-token", prefixes: ["pat-na1-", "pat-eu1-", "pat-na2-"], body: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => "3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643" }),
  prefixed({ id: "adobe-client-secret", prefixes: ["p8e-"], body: "[A-Za-z0-9_-]{32}", sample: () => letters(32) }),
  prefixed({ id: "dependency-track-key", prefixes: ["odt_"], body: "[A-Za-z0-9_]{32,44}", sample: () => letters(32) }),
]);
