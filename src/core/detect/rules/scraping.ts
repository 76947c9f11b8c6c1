import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { takenFrom } from "../ruleForms.ts";
import { kingfisher } from "../ruleSets.ts";
import { hex } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Fetching of pages and search results. */
export const scraping: readonly Detector[] = [
  ...takenFrom(kingfisher, [
    near({ id: "diffbot-token", names: ["diffbot"], ...alphanumeric(32) }),
    near({ id: "diggernaut-key", names: ["diggernaut"], ...alphanumeric(40) }),
    near({ id: "extractor-api-key", names: ["extractorapi"], ...mixedCase(40) }),
    near({ id: "proxycrawl-token", names: ["proxycrawl", "crawlbase"], ...urlSafe(22) }),
    near({ id: "scraper-api-key", names: ["scraperapi", "scraper_api"], ...alphanumeric(32) }),
    near({ id: "scraperbox-key", names: ["scraperbox"], ...capitals(32) }),
    near({ id: "scrape-owl-key", names: ["scrapeowl"], ...alphanumeric(30) }),
    near({ id: "scrapestack-key", names: ["scrapestack"], ...alphanumeric(32) }),
    near({ id: "scrapfly-key", names: ["scrapfly"], value: "(?:scp-(?:live|test)-)?[a-z0-9]{32}", sample: () => `scp-live-${hex(32)}` }),
    near({ id: "scrapingant-key", names: ["scrapingant"], ...alphanumeric(32) }),
    near({ id: "scrapingbee-key", names: ["scrapingbee"], ...capitals(80) }),
    near({ id: "serphouse-key", names: ["serphouse"], ...mixedCase(60) }),
    near({ id: "serpstack-key", names: ["serpstack"], ...alphanumeric(32) }),
    near({ id: "webscraper-key", names: ["webscraper"], ...mixedCase(60) }),
    near({ id: "web-scraping-key", names: ["webscraping"], ...mixedCase(32) }),
    near({ id: "whoxy-key", names: ["whoxy"], ...alphanumeric(33) }),
    near({ id: "zenrows-key", names: ["zenrows"], ...hexadecimal(40) }),
    near({ id: "zenscrape-key", names: ["zenscrape"], ...uuid }),
  ]),
];
