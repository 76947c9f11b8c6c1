import type { Detector } from "./detector.ts";
import { analytics } from "./rules/analytics.ts";
import { banking } from "./rules/banking.ts";
import { blockchain } from "./rules/blockchain.ts";
import { commerce } from "./rules/commerce.ts";
import { customers } from "./rules/customers.ts";
import { devices } from "./rules/devices.ts";
import { documents } from "./rules/documents.ts";
import { financialMarkets } from "./rules/markets.ts";
import { images } from "./rules/images.ts";
import { knowledge } from "./rules/knowledge.ts";
import { leisure } from "./rules/leisure.ts";
import { mail } from "./rules/mail.ts";
import { marketing } from "./rules/marketing.ts";
import { pages } from "./rules/pages.ts";
import { people } from "./rules/people.ts";
import { places } from "./rules/places.ts";
import { planning } from "./rules/planning.ts";
import { scraping } from "./rules/scraping.ts";
import { secretAddresses } from "./rules/secretAddresses.ts";
import { social } from "./rules/social.ts";
import { telephony } from "./rules/telephony.ts";
import { weather } from "./rules/weather.ts";

/** Keys of the services that a business buys: paying, writing to customers, planning, knowing the weather. */
export const subscriptions: readonly Detector[] = [
  ...analytics, ...financialMarkets, ...banking, ...blockchain, ...commerce, ...marketing, ...customers, ...mail, ...telephony,
  ...social, ...places, ...weather, ...planning, ...documents, ...images, ...pages, ...leisure,
  ...secretAddresses, ...knowledge, ...scraping, ...devices, ...people,
];
