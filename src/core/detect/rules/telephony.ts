import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, lowercase, numbers, sampleUuid, uppercase, word } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Telephones, text messages, chat and push. */
export const telephony: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "ably-key", names: ["ably"], value: String.raw`[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{43}`, sample: () => `${letters(6)}.${letters(6)}:${letters(43)}` }),
    near({ id: "clicksend-key", names: ["clicksend"], ...uuid }),
    near({ id: "infobip-key", names: ["infobip"], value: "[0-9a-f]{32}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => `${hex(32)}-${sampleUuid}` }),
    prefixed({ id: "matrix-token", prefixes: ["syt_"], body: "[A-Za-z0-9]{4,80}_[A-Za-z]{20}_[A-Za-z0-9]{6}", sample: () => `${letters(14)}_${word(20)}_${letters(6)}` }),
    prefixed({ id: "pubnub-secret-key", prefixes: ["sec-c-"], body: "[A-Za-z0-9]{36,48}", sample: () => letters(48) }),
    near({ id: "pusher-secret", names: ["pusher"], isWord: true, ...hexadecimal(20) }),
    near({ id: "pushover-token", names: ["pushover"], value: "[a-z0-9]{30}", sample: () => lowercase(30) }),
    near({ id: "sinch-token", names: ["sinch"], value: "[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => hex(32) }),
    near({ id: "vonage-secret", names: ["vonage", "nexmo"], ...mixedCase(16) }),
    near({ id: "zulip-key", names: ["zulip"], ...mixedCase(32) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "apifonica-key", names: ["apifonica"], value: "[0-9a-z]{11}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}", sample: () => `${hex(11)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}` }),
    prefixed({ id: "courier-token", prefixes: ["pk_prod_", "pk_test_"], body: "[A-Z0-9]{28}", sample: () => uppercase(28) }),
    near({ id: "courier-named-token", names: ["courier"], isWord: true, value: "pk_[A-Za-z]{2,12}_[A-Za-z0-9]{28}", sample: () => `pk_live_${letters(28)}` }),
    near({ id: "daily-co-key", names: ["daily_co", "dailyco", "daily_api", "daily_key", "daily_token", "daily_secret"], ...hexadecimal(64) }),
    near({ id: "gitter-token", names: ["gitter"], value: "[a-z0-9-]{40}", sample: () => hex(40) }),
    near({ id: "line-channel-token", names: ["line", "line_channel", "line_bot", "line_messaging"], isWord: true, value: "[A-Za-z0-9+/]{170,172}={0,2}", sample: () => letters(172) }),
    near({ id: "line-notify-token", names: ["linenotify", "line_notify"], ...mixedCase(43) }),
    near({ id: "mesibo-token", names: ["mesibo"], ...mixedCase(64) }),
    near({ id: "numverify-key", names: ["numverify"], ...alphanumeric(32) }),
    near({ id: "onesignal-key", names: ["onesignal", "one_signal"], value: "[A-Za-z0-9]{48}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => sampleUuid }),
    prefixed({ id: "pubnub-key", prefixes: ["pub-c-", "sub-c-"], body: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "pushbullet-token", names: ["pushbullet"], value: String.raw`o\.[A-Za-z0-9]{32}|[A-Za-z0-9_]{34}`, sample: () => `o.${letters(32)}` }),
    near({ id: "sendbird-token", names: ["sendbird"], value: "[0-9a-f]{40}|[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => hex(40) }),
    prefixed({ id: "telnyx-key", prefixes: ["KEY0"], body: "[A-Za-z0-9]{30}[0-9A-Z]_[A-Za-z0-9]{22}", sample: () => `${uppercase(30)}A_${letters(22)}` }),
    near({ id: "telnyx-named-key", names: ["telnyx"], value: "KEY[A-Za-z0-9_-]{55}", sample: () => `KEY7${letters(54)}` }),
    near({ id: "telegram-named-token", names: ["telegram", "tgram"], value: String.raw`\d{8,10}:[A-Za-z0-9_-]{35}`, sample: () => `${numbers(10)}:${letters(35)}` }),
    near({ id: "tyntec-key", names: ["tyntec"], ...mixedCase(32) }),
    near({ id: "veriphone-key", names: ["veriphone"], ...capitals(32) }),
    near({ id: "voodoosms-key", names: ["voodoosms"], ...mixedCase(46) }),
    near({ id: "d7-networks-token", names: ["d7network"], value: "[A-Za-z0-9+/]{23}=", sample: () => `${letters(23)}=` }),
    near({ id: "voicegain-token", names: ["voicegain"], value: String.raw`eyJ?[A-Za-z0-9_-]{33,34}\.ey[A-Za-z0-9_-]{108}\.[A-Za-z0-9_-]{43}`, sample: () => `eyJ${letters(33)}.ey${letters(108)}.${letters(43)}` }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "lark-app-secret", names: ["lark_app", "larksuite", "feishu", "lark_secret"], ...mixedCase(32) }),
    near({ id: "mattermost-token", names: ["mattermost"], ...alphanumeric(26) }),
    prefixed({ id: "onesignal-v2-key", prefixes: ["os_v2_app_", "os_v2_org_"], body: "[a-z2-7]{103}", sample: () => uppercase(103).toLowerCase() }),
    near({ id: "plivo-token", names: ["plivo"], value: "[A-Za-z0-9_-]{40}", sample: () => letters(40) }),
  ]),
];
