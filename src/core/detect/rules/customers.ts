import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, lowercase, sampleUuid } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Customer records, support and surveys. */
export const customers: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "freshdesk-key", names: ["freshdesk", "freshservice", "freshsales"], ...mixedCase(20) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "canny-key", names: ["canny", "canny_io"], isWord: true, value: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "capsule-crm-token", names: ["capsulecrm", "capsule_crm"], value: "[A-Za-z0-9._+=-]{64}", sample: () => letters(64) }),
    near({ id: "centralstation-crm-key", names: ["centralstationcrm", "central_station_crm"], ...alphanumeric(30) }),
    near({ id: "chatbot-token", names: ["chatbot"], isWord: true, value: "[A-Za-z0-9_]{32}", sample: () => letters(32) }),
    near({ id: "chatfuel-token", names: ["chatfuel"], ...mixedCase(128) }),
    prefixed({ id: "voiceflow-key", prefixes: ["VF.DM.", "VF.WS.", "VF."], body: String.raw`[a-f0-9]{24}\.[A-Za-z0-9]{16}`, sample: () => `${hex(24)}.${letters(16)}` }),
    near({ id: "cliengo-key", names: ["cliengo"], ...uuid }),
    near({ id: "close-crm-key", names: ["closecrm", "close_crm", "close_api"], value: "api_[A-Za-z0-9.]{45}", sample: () => `api_${letters(45)}` }),
    near({ id: "delighted-key", names: ["delighted"], isWord: true, ...mixedCase(32) }),
    near({ id: "feedier-key", names: ["feedier"], ...mixedCase(32) }),
    near({ id: "front-token", names: ["front", "frontapp", "front_app"], isWord: true, value: String.raw`eyJ[A-Za-z0-9_-]{17,60}\.eyJ[A-Za-z0-9_-]{100,250}\.[A-Za-z0-9_-]{43}`, sample: () => `eyJ${letters(30)}.eyJ${letters(240)}.${letters(43)}` }),
    near({ id: "gist-key", names: ["getgist", "get_gist"], value: "[A-Za-z0-9+=]{68}", sample: () => letters(68) }),
    near({ id: "groove-token", names: ["groove", "groovehq"], isWord: true, ...mixedCase(64) }),
    near({ id: "helpcrunch-key", names: ["helpcrunch"], value: "[A-Za-z0-9+/=]{328}", sample: () => letters(328) }),
    near({ id: "helpscout-key", names: ["helpscout", "help_scout"], value: "[a-z0-9]{40}|[a-z0-9]{32}", sample: () => lowercase(40) }),
    near({ id: "insightly-key", names: ["insightly"], value: "[a-z0-9-]{36}", sample: () => sampleUuid }),
    near({ id: "instabot-key", names: ["instabot"], value: "[A-Za-z0-9=+/]{43,44}", sample: () => letters(44) }),
    near({ id: "intercom-token", names: ["intercom"], value: "[A-Za-z0-9+/]{59}=|[A-Za-z0-9=_-]{60}", sample: () => `${letters(59)}=` }),
    near({ id: "karma-crm-key", names: ["karma", "karmacrm"], isWord: true, ...mixedCase(20) }),
    near({ id: "kylas-key", names: ["kylas"], value: String.raw`[a-z0-9-]{36}(?::\d{1,6})?`, sample: () => sampleUuid }),
    near({ id: "less-annoying-crm-key", names: ["less", "lessannoyingcrm", "less_annoying_crm"], isWord: true, value: "[A-Za-z0-9-]{57}", sample: () => letters(57) }),
    near({ id: "livestorm-token", names: ["livestorm"], value: String.raw`eyJ[A-Za-z0-9_-]{15,60}\.eyJ[A-Za-z0-9_-]{80,250}\.[A-Za-z0-9_-]{43}`, sample: () => `eyJ${letters(30)}.eyJ${letters(240)}.${letters(43)}` }),
    near({ id: "nicereply-key", names: ["nicereply"], ...hexadecimal(40) }),
    near({ id: "noticeable-key", names: ["noticeable"], isWord: true, ...mixedCase(20) }),
    near({ id: "pipedrive-key", names: ["pipedrive"], ...mixedCase(40) }),
    near({ id: "prodpad-key", names: ["prodpad"], ...hexadecimal(64) }),
    near({ id: "prospect-crm-key", names: ["prospect", "prospectcrm"], isWord: true, value: "[a-z0-9-]{32}", sample: () => hex(32) }),
    near({ id: "qualaroo-key", names: ["qualaroo"], value: "[A-Za-z0-9=]{64}", sample: () => letters(64) }),
    near({ id: "really-simple-systems-token", names: ["reallysimplesystems", "really_simple_systems"], value: String.raw`ey[A-Za-z0-9._-]{153}\.ey[A-Za-z0-9._-]{916,1000}`, sample: () => `ey${letters(153)}.ey${letters(940)}` }),
    near({ id: "refiner-key", names: ["refiner"], isWord: true, ...uuid }),
    near({ id: "salesflare-key", names: ["salesflare"], value: "[A-Za-z0-9_-]{45}", sample: () => letters(45) }),
    near({ id: "salesforce-session-id", names: ["salesforce"], value: "00[A-Za-z0-9]{13}![A-Za-z0-9._]{80,200}", sample: () => `00${letters(13)}!AQ${letters(94)}` }),
    near({ id: "simplesat-token", names: ["simplesat"], ...alphanumeric(40) }),
    near({ id: "streak-key", names: ["streak"], isWord: true, ...hexadecimal(32) }),
    near({ id: "surveybot-key", names: ["surveybot"], value: "[A-Za-z0-9-]{80}", sample: () => letters(80) }),
    near({ id: "surveysparrow-token", names: ["surveysparrow"], ...urlSafe(88) }),
    near({ id: "survicate-key", names: ["survicate"], ...alphanumeric(32) }),
    prefixed({ id: "teamwork-token", prefixes: ["tkn.v1_"], body: "[A-Za-z0-9]{60,80}={0,2}", sample: () => letters(71) }),
    near({ id: "teletype-token", names: ["teletype"], value: "[A-Za-z0-9_-]{64}", sample: () => letters(64) }),
    near({ id: "userflow-key", names: ["userflow"], value: "(?:ak_|st_)?[a-z0-9_]{26,29}", sample: () => lowercase(29) }),
    prefixed({ id: "zoho-token", prefixes: ["1000."], body: String.raw`[a-f0-9]{32}\.[a-f0-9]{32}`, sample: () => `${hex(32)}.${hex(31)}0` }),
    near({ id: "zonka-feedback-token", names: ["zonka"], ...mixedCase(36) }),
    near({ id: "appsynergy-key", names: ["appsynergy"], ...alphanumeric(64) }),
    near({ id: "besnappy-key", names: ["besnappy"], ...hexadecimal(64) }),
    near({ id: "bulbul-key", names: ["bulbul"], ...alphanumeric(32) }),
    near({ id: "collect2-token", names: ["collect2"], ...uuid }),
    near({ id: "upwave-token", names: ["upwave"], ...alphanumeric(32) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "zendesk-key", names: ["zendesk"], ...mixedCase(40) }),
  ]),
];
