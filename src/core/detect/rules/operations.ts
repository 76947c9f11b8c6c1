import type { Detector } from "../detector.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { encode, hex, letters, lowercase, uppercase } from "../samples.ts";

/** Infrastructure and monitoring. */
export const operations: readonly Detector[] = takenFrom(own, [
  prefixed({ id: "vault-token", prefixes: ["hvs.", "hvb.", "hvr."], body: "[A-Za-z0-9_-]{24,300}", sample: () => letters(90) }),
  named({ id: "vault-legacy-token", names: ["vault", "hashicorp"], value: String.raw`s\.[A-Za-z0-9]{24}`, sample: () => `s.${letters(24)}` }),
  {
    id: "terraform-cloud-token", kind: "secret", tier: "certain", keywords: [".atlasv1."], before: [14], pattern: /(?<![\w.])([A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70})(?!\w)/dy,
    examples: () => [`token = "${letters(14)}.atlasv1.${letters(67)}"`], counterExamples: () => [".atlasv1.", `a.atlasv1.${letters(67)}`],
  },
  prefixed({ id: "doppler-token", prefixes: ["dp.pt.", "dp.st.", "dp.sa.", "dp.ct.", "dp.scim.", "dp.audit."], body: String.raw`(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}`, sample: () => letters(43) }),
  prefixed({ id: "pulumi-token", prefixes: ["pul-"], body: "[a-f0-9]{40}", sample: () => hex(40) }),
  prefixed({ id: "new-relic-key", prefixes: ["NRAK-", "NRII-", "NRJS-", "NRRA-", "NRIQ-", "NRBR-"], body: "[A-Za-z0-9-]{19,42}", sample: () => uppercase(27) }),
  named({ id: "datadog-key", names: ["datadog"], value: "[a-z0-9]{40}|[a-z0-9]{32}", sample: () => hex(32) }),
  prefixed({ id: "grafana-token", prefixes: ["glsa_"], body: "[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}", sample: () => `${letters(32)}_${hex(8)}` }),
  prefixed({ id: "grafana-cloud-token", prefixes: ["glc_"], body: "[A-Za-z0-9+/_-]{32,400}={0,3}", sample: () => letters(60) }),
  prefixed({ id: "grafana-api-key", prefixes: ["eyJrIjoi"], body: "[A-Za-z0-9]{60,400}={0,3}", sample: () => letters(90) }),
  prefixed({ id: "sentry-token", prefixes: ["sntrys_", "sntryu_"], body: "(?:eyJ[A-Za-z0-9+/=_-]{60,400}|[a-f0-9]{64})", sample: () => hex(64) }),
  named({ id: "sentry-legacy-token", names: ["sentry"], value: "[a-f0-9]{64}", sample: () => hex(64) }),
  prefixed({ id: "dynatrace-token", prefixes: ["dt0c01.", "dt0s01."], body: String.raw`[A-Za-z0-9]{24}\.[A-Za-z0-9]{64}`, sample: () => `${letters(24)}.${letters(64)}` }),
  prefixed({ id: "openshift-token", prefixes: ["sha256~"], body: "[A-Za-z0-9_-]{43}", sample: () => letters(43) }),
  prefixed({ id: "harness-token", prefixes: ["pat.", "sat."], body: String.raw`[A-Za-z0-9_-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}`, sample: () => `${letters(22)}.${letters(24)}.${letters(20)}` }),
  prefixed({ id: "1password-service-token", prefixes: ["ops_eyJ"], body: "[A-Za-z0-9+/_-]{240,1500}={0,3}", sample: () => letters(300) }),
  prefixed({ id: "age-secret-key", prefixes: ["AGE-SECRET-KEY-1"], body: "[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}", sample: () => uppercase(200).replaceAll(/[BIO1]/g, "").slice(0, 58), tier: "certain", check: "bech32" }),
  prefixed({ id: "tailscale-key", prefixes: ["tskey-auth-", "tskey-api-", "tskey-client-", "tskey-scim-", "tskey-webhook-", "tskey-secret-", "tskey-"], body: "[A-Za-z0-9]{5,24}-[A-Za-z0-9]{8,40}", sample: () => `${letters(17)}-${letters(32)}` }),
  prefixed({ id: "prefect-token", prefixes: ["pnu_", "pnb_"], body: "[A-Za-z0-9]{36}", sample: () => lowercase(36) }),
  prefixed({ id: "infracost-key", prefixes: ["ico-"], body: "[A-Za-z0-9]{32}", sample: () => letters(32), check: ["spelled", ["[A-Z]", "(?<=.{4})[g-z]"]], unlike: () => [`video.ico-${hex(32)}`] }),
  prefixed({ id: "octopus-key", prefixes: ["API-"], body: "[A-Z0-9]{25,29}", sample: () => uppercase(26), check: ["spelled", [String.raw`\d`]] }),
  prefixed({ id: "posthog-key", prefixes: ["phx_"], body: "[A-Za-z0-9_-]{40,50}", sample: () => letters(43) }),
  prefixed({ id: "launchdarkly-key", prefixes: ["api-", "sdk-"], body: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => "3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643", check: ["tierBy", "^sdk-", "likely", "possible"] }),
  prefixed({ id: "buildkite-token", prefixes: ["bkua_"], body: "[a-z0-9]{40}", sample: () => lowercase(40) }),
  prefixed({ id: "circleci-token", prefixes: ["CCIPAT_", "CCIPRJ_"], body: "[A-Za-z0-9]{22,24}_[A-Za-z0-9]{40,50}", sample: () => `${letters(22)}_${letters(40)}` }),
  prefixed({ id: "sonar-token", prefixes: ["squ_", "sqp_", "sqa_"], body: "[a-f0-9]{40}", sample: () => hex(40), unlike: () => [encode("squ_ is a prefix")] }),
]);
