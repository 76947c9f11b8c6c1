import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { kingfisher } from "../ruleSets.ts";
import { hex, letters, lowercase, uppercase } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Campaigns, links and prospects. */
export const marketing: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "braze-key", names: ["braze"], ...uuid }),
    near({ id: "customer-io-key", names: ["customerio", "customer_io"], value: "[0-9a-f]{20}|[0-9a-f]{32}", sample: () => hex(20) }),
    near({ id: "iterable-key", names: ["iterable"], isWord: true, ...hexadecimal(32) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "apollo-io-key", names: ["apollo"], ...urlSafe(22) }),
    near({ id: "autoklose-key", names: ["autoklose"], value: "[A-Za-z0-9-]{32}", sample: () => letters(32) }),
    near({ id: "autopilot-key", names: ["autopilot"], ...hexadecimal(32) }),
    near({ id: "ayrshare-key", names: ["ayrshare"], value: "[A-Z0-9]{8}(?:-[A-Z0-9]{8}){3}", sample: () => uppercase(32).replaceAll(/.{8}(?!$)/g, "$&-") }),
    near({ id: "bitly-token", names: ["bitly"], value: "[A-Za-z0-9-]{40}", sample: () => hex(40) }),
    near({ id: "bombbomb-key", names: ["bombbomb"], value: "[A-Za-z0-9=+/]{88}", sample: () => letters(88) }),
    near({ id: "brandfetch-key", names: ["brandfetch"], value: "[A-Za-z0-9]{40}|[A-Za-z0-9+/]{43}=", sample: () => letters(40) }),
    near({ id: "clearbit-key", names: ["clearbit"], value: "(?:sk_)?[0-9a-f]{32}|[0-9a-z_]{35}", sample: () => `sk_${hex(32)}` }),
    near({ id: "convertkit-secret", names: ["convertkit", "convert_kit"], value: "[A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43}", sample: () => letters(43) }),
    near({ id: "getemail-key", names: ["getemail"], value: "[A-Za-z0-9-]{20}", sample: () => letters(20) }),
    near({ id: "getresponse-key", names: ["getresponse", "get_response"], ...alphanumeric(32) }),
    near({ id: "hunter-io-key", names: ["hunter", "hunter_io"], isWord: true, value: "[a-z0-9_-]{40}", sample: () => hex(40) }),
    near({ id: "interseller-key", names: ["interseller"], ...uuid }),
    near({ id: "klaviyo-key", names: ["klaviyo"], value: "pk_[A-Za-z0-9]{34}", sample: () => `pk_${hex(34)}` }),
    near({ id: "leadfeeder-key", names: ["leadfeeder"], value: "[A-Za-z0-9-]{43}", sample: () => letters(43) }),
    near({ id: "lemlist-key", names: ["lemlist"], ...hexadecimal(32) }),
    near({ id: "madkudu-key", names: ["madkudu"], ...hexadecimal(32) }),
    near({ id: "mailerlite-key", names: ["mailerlite", "mailer_lite"], ...alphanumeric(32) }),
    near({ id: "mixmax-token", names: ["mixmax"], value: "[A-Za-z0-9_-]{36}", sample: () => letters(36) }),
    near({ id: "moosend-key", names: ["moosend"], ...uuid }),
    near({ id: "omnisend-key", names: ["omnisend"], value: "[A-Za-z0-9-]{75}", sample: () => letters(75) }),
    near({ id: "optimizely-key", names: ["optimizely"], value: "[0-9A-Za-z:-]{54}", sample: () => letters(54) }),
    near({ id: "overloop-key", names: ["overloop", "prospect_io"], ...urlSafe(50) }),
    near({ id: "partnerstack-key", names: ["partnerstack"], ...mixedCase(64) }),
    near({ id: "people-data-labs-key", names: ["peopledatalabs", "people_data_labs"], ...alphanumeric(64) }),
    near({ id: "powr-bot-key", names: ["powrbot", "power_bot"], ...mixedCase(40) }),
    near({ id: "rebrandly-key", names: ["rebrandly"], value: "[A-Za-z0-9_]{32}", sample: () => hex(32) }),
    near({ id: "reply-io-key", names: ["replyio", "reply_io"], ...mixedCase(24) }),
    near({ id: "ritekit-key", names: ["ritekit"], ...hexadecimal(44) }),
    near({ id: "rocketreach-key", names: ["rocketreach"], value: "[a-z0-9]{1,6}k?[a-z0-9-]{33,38}", sample: () => lowercase(39) }),
    near({ id: "salesblink-key", names: ["salesblink"], value: "key-[A-Za-z0-9]{64}", sample: () => `key-${letters(64)}` }),
    near({ id: "salescookie-key", names: ["salescookie"], ...mixedCase(32) }),
    near({ id: "skrapp-key", names: ["skrapp"], ...mixedCase(42) }),
    near({ id: "tly-token", names: ["tly"], isWord: true, ...mixedCase(60) }),
    near({ id: "uplead-key", names: ["uplead"], value: "[a-z0-9-]{32}", sample: () => hex(32) }),
    near({ id: "appointedd-key", names: ["appointedd"], value: "[A-Za-z0-9=+]{88}", sample: () => letters(88) }),
    near({ id: "dyspatch-key", names: ["dyspatch"], ...capitals(52) }),
  ]),
];
