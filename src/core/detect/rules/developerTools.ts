import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, lowercase } from "../samples.ts";
import { alphanumeric, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Services that developers build with. */
export const developerTools: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "kong-token", prefixes: ["kpat_", "spat_"], body: "[A-Za-z0-9]{40,70}", sample: () => letters(50) }),
    near({ id: "expo-token", names: ["expo"], isWord: true, ...urlSafe(40) }),
    near({ id: "swaggerhub-key", names: ["swaggerhub"], ...uuid }),
    near({ id: "localstack-token", names: ["localstack"], value: "ls-[a-z0-9-]{30,40}", sample: () => `ls-${uuid.sample()}` }),
    prefixed({ id: "inngest-signing-key", prefixes: ["signkey-prod-", "signkey-test-", "signkey-branch-"], body: "[a-f0-9]{32,64}", sample: () => hex(64) }),
    prefixed({ id: "trigger-dev-key", prefixes: ["tr_prod_", "tr_stg_", "tr_dev_", "tr_preview_", "tr_pat_"], body: "[A-Za-z0-9]{20,40}", sample: () => letters(24) }),
    prefixed({ id: "liveblocks-key", prefixes: ["sk_prod_", "sk_dev_"], body: "[A-Za-z0-9_-]{60,70}", sample: () => letters(64) }),
    near({ id: "transifex-token", names: ["transifex"], value: String.raw`1\/[a-f0-9]{40}`, sample: () => `1/${hex(40)}` }),
    near({ id: "phrase-token", names: ["phraseapp", "phrase_api", "phrase_access"], value: "[a-f0-9]{64}", sample: () => hex(64) }),
    prefixed({ id: "weblate-token", prefixes: ["wlu_", "wlp_"], body: "[A-Za-z0-9]{36}", sample: () => letters(36) }),
    near({ id: "fernet-key", names: ["fernet"], value: "[a-z0-9_-]{43}=", sample: () => `${letters(43)}=` }),
    named({ id: "rails-master-key", names: ["rails_master_key", "rails_master"], value: "[a-f0-9]{32}", sample: () => hex(32) }),
    near({ id: "web3-storage-token", names: ["nft_storage", "web3_storage"], value: `eyJ[a-z0-9_-]{20,300}\\.eyJ[a-z0-9_-]{20,300}|${uuid.value}`, sample: uuid.sample }),
  ]),
  ...takenFrom(kingfisher, [
    prefixed({ id: "ionic-token", prefixes: ["ion_"], body: "[A-Za-z0-9]{42}", sample: () => letters(42) }),
    near({ id: "apollo-graphql-key", names: ["apollo"], value: String.raw`(?:service|user):[\w.-]{1,60}:[a-z0-9_-]{22}`, sample: () => `service:shop:${letters(22)}` }),
    near({ id: "lokalise-token", names: ["lokalise"], ...alphanumeric(40) }),
    near({ id: "crowdin-token", names: ["crowdin"], ...mixedCase(80) }),
    near({ id: "version-eye-key", names: ["versioneye"], value: "[a-z0-9-]{40}", sample: () => letters(40) }),
    near({ id: "formio-key", names: ["formio", "form_io"], value: "[a-z0-9]{30}", sample: () => letters(30) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "zuplo-key", prefixes: ["zpka_"], body: "[a-z0-9]{32}_[0-9a-f]{8}", sample: () => `${lowercase(32)}_${hex(8)}` }),
    prefixed({ id: "unkey-key", prefixes: ["unkey_"], body: "[A-Za-z0-9]{20,32}", sample: () => letters(24) }),
    prefixed({ id: "wakatime-key", prefixes: ["waka_"], body: "[a-z0-9-]{36,64}", sample: uuid.sample }),
    near({ id: "wakatime-legacy-key", names: ["wakatime", "waka_time"], ...uuid }),
  ]),
];
