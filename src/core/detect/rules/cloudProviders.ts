import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, leaktk, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase, uppercase } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Accounts of clouds, beside those of clouds.ts. */
export const cloudProviders: readonly Detector[] = [
  ...takenFrom(own, [
    {
      // Holds a row of slashes, which is no sign of a stand-in here.
      id: "aws-session-token", kind: "secret", tier: "likely", keywords: ["iqojb3jpz2lu", "fwogzxivyxdz", "fqogzxivyxdz"], pattern: /(?<![\w+/])((?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)(?=[A-Za-z+/]{0,60}\d)[A-Za-z0-9+/]{100,2000}={0,2})(?![\w+/])/dy,
      check: "asFound",
      examples: () => [`AWS_SESSION_TOKEN=IQoJb3JpZ2luX2VjE${"/".repeat(10)}wEa${letters(300)}=`, `aws_session_token = FwoGZXIvYXdzE${letters(240)}`], counterExamples: () => ["IQoJb3JpZ2lu", `FwoGZXIvYXdz${"x".repeat(200)}`],
    },
    prefixed({ id: "google-refresh-token", prefixes: ["1//0"], body: "[A-Za-z0-9_-]{60,150}", sample: () => letters(99) }),
    prefixed({ id: "tencent-secret-id", prefixes: ["AKID"], body: "[A-Za-z0-9]{32}", sample: () => letters(32) }),
    near({ id: "tencent-secret", names: ["tencent", "qcloud"], ...mixedCase(32) }),
    prefixed({ id: "baidu-cloud-key", prefixes: ["bce-v3/ALTAK-"], body: "[A-Za-z0-9]{21}/[a-f0-9]{40}", sample: () => `${letters(21)}/${hex(40)}` }),
    prefixed({ id: "aiven-service-password", prefixes: ["AVNS_"], body: "[A-Za-z0-9_-]{19}", sample: () => letters(19) }),
    near({ id: "digitalocean-spaces-secret", names: ["do_spaces", "digitalocean_spaces", "spaces_secret"], value: "[a-z0-9+/]{43}", sample: () => letters(43) }),
    near({ id: "linode-token", names: ["linode"], ...hexadecimal(64) }),
    near({ id: "hetzner-token", names: ["hetzner", "hcloud"], ...mixedCase(64) }),
    near({ id: "hetzner-dns-token", names: ["hetzner_dns", "hetznerdns"], ...mixedCase(32) }),
    near({ id: "backblaze-key", names: ["backblaze", "b2_application", "b2_account"], value: String.raw`K00\d[a-z0-9/+]{27}`, sample: () => `K003${letters(27)}` }),
    near({ id: "wasabi-secret", names: ["wasabi"], ...mixedCase(40) }),
    near({ id: "equinix-metal-token", names: ["equinix_metal", "packet_auth", "metal_auth"], ...mixedCase(32) }),
    near({ id: "oracle-cloud-token", names: ["oci_auth", "oracle_cloud", "ocir"], value: "[a-z0-9+/_-]{43,86}={0,2}", sample: () => `${letters(43)}=` }),
  ]),
  ...takenFrom(kingfisher, [
    {
      // An organisation's id, which starts with 00D, and a session.
      id: "salesforce-token", kind: "secret", tier: "likely", keywords: ["!aq", "!ar"], before: [15], pattern: /(?<!\w)(00D[A-Za-z0-9]{12}!A[QR][A-Za-z0-9._-]{78,259})(?![\w.-])/dy,
      examples: () => [`SF_TOKEN=00D${letters(12)}!AQ${letters(94)}`, `Authorization: Bearer 00D${letters(12)}!AR${letters(110)}`], counterExamples: () => ["!AQ", `00D${letters(12)}!AQshort`, `0D${letters(12)}!AQ${letters(94)}`],
    },
    near({ id: "mulesoft-key", names: ["anypoint", "mulesoft"], ...uuid }),
    near({ id: "borgbase-key", names: ["borgbase"], value: "[a-z0-9/_.-]{148,152}", sample: () => letters(150) }),
    near({ id: "azure-search-legacy-key", names: ["azure_search", "search_service"], ...mixedCase(52) }),
    near({ id: "azure-openai-key", names: ["azure_openai", "azure_cognitive", "azure_speech", "azure_translator", "azure_vision"], ...hexadecimal(32) }),
    near({ id: "alibaba-secret", names: ["alibaba", "aliyun"], ...mixedCase(30) }),
    near({ id: "ibm-cloud-key", names: ["ibm_cloud", "ibm_platform", "ibm_iam", "ibm_api", "ibm_user", "ibm_watson", "bluemix", "watsonx"], ...urlSafe(44) }),
    near({ id: "aiven-token", names: ["aiven"], value: "[a-z0-9/+=]{372}", sample: () => letters(372) }),
    near({ id: "vultr-key", names: ["vultr"], ...capitals(36) }),
    near({ id: "yandex-legacy-key", names: ["yandex"], value: "[a-z0-9.]{83}", sample: () => letters(83) }),
  ]),
  ...takenFrom(noseyParker, [
    prefixed({ id: "aws-mws-token", prefixes: ["amzn.mws."], body: uuid.value, sample: uuid.sample }),
    prefixed({ id: "aws-appsync-key", prefixes: ["da2-"], body: "[a-z0-9]{26}", sample: () => lowercase(26) }),
    {
      id: "azure-app-configuration-key", kind: "secret", tier: "certain", keywords: [".azconfig.io"], pattern: /\.azconfig\.io;Id=[^;\s"']{4,80};Secret=([A-Za-z0-9+/]{36,100}={0,2})/diy,
      examples: () => [`Endpoint=https://x.azconfig.io;Id=ab1-l0-s0:${letters(20)};Secret=${letters(43)}=`], counterExamples: () => ["https://x.azconfig.io", "Endpoint=https://x.azconfig.io;Id=a;Secret=<secret>"],
    },
    named({ id: "azure-devops-token", names: ["ado_pat", "azure_devops", "azuredevops", "vsts_", "personal_access_token"], value: "[a-z2-7]{52}", sample: () => uppercase(52).toLowerCase() }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "aws-bedrock-session-key", prefixes: ["bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t"], body: "[A-Za-z0-9+/]{20,2000}={0,2}", sample: () => letters(300) }),
    prefixed({ id: "alibaba-session-token", prefixes: ["CAIS"], body: "[A-Za-z0-9+/]{150,1500}={0,2}", sample: () => letters(400) }),
    near({ id: "scaleway-secret", names: ["scaleway", "scw"], ...uuid }),
    near({ id: "civo-key", names: ["civo"], ...mixedCase(50) }),
    prefixed({ id: "exoscale-key-id", prefixes: ["EXO"], body: "[a-f0-9]{24}", sample: () => hex(24) }),
    near({ id: "exoscale-secret", names: ["exoscale"], value: "[a-z0-9_-]{40,60}", sample: () => letters(43) }),
    prefixed({ id: "upcloud-token", prefixes: ["ucat_"], body: "[0-9A-Za-z]{24,32}", sample: () => letters(26) }),
    near({ id: "ovh-secret", names: ["ovh"], ...mixedCase(32) }),
    near({ id: "infomaniak-token", names: ["infomaniak"], value: "[a-z0-9_-]{60,100}", sample: () => letters(84) }),
    prefixed({ id: "scalingo-token", prefixes: ["tk-us-"], body: "[A-Za-z0-9_-]{48}", sample: () => letters(48) }),
    prefixed({ id: "yandex-cloud-key", prefixes: ["AQVN"], body: "[A-Za-z0-9_-]{35,38}", sample: () => letters(36) }),
    prefixed({ id: "yandex-iam-token", prefixes: ["t1.9eu"], body: String.raw`[A-Za-z0-9_-]{10,1000}={0,2}\.[A-Za-z0-9_-]{86}={0,2}`, sample: () => `${letters(180)}.${letters(86)}` }),
    near({ id: "yandex-storage-secret", names: ["yandex"], value: "YC[a-z0-9_-]{38}", sample: () => `YC${letters(38)}` }),
  ]),
  ...takenFrom(leaktk, [
    prefixed({ id: "ibm-cloudant-key", prefixes: ["apikey-v2-"], body: "[A-Za-z0-9_-]{30,60}", sample: () => letters(44) }),
    near({ id: "ibm-object-storage-secret", names: ["ibm_cos", "cos_hmac"], ...hexadecimal(48) }),
    near({ id: "softlayer-key", names: ["softlayer"], ...alphanumeric(64) }),
  ]),
];
