import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { letters, sampleUuid } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** News, texts, words and statistics. */
export const knowledge: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "companies-house-key", names: ["companieshouse", "companies_house"], ...uuid }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "cicero-key", names: ["cicero"], ...alphanumeric(40) }),
    near({ id: "currents-api-key", names: ["currentsapi", "currents_api"], value: "[A-Za-z0-9_+=-]{48}", sample: () => letters(48) }),
    near({ id: "dandelion-token", names: ["dandelion"], ...alphanumeric(32) }),
    near({ id: "data-gov-key", names: ["data_gov", "data.gov", "congress_gov", "govinfo", "nasa_api"], ...mixedCase(40) }),
    near({ id: "detect-language-key", names: ["detectlanguage", "detect_language"], ...alphanumeric(32) }),
    near({ id: "enigma-key", names: ["enigma"], isWord: true, ...mixedCase(40) }),
    near({ id: "fetchrss-token", names: ["fetchrss"], value: "[A-Za-z0-9.]{40,60}", sample: () => `${letters(20)}.${letters(20)}` }),
    near({ id: "guardian-key", names: ["guardian"], isWord: true, value: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "languagelayer-key", names: ["languagelayer"], ...alphanumeric(32) }),
    near({ id: "lexigram-key", names: ["lexigram"], value: "[A-Za-z0-9._-]{301}", sample: () => letters(301) }),
    near({ id: "linkpreview-key", names: ["linkpreview"], ...mixedCase(32) }),
    near({ id: "mediastack-key", names: ["mediastack"], ...alphanumeric(32) }),
    near({ id: "monkeylearn-token", names: ["monkeylearn"], ...hexadecimal(40) }),
    near({ id: "news-api-key", names: ["newsapi", "news_api"], ...alphanumeric(32) }),
    near({ id: "newscatcher-key", names: ["newscatcher"], ...urlSafe(43) }),
    near({ id: "owlbot-token", names: ["owlbot"], ...alphanumeric(40) }),
    near({ id: "parallel-dots-key", names: ["paralleldots"], ...mixedCase(43) }),
    near({ id: "polls-api-key", names: ["pollsapi"], ...capitals(28) }),
    near({ id: "protocols-io-token", names: ["protocolsio", "protocols_io", "protocols"], isWord: true, ...alphanumeric(64) }),
    near({ id: "rapidapi-key", names: ["rapidapi", "rapid_api"], value: "[A-Za-z0-9]{10}msh[A-Za-z0-9]{15}p1[A-Za-z0-9]{5}jsn[A-Za-z0-9]{12}|[A-Za-z0-9_-]{50}", sample: () => `${letters(10)}msh${letters(15)}p1${letters(5)}jsn${letters(12)}` }),
    near({ id: "uclassify-key", names: ["uclassify"], ...mixedCase(12) }),
    near({ id: "recaptcha-secret", names: ["recaptcha_secret", "recaptcha_private", "recaptcha_v2_secret", "recaptcha_v3_secret"], value: "6L[c-f][A-Za-z0-9_-]{37}", sample: () => `6Ld${letters(37)}` }),
    near({ id: "api-layer-key", names: ["apilayer", "api_layer"], ...mixedCase(32) }),
    near({ id: "userstack-key", names: ["userstack"], ...alphanumeric(32) }),
    near({ id: "speech-text-key", names: ["speechtext"], ...hexadecimal(32) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "new-york-times-key", names: ["nytimes", "new_york_times", "newyorktimes"], ...mixedCase(32) }),
  ]),
];
