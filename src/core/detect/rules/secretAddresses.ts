import type { Tier } from "../../request.ts";
import type { Detector, PatternDetector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase, sampleUuid } from "../samples.ts";

interface AddressForm {
  readonly id: string;
  /** Lower-case literal of three characters or more that the match starts with. */
  readonly keyword: string;
  /** Source of the pattern from the keyword on; its group is the secret part. */
  readonly rest: string;
  /** Host and path up to the keyword, for the example. */
  readonly host: string;
  readonly sample: () => string;
  readonly tier?: Tier;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Addresses that are the credential: whoever has one may post, or read, without signing in. */
export const secretAddresses: readonly Detector[] = [
  ...takenFrom(own, [
    address({ id: "alchemy-url", host: "https://eth-mainnet.", keyword: "g.alchemy.com/", rest: "(?:nft/)?v[23]/([A-Za-z0-9_-]{32})", sample: () => `v2/${letters(32)}` }),
    address({ id: "ankr-url", host: "https://", keyword: "rpc.ankr.com/", rest: "[a-z_0-9]{2,30}/([0-9a-f]{64})", sample: () => `eth/${hex(64)}` }),
    address({ id: "dingtalk-webhook", host: "https://oapi.", keyword: "dingtalk.com/robot/send?access_token=", rest: "([0-9a-f]{64})", sample: () => hex(64) }),
    address({ id: "azure-logic-app-address", host: "https://prod-1.westus", keyword: ".logic.azure.com", rest: String.raw`(?::443)?/workflows/[0-9a-f]{32}/triggers/[\w-]{1,60}/(?:paths/invoke|run)\?[^\s"'<>]{0,200}?sig=([\w%-]{40,60})`, sample: () => `:443/workflows/${hex(32)}/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${letters(43)}` }),
    address({ id: "azure-function-address", host: "https://shop", keyword: ".azurewebsites.net/api/", rest: String.raw`[\w/-]{1,80}\?code=([\w/+-]{40,60}(?:==|%3D%3D)?)`, sample: () => `orders?code=${letters(54)}==` }),
    address({ id: "google-signed-address", host: "https://storage.googleapis.com/a/b?", keyword: "x-goog-signature=", rest: "([0-9a-f]{128,1024})", sample: () => hex(256) }),
    address({ id: "pagerduty-address", host: "https://", keyword: "events.pagerduty.com/integration/", rest: "([0-9a-f]{32})", sample: () => hex(32) }),
    address({ id: "netlify-build-hook", host: "https://", keyword: "api.netlify.com/build_hooks/", rest: "([0-9a-f]{24})", sample: () => hex(24) }),
    address({ id: "vercel-deploy-hook", host: "https://", keyword: "api.vercel.com/v1/integrations/deploy/", rest: "(prj_[A-Za-z0-9]{24,32}/[A-Za-z0-9]{10})", sample: () => `prj_${letters(28)}/${letters(10)}` }),
    address({ id: "render-deploy-hook", host: "https://", keyword: "api.render.com/deploy/", rest: String.raw`srv-[a-z0-9]{20}\?key=([A-Za-z0-9_-]{11})`, sample: () => `srv-${lowercase(20)}?key=${letters(11)}` }),
    address({ id: "health-check-address", host: "https://", keyword: "hc-ping.com/", rest: `(${uuid})`, sample: () => sampleUuid, tier: "possible" }),
    address({ id: "mattermost-webhook", host: "https://chat.corp.test", keyword: "/hooks/", rest: "([a-z0-9]{26}|[A-Za-z0-9]{17}/[A-Za-z0-9]{64}|[a-f0-9]{24}/[A-Za-z0-9]{64})", sample: () => lowercase(26) }),
    address({ id: "slack-webhook-address", host: "https://", keyword: "hooks.slack.com/", rest: "(?:services|workflows|triggers)/([A-Za-z0-9+/]{43,56})", sample: () => `services/${lowercase(44)}`, tier: "possible" }),
    address({ id: "blynk-address", host: "https://", keyword: "blynk-cloud.com/", rest: "([A-Za-z0-9_-]{32})", sample: () => letters(32) }),
    address({ id: "feishu-webhook", host: "https://open.feishu.cn", keyword: "/open-apis/bot/v2/hook/", rest: `(${uuid})`, sample: () => sampleUuid }),
    address({ id: "google-calendar-address", host: "https://calendar.google.com", keyword: "/calendar/ical/", rest: String.raw`[\w.%@-]{3,120}/private-([0-9a-f]{32})/basic\.ics`, sample: () => `me%40corp.test/private-${hex(32)}/basic.ics` }),
    address({ id: "google-chat-webhook", tier: "certain", host: "https://", keyword: "chat.googleapis.com/v1/spaces/", rest: String.raw`[\w-]{6,20}/messages\?(key=[\w-]{39}&(?:amp;)?token=[\w%-]{40,60})`, sample: () => `AAAA${letters(7)}/messages?key=AIza${letters(35)}&token=${letters(43)}` }),
    address({ id: "ifttt-key", host: "https://", keyword: "maker.ifttt.com/", rest: String.raw`(?:trigger/[\w{}-]{1,60}(?:/json)?/with/key|use)/([A-Za-z0-9_-]{22,43})`, sample: () => `trigger/door/with/key/${letters(22)}` }),
    address({ id: "infura-url", host: "https://mainnet.", keyword: "infura.io/", rest: "(?:ws/)?v3/([0-9a-f]{32})", sample: () => `v3/${hex(32)}` }),
    address({ id: "make-webhook", host: "https://", keyword: "hook.eu1.make.com/", rest: "([a-z0-9]{32})", sample: () => lowercase(32) }),
    address({ id: "quicknode-url", host: "https://a-b-c.", keyword: ".quiknode.pro/", rest: "([0-9a-f]{40})", sample: () => hex(40) }),
    address({ id: "wecom-webhook", host: "https://qyapi.weixin.qq.com", keyword: "/cgi-bin/webhook/send?key=", rest: `(${uuid})`, sample: () => sampleUuid }),
  ]),
  ...takenFrom(noseyParker, [
    address({ id: "thingsboard-url", host: "https://", keyword: "thingsboard.cloud/api/v1/", rest: "([A-Za-z0-9]{20})", sample: () => lowercase(20) }),
    address({ id: "device-telemetry-address", host: "http://iot.corp.test:8080", keyword: "/api/v1/", rest: "([A-Za-z0-9]{20})(?=/(?:telemetry|attributes|rpc|claim)(?!\\w))", sample: () => `${lowercase(20)}/telemetry`, tier: "possible" }),
  ]),
  ...takenFrom(kingfisher, [
    address({ id: "zapier-webhook", host: "https://", keyword: "hooks.zapier.com/hooks/catch/", rest: String.raw`(\d{4,10}/[A-Za-z0-9]{5,10}|[A-Za-z0-9]{16})`, sample: () => "1234567/bq7x2kz" }),
  ]),
];

function address({ id, keyword, rest, host, sample, tier = "likely" }: AddressForm): PatternDetector {
  return {
    id, kind: "secret", tier, keywords: [keyword],
    pattern: new RegExp(`${keyword.replaceAll(/[.?]/g, String.raw`\$&`)}${rest}(?![A-Za-z0-9_-])`, "diy"),
    examples: () => [`${host}${keyword}${sample()}`, `{"url":"${host}${keyword}${sample()}"}`],
    counterExamples: () => [`${host}${keyword}`, `${host}${keyword}\${KEY}`, `${host}${keyword}${"x".repeat(sample().length)}`],
  };
}
