import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters } from "../samples.ts";
import { hexadecimal, uuid } from "../valueShapes.ts";

/** Search engines for sites, and of the web. */
export const search: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "algolia-admin-key", names: ["algolia_admin", "algolia_write", "algolia_usage"], ...hexadecimal(32) }),
    near({ id: "meilisearch-key", names: ["meilisearch", "meili"], value: "[a-f0-9]{64}|[a-z0-9_-]{43,48}", sample: () => hex(64) }),
    near({ id: "typesense-key", names: ["typesense"], value: "[a-z0-9]{32,64}", sample: () => letters(48) }),
    near({ id: "serpapi-key", names: ["serpapi", "serp_api"], ...hexadecimal(64) }),
    near({ id: "serper-key", names: ["serper"], ...hexadecimal(40) }),
    near({ id: "bing-search-key", names: ["bing_search", "bing_api", "bing_maps", "bing_subscription"], value: "[a-f0-9]{32}|A[a-z0-9_-]{63}", sample: () => hex(32) }),
    near({ id: "exa-key", names: ["exa_api", "exa_search", "metaphor_api"], ...uuid }),
    near({ id: "coveo-key", names: ["coveo"], value: `xx${uuid.value}`, sample: () => `xx${uuid.sample()}` }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "algolia-key", names: ["algolia"], ...hexadecimal(32) }),
    near({ id: "swiftype-key", names: ["swiftype", "app_search", "enterprise_search"], value: "(?:private-)?[a-z0-9]{24}|[a-z0-9]{6}_[a-z0-9]{6}-[a-z0-9]{6}|[a-z0-9_-]{20}", sample: () => letters(20) }),
  ]),
  ...takenFrom(noseyParker, [
    named({ id: "kagi-key", names: ["kagi"], value: String.raw`[a-z0-9_-]{11}\.[a-z0-9_-]{43}`, sample: () => `${letters(11)}.${letters(43)}` }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "brave-search-key", names: ["brave"], value: "BSA[a-z0-9_-]{24,40}", sample: () => `BSA${letters(28)}` }),
  ]),
];
