import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, numbers, sampleUuid, uppercase } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe } from "../valueShapes.ts";

/** Sending and checking mail. */
export const mail: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "emailoctopus-key", names: ["emailoctopus", "email_octopus"], value: "eo_[a-f0-9]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => `eo_${hex(64)}` }),
    near({ id: "mailtrap-token", names: ["mailtrap"], ...hexadecimal(32) }),
    near({ id: "resend-key", names: ["resend"], value: "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}", sample: () => `re_${letters(8)}_${letters(24)}` }),
    prefixed({ id: "sendinblue-smtp-key", prefixes: ["xsmtpsib-"], body: "[a-f0-9]{64}-[A-Za-z0-9]{16}", sample: () => `${hex(64)}-${letters(16)}` }),
    near({ id: "smtp2go-key", names: ["smtp2go"], value: "api-[A-F0-9]{32}", sample: () => `api-${hex(32)}` }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "debounce-io-key", names: ["debounce"], isWord: true, ...mixedCase(13) }),
    near({ id: "elastic-email-key", names: ["elasticemail", "elastic_email"], ...urlSafe(96) }),
    near({ id: "kickbox-key", names: ["kickbox"], value: "(?:live|test)_[a-f0-9]{64}|[A-Za-z0-9_]{64,80}", sample: () => `live_${hex(64)}` }),
    near({ id: "mailboxlayer-key", names: ["mailboxlayer"], ...alphanumeric(32) }),
    near({ id: "mailgun-named-key", names: ["mailgun"], value: "(?:pub)?key-[a-z0-9]{32}|[a-z0-9-]{72}", sample: () => hex(72) }),
    near({ id: "mailjet-key", names: ["mailjet"], value: "[A-Za-z0-9]{87}=|[A-Za-z0-9]{32}", sample: () => letters(32) }),
    near({ id: "mailmodo-key", names: ["mailmodo"], value: "[A-Z0-9]{7}(?:-[A-Z0-9]{7}){3}", sample: () => uppercase(28).replaceAll(/.{7}(?!$)/g, "$&-") }),
    near({ id: "mailsac-key", names: ["mailsac"], value: "k_[A-Za-z0-9]{36,64}", sample: () => `k_${letters(36)}` }),
    near({ id: "mandrill-key", names: ["mandrill"], value: "(?:md-)?[A-Za-z0-9_-]{20,24}", sample: () => letters(22) }),
    near({ id: "nylas-key", names: ["nylas"], ...mixedCase(30) }),
    near({ id: "oopspam-key", names: ["oopspam"], ...mixedCase(40) }),
    near({ id: "pepipost-key", names: ["pepipost", "netcore"], ...mixedCase(32) }),
    near({ id: "postageapp-key", names: ["postageapp"], ...mixedCase(32) }),
    near({ id: "postmark-token", names: ["postmark"], value: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "raven-key", names: ["raven"], isWord: true, value: "[A-Z0-9-]{16}", sample: () => uppercase(16) }),
    near({ id: "reachmail-token", names: ["reachmail"], ...urlSafe(64) }),
    near({ id: "simply-noted-key", names: ["simplynoted"], value: "[A-Za-z0-9._-]{340,360}", sample: () => letters(350) }),
    near({ id: "sparkpost-key", names: ["sparkpost"], ...mixedCase(40) }),
    near({ id: "vbout-key", names: ["vbout"], value: String.raw`\d{25}`, sample: () => numbers(25) }),
    near({ id: "verimail-key", names: ["verimail"], ...capitals(32) }),
    near({ id: "zerobounce-key", names: ["zerobounce", "zero_bounce"], ...alphanumeric(32) }),
    near({ id: "campayn-key", names: ["campayn"], ...alphanumeric(64) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "mailersend-token", prefixes: ["mlsn."], body: "[a-f0-9A-Za-z]{48,100}", sample: () => hex(64) }),
  ]),
];
