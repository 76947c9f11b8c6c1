import type { Detector } from "../detector.ts";
import { assigned, named, own, prefixed, takenFrom, wordEnd, wordStart } from "../ruleForms.ts";
import { hex, letters, uppercase } from "../samples.ts";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const sampleUuid = "3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643";
const storageKey = () => `${letters(86)}==`;

export const clouds: readonly Detector[] = takenFrom(own, [
  prefixed({ id: "aws-access-key-id", prefixes: ["AKIA", "ASIA", "ABIA", "ACCA"], body: "[A-Z0-9]{16}", sample: () => uppercase(16), unlike: () => [`AK${"IA"}IOSFODNN7EXAMPLE`] }),
  {
    id: "aws-secret-access-key", kind: "secret", tier: "likely", keywords: ["aws", "amazon", "secret'", "secret\"", "secret\\", ...["", "_", "-", "."].flatMap((joint) => [`secret${joint}key`, `secret${joint}access`])],
    pattern: new RegExp(String.raw`(?:(?:aws|amazon)[\w.-]{0,20}(?:secret|key|token)|secret(?=[_.-]?(?:access[_.-]?)?key|\\?["']))[\w.-]{0,20}${assigned}(?<![\w/+-])([A-Za-z0-9/+]{40})(?![\w/+=-])`, "diy"),
    // A digest has the same length, and a path the same letters.
    check: ["spelledAtRandom", [String.raw`\d`, "[A-Z]", "[^0-9a-fA-F]"]],
    examples: () => [`AWS_SECRET_ACCESS_KEY=${letters(40)}`, `aws_secret_access_key = ${letters(39)}+`, `secretAccessKey: "${letters(40)}"`, `{"id": "x", "secret": "${letters(40)}"}`],
    counterExamples: () => ["AWS_SECRET_ACCESS_KEY=", `AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`, `awsSecretKey = "${hex(40)}"`, letters(40)],
  },
  prefixed({ id: "aws-bedrock-key", prefixes: ["ABSKQmVkcm9ja0FQSUtleS"], body: "[A-Za-z0-9+/]{80,269}={0,2}", sample: () => letters(109) }),
  prefixed({ id: "google-api-key", prefixes: ["AIza"], body: "[A-Za-z0-9_-]{35}", sample: () => letters(35) }),
  prefixed({ id: "google-oauth-client-secret", prefixes: ["GOCSPX-"], body: "[A-Za-z0-9_-]{28}", sample: () => letters(28) }),
  prefixed({ id: "google-oauth-token", prefixes: ["ya29."], body: "[A-Za-z0-9_-]{40,400}", sample: () => letters(120) }),
  {
    id: "google-service-account-key", kind: "secret", tier: "certain", keywords: [`"service_account"`], pattern: /"service_account"[^}]{0,400}?"private_key"\s{0,4}:\s{0,4}"(-----BEGIN [A-Z ]{0,12}PRIVATE KEY-----[^"]{100,4000})"/dy,
    examples: () => [`{"type": "service_account", "project_id": "p", "private_key_id": "1", "private_key": "-----BEGIN ${"PRIVATE"} KEY-----\\nMII${letters(600)}\\n-----END ${"PRIVATE"} KEY-----\\n"}`],
    counterExamples: () => [`{"type": "service_account", "private_key": "\${KEY}"}`, `{"type": "service_account"}`],
  },
  {
    id: "azure-storage-key", kind: "secret", tier: "certain", keywords: ["accountkey", "account_key", "accesskey", "access_key", "storage"], pattern: new RegExp(String.raw`(?:storage[\w.-]{0,24}|account_?key|access_?key)${assigned}(?<![\w/+])([A-Za-z0-9+/]{86}==)`, "diy"),
    examples: () => [`DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${storageKey()};EndpointSuffix=core.windows.net`, `storage_account_key = "${storageKey()}"`],
    counterExamples: () => ["AccountKey=", "AccountKey=${KEY}", storageKey()],
  },
  {
    id: "azure-shared-access-key", kind: "secret", tier: "likely", keywords: ["sharedaccesskey"], pattern: new RegExp(String.raw`sharedaccesskey${assigned}([A-Za-z0-9+/]{43}=)`, "diy"),
    examples: () => [`Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${letters(43)}=`], counterExamples: () => ["SharedAccessKeyName=RootManageSharedAccessKey", "SharedAccessKey=<key>"],
  },
  {
    id: "azure-sas-signature", kind: "secret", tier: "likely", keywords: ["sig="], pattern: /(?<=[?&;])sig=([A-Za-z0-9%+/]{43,90}(?:%3D|=)?)(?![\w%])/diy,
    check: ["spelled", ["%2[bfBF]|%3[dD]|[+/=]$"]],
    examples: () => [`https://a.blob.core.windows.net/c?sv=2022-11-02&se=2030-01-01&sig=${letters(41)}%2B%3D`], counterExamples: () => ["?sig=abc", "config=sig=value"],
  },
  {
    id: "azure-client-secret", kind: "secret", tier: "likely", keywords: Array.from({ length: 10 }, (_, digit) => `${digit}q~`), before: [3], pattern: new RegExp(String.raw`(?<![\w.~-])([A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![\w~-])`, "dy"),
    examples: () => [`client_secret = "abc8Q~${letters(34)}"`], counterExamples: () => ["8Q~", `8Q~${letters(34)}`],
  },
  {
    // Azure DevOps, OpenAI, AI Search and more: 52 random characters, this signature, more of them.
    id: "azure-service-key", kind: "secret", tier: "certain", keywords: ["jqqj9"], before: [52], pattern: /(?<![A-Za-z0-9])([A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{27})(?![A-Za-z0-9])/dy,
    check: "asFound",
    examples: () => [`AZURE_OPENAI_KEY=${letters(52)}JQQJ9${letters(27)}`, `PAT=${letters(52)}JQQJ99AKACAAAAA${"A".repeat(8)}SAZMP${letters(4)}`], counterExamples: () => ["JQQJ9", `${letters(40)}JQQJ9${letters(27)}`],
  },
  prefixed({ id: "vercel-token", prefixes: ["vcp_", "vci_", "vca_", "vcr_", "vck_"], body: "[A-Za-z0-9]{44,64}", sample: () => letters(56) }),
  prefixed({ id: "digitalocean-token", prefixes: ["dop_v1_", "doo_v1_", "dor_v1_"], body: "[a-f0-9]{64}", sample: () => hex(64) }),
  prefixed({ id: "heroku-key", prefixes: ["HRKU-"], body: "[A-Za-z0-9_-]{36,60}", sample: () => letters(60) }),
  named({ id: "heroku-legacy-key", names: ["heroku"], value: uuid, sample: () => sampleUuid }),
  named({ id: "cloudflare-token", names: ["cloudflare"], value: "[A-Za-z0-9_-]{40}|[a-f0-9]{37}", sample: () => letters(40) }),
  prefixed({ id: "cloudflare-origin-key", prefixes: ["v1.0-"], body: "[a-f0-9]{24}-[a-f0-9]{146}", sample: () => `${hex(24)}-${hex(146)}` }),
  named({ id: "fastly-token", names: ["fastly"], value: "[A-Za-z0-9=_-]{32}", sample: () => letters(32) }),
  prefixed({ id: "databricks-token", prefixes: ["dapi"], body: "(?:[a-f0-9]{32}|[A-F0-9]{32})(?:-[0-9])?", sample: () => hex(32) }),
  prefixed({ id: "supabase-key", prefixes: ["sbp_", "sb_secret_"], body: "(?:[a-f0-9]{40}|[A-Za-z0-9_-]{31,40})", sample: () => hex(40) }),
  prefixed({ id: "planetscale-token", prefixes: ["pscale_tkn_", "pscale_pw_", "pscale_oauth_"], body: String.raw`[A-Za-z0-9=._-]{32,64}`, sample: () => letters(43) }),
  prefixed({ id: "alibaba-access-key-id", prefixes: ["LTAI"], body: "[A-Za-z0-9]{20}", sample: () => letters(20) }),
  prefixed({ id: "fly-token", prefixes: ["FlyV1 ", "fo1_", "fm1a_", "fm1r_", "fm2_"], body: "[A-Za-z0-9_+/=-]{43,800}", sample: () => letters(60) }),
  {
    id: "render-key", kind: "secret", tier: "likely", keywords: ["rnd_"], pattern: new RegExp(`${wordStart}(rnd_[A-Za-z0-9]{28,32})${wordEnd}`, "dy"),
    check: ["spelled", [String.raw`\d`, "[A-Z]"]], examples: () => [`key: rnd_${letters(32)}`], counterExamples: () => ["rnd_number_generator"],
  },
]);
