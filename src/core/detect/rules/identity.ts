import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, leaktk, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase, uppercase } from "../samples.ts";
import { hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Who signs in, and the vaults that keep secrets. */
export const identity: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "jumpcloud-access-key", prefixes: ["jca_"], body: "[A-Za-z0-9]{36,40}", sample: () => letters(36) }),
    near({ id: "onelogin-secret", names: ["onelogin", "one_login"], ...hexadecimal(64) }),
    prefixed({ id: "stytch-secret", prefixes: ["secret-live-", "secret-test-"], body: "[A-Za-z0-9_-]{35,44}={0,2}", sample: () => `${letters(35)}=` }),
    near({ id: "descope-key", names: ["descope"], value: "K[23][a-z0-9]{60,120}", sample: () => `K2${letters(70)}` }),
    near({ id: "fusionauth-key", names: ["fusionauth"], value: "[a-z0-9_-]{43,64}", sample: () => letters(43) }),
    near({ id: "frontegg-key", names: ["frontegg"], ...uuid }),
    near({ id: "keycloak-secret", names: ["keycloak"], value: `[a-z0-9]{32}|${uuid.value}`, sample: () => letters(32) }),
    prefixed({ id: "ory-token", prefixes: ["ory_pat_", "ory_at_", "ory_rt_", "ory_ac_", "ory_wak_"], body: "[A-Za-z0-9._-]{32,100}", sample: () => letters(43) }),
    near({ id: "duo-secret", names: ["duo"], isWord: true, ...mixedCase(40) }),
    near({ id: "yubico-key", names: ["yubico", "yubikey"], value: "[a-z0-9+/]{27}=", sample: () => `${letters(27)}=` }),
    near({ id: "akeyless-key", names: ["akeyless"], value: "[a-z0-9+/]{43}=", sample: () => `${letters(43)}=` }),
    near({ id: "infisical-token", names: ["infisical"], value: String.raw`st\.[a-f0-9-]{24,36}\.[a-f0-9]{32,64}\.[a-f0-9]{32}`, sample: () => `st.${hex(24)}.${hex(32)}.${hex(32)}` }),
    named({ id: "bitwarden-token", names: ["bws_access", "bws_token", "bitwarden"], value: String.raw`0\.${uuid.value}\.[a-z0-9]{30}:[a-z0-9+/]{22}==`, sample: () => `0.${uuid.sample()}.${letters(30)}:${letters(22)}==` }),
    near({ id: "consul-token", names: ["consul"], ...uuid }),
    near({ id: "nomad-token", names: ["nomad"], ...uuid }),
    named({ id: "hcaptcha-secret", names: ["hcaptcha"], value: "0x[a-f0-9]{40}|ES_[a-f0-9]{32}", sample: () => `ES_${hex(32)}` }),
    named({ id: "turnstile-secret", names: ["turnstile_secret"], value: "0x4[a-z0-9_-]{32}", sample: () => `0x4AAAAAAA${letters(25)}` }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "auth0-client-secret", names: ["auth0"], value: "[a-z0-9_-]{64,80}", sample: () => letters(64) }),
    near({ id: "jumpcloud-key", names: ["jumpcloud"], ...mixedCase(40) }),
    near({ id: "loginradius-key", names: ["loginradius", "login_radius"], ...uuid }),
  ]),
  ...takenFrom(noseyParker, [
    named({ id: "vault-legacy-batch-token", names: ["vault", "hashicorp"], value: String.raw`[br]\.[a-z0-9_-]{24,500}`, sample: () => `b.${letters(60)}` }),
    {
      id: "vault-unseal-key", kind: "secret", tier: "likely", keywords: ["unseal"], pattern: /unseal[ _-]?key[ _-]?\(?\d{0,2}\)?["']?\s{0,3}[:=]\s{0,3}["']?([A-Za-z0-9+/]{43,44}={0,2}|[a-f0-9]{66})(?![\w+/=])/diy,
      examples: () => [`Unseal Key 1: ${letters(44)}`, `unseal_key=${letters(43)}=`], counterExamples: () => ["Unseal Key 1: <key>", "vault operator unseal"],
    },
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "workos-key", prefixes: ["sk_live_a2V5Xz", "sk_test_a2V5Xz"], body: "[A-Za-z0-9+/]{40,80}={0,2}", sample: () => letters(69) }),
    {
      id: "authress-key", kind: "secret", tier: "likely", keywords: [".acc_", ".acc-"], before: Array.from({ length: 40 }, (_, index) => 51 - index),
      pattern: /(?<![a-z0-9_])((?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[a-z0-9+/_=-]{30,120})/diy,
      examples: () => [`KEY=sc_${lowercase(12)}.${lowercase(4)}.acc_${lowercase(16)}.${letters(60)}`], counterExamples: () => ["x.acc_total", `sc_${lowercase(12)}.${lowercase(4)}.acc_short`],
    },
    prefixed({ id: "1password-secret-key", prefixes: ["A3-"], body: "[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}", sample: () => [6, 6, 5, 5, 5, 5].map(uppercase).join("-") }),
  ]),
  ...takenFrom(leaktk, [
    named({ id: "vault-approle-secret", names: ["vault_secret_id", "vault_approle", "approle_secret"], value: uuid.value, sample: uuid.sample }),
  ]),
];
