import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom, wordEnd, wordStart } from "../ruleForms.ts";
import { betterleaks } from "../ruleSets.ts";
import { encode, hex, letters, lowercase, numbers, uppercase } from "../samples.ts";
import { urlSafe } from "../valueShapes.ts";

const discordToken = () => `${encode(numbers(18))}.${letters(6)}.${letters(27)}`;

export const messaging: readonly Detector[] = takenFrom(own, [
  prefixed({ id: "slack-token", prefixes: ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxo-", "xoxc-", "xoxd-", "xoxe-", "xoxe.xoxp-", "xoxe.xoxb-"], body: "[A-Za-z0-9%-]{20,250}", sample: () => `${numbers(12)}-${numbers(13)}-${letters(24)}`, check: ["spelled", [String.raw`(?<=.{8})\d`, "[A-Za-z0-9]{8}$"]] }),
  {
    // The numbers in it are public; a team's may be of one digit.
    ...betterleaks, id: "slack-legacy-token", kind: "secret", tier: "possible", keywords: ["xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "xoxo-"], pattern: /(?<!\w)(xox[abprso]-(?:\d-)?(?:\d{8,13}-){2,3}(?=[0-9a-f]{0,30}\d)(?=\d{0,10}[a-f])[0-9a-f]{16,64})(?!\w)/dy, check: "asFound",
    examples: () => [`slackToken=xoxa-2-${"5".repeat(9)}-${"4".repeat(11)}-${numbers(13)}-${hex(18)}`], counterExamples: () => ["xoxa-2-", `xoxb-${"0".repeat(10)}-${"0".repeat(13)}-${"x".repeat(24)}`],
  },
  prefixed({ id: "slack-app-token", prefixes: ["xapp-"], body: String.raw`\d-[A-Z0-9]{8,14}-\d{10,15}-[a-z0-9]{32,80}`, sample: () => `1-A${numbers(10)}-${numbers(13)}-${hex(64)}` }),
  {
    // On any host: proxies and compatible servers (Mattermost, Rocket.Chat gateways) use the same path, and it is the credential.
    id: "slack-webhook", kind: "secret", tier: "likely", keywords: ["/services/t", "/workflows/t", "/triggers/t"], pattern: /(?<=\w)\/(?:services|workflows|triggers)\/(T[A-Za-z0-9_]{7,14}\/(?:\d{10,16}|[A-Z][A-Za-z0-9_]{7,14})\/(?:\d{17,19}\/)?[A-Za-z0-9_]{20,32})(?![A-Za-z0-9])/dy,
    check: ["spelled", [], ["T0{6}"]],
    examples: () => [`https://hooks.slack.com/services/T${uppercase(8)}/B${uppercase(9)}/${letters(24)}`, `url: https://hooks.internal.test/services/T${uppercase(8)}/B${uppercase(8)}/${letters(24)}`],
    counterExamples: () => [`https://hooks.slack.${"com"}/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX`, "src/services/TableService/index.ts", "https://hooks.slack.com/services/"],
  },
  near({ id: "discord-client-secret", names: ["discord"], ...urlSafe(32) }),
  {
    id: "teams-webhook", kind: "secret", tier: "likely", keywords: [".webhook.office.com/", "outlook.office.com/webhook"], pattern: /(?:\.webhook|outlook)\.office\.com\/(webhook(?:b2)?\/[\w-]{36}@[\w-]{36}\/IncomingWebhook\/\w{32}\/[\w-]{36})/diy,
    examples: () => [`https://corp.webhook.office.com/webhookb2/${"3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643@".repeat(2).slice(0, -1)}/IncomingWebhook/${hex(32)}/3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643`],
    counterExamples: () => ["https://corp.webhook.office.com/webhookb2/docs"],
  },
  {
    id: "discord-webhook", kind: "secret", tier: "likely", keywords: ["/api/webhooks/"], pattern: /\/api\/webhooks\/(\d{17,20}\/[\w-]{60,72})/dy,
    examples: () => [`https://discord.com/api/webhooks/${numbers(18)}/${letters(68)}`], counterExamples: () => ["https://discord.com/api/webhooks/", "GET /api/webhooks/123/logs"],
  },
  {
    // An account number in base64, the time, a signature. A keyword is the base64 of three digits, the first not 0.
    id: "discord-bot-token", kind: "secret", tier: "likely", keywords: ["mt", "mj", "mz", "nd", "nt", "nj", "nz", "od", "ot"].flatMap((first) => Array.from("aeimquycgk").flatMap((second) => Array.from("wxyz012345", (third) => first + second + third))),
    pattern: new RegExp(String.raw`${wordStart}((?:M[Tjz]|N[DTjz]|O[DT])[AEIMQUYcgk][w-z0-5][A-Za-z0-9_-]{20,24}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38})${wordEnd}`, "dy"),
    check: "discordToken",
    examples: () => [`client.login("${discordToken()}")`], counterExamples: () => [discordToken().slice(0, 40), "MTAx.foo.bar"],
  },
  {
    id: "telegram-bot-token", kind: "secret", tier: "likely", keywords: [":aa"], before: [10, 9, 8], pattern: /(?<![\w:.])((?:\d{8,10}):AA[\w-]{32,33})(?![\w-])/dy,
    examples: () => [`bot("${numbers(10)}:AA${letters(33)}")`, `TOKEN=${numbers(9)}:AA${letters(33)}`], counterExamples: () => ["1234:AAxx", `${numbers(12)}:AA${letters(33)}`],
  },
  prefixed({ id: "sendgrid-key", prefixes: ["SG."], body: String.raw`[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`, sample: () => `${letters(22)}.${letters(43)}` }),
  prefixed({ id: "mailgun-key", prefixes: ["key-"], body: "[a-f0-9]{32}", sample: () => hex(32) }),
  named({ id: "mailgun-signing-key", names: ["mailgun"], value: "[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}", sample: () => `${hex(32)}-${hex(8)}-${hex(8)}` }),
  ...mailchimp(),
  prefixed({ id: "brevo-key", prefixes: ["xkeysib-"], body: "[a-f0-9]{64}-[A-Za-z0-9]{16}", sample: () => `${hex(64)}-${letters(16)}` }),
  named({ id: "twilio-secret", names: ["twilio"], value: "[a-f0-9]{32}", sample: () => hex(32) }),
  named({ id: "twilio-key", names: ["twilio"], value: "SK[a-f0-9]{32}", sample: () => `SK${hex(32)}` }),
  named({ id: "messagebird-key", names: ["messagebird"], value: "[a-z0-9]{25}", sample: () => lowercase(25) }),
]);

function mailchimp(): readonly Detector[] {
  return [{
    id: "mailchimp-key", kind: "secret", tier: "likely", keywords: ["-us"], before: [32], pattern: /(?<![\w-])([0-9a-f]{32}-us[0-9]{1,2})(?![\w-])/dy,
    examples: () => [`api_key = "${hex(32)}-us12"`], counterExamples: () => ["en-us", `${hex(30)}-us1`],
  }];
}
