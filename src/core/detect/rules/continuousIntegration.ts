import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, leaktk, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Builds and their reports. */
export const continuousIntegration: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "appveyor-token", names: ["appveyor"], value: String.raw`(?:v2\.)?[a-z0-9]{20}`, sample: () => `v2.${lowercase(20)}` }),
    near({ id: "drone-server-token", names: ["drone"], isWord: true, ...mixedCase(32) }),
    near({ id: "codefresh-key", names: ["codefresh"], value: String.raw`[a-f0-9]{24}\.[a-f0-9]{32}`, sample: () => `${hex(24)}.${hex(32)}` }),
    prefixed({ id: "chromatic-token", prefixes: ["chpt_"], body: "[a-z0-9]{14,40}", sample: () => lowercase(15) }),
    near({ id: "percy-token", names: ["percy"], value: "(?:web_|app_|auto_|ss_)?[a-f0-9]{64}", sample: () => hex(64) }),
    near({ id: "gradle-enterprise-key", names: ["gradle_enterprise", "develocity"], ...alphanumeric(52) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "circleci-legacy-token", names: ["circleci", "circle_ci", "circle_token", "circle_api"], ...hexadecimal(40) }),
    near({ id: "codemagic-token", names: ["codemagic"], value: "[a-z0-9_-]{43}", sample: () => letters(43) }),
    near({ id: "semaphore-token", names: ["semaphore"], ...alphanumeric(32) }),
    near({ id: "travis-token", names: ["travis"], ...urlSafe(22) }),
    near({ id: "drone-token", names: ["droneci", "drone_ci"], ...mixedCase(32) }),
    near({ id: "jenkins-token", names: ["jenkins"], value: `[0-9a-f]{32,36}|${uuid.value}`, sample: () => `11${hex(32)}` }),
    near({ id: "scrutinizer-token", names: ["scrutinizer"], ...alphanumeric(64) }),
    near({ id: "codacy-token", names: ["codacy"], value: "[a-z0-9]{20,24}|[a-f0-9]{32}", sample: () => letters(20) }),
    near({ id: "coveralls-token", names: ["coveralls"], value: "[a-z0-9-]{32,37}", sample: () => letters(33) }),
    near({ id: "codecov-upload-token", names: ["codecov"], value: "[a-z0-9-]{36}", sample: uuid.sample }),
    near({ id: "knapsack-pro-token", names: ["knapsackpro", "knapsack_pro"], ...alphanumeric(32) }),
  ]),
  ...takenFrom(noseyParker, [
    named({ id: "jenkins-crumb", names: ["jenkins_crumb"], value: "[0-9a-f]{32,64}", sample: () => hex(64) }),
    {
      id: "jenkins-setup-password", kind: "secret", tier: "likely", keywords: ["proceed to installation:"], pattern: /proceed to installation:(?:\s|\\[rn]){1,12}([a-f0-9]{30,36})(?![a-f0-9])/dy,
      examples: () => [`Please use the following password to proceed to installation:\n\n${hex(32)}\n`], counterExamples: () => ["Please use the following password to proceed to installation:", "proceed to installation: see below"],
    },
    {
      id: "teamcity-token", kind: "secret", tier: "certain", keywords: ["eyj0exaioiaivenwmij9."], pattern: /(?<!\w)(eyJ0eXAiOiAiVENWMiJ9\.[A-Za-z0-9_-]{36}\.[A-Za-z0-9_-]{48})(?![\w-])/dy,
      examples: () => [`TEAMCITY_TOKEN=eyJ0eXAiOiAi${"VENWMiJ9"}.${letters(36)}.${letters(48)}`], counterExamples: () => ["eyJ0eXAiOiAiVENWMiJ9.", `eyJ0eXAiOiAi${"VENWMiJ9"}.${letters(36)}`],
    },
    {
      id: "codeclimate-token", kind: "secret", tier: "likely", keywords: ["codeclimate_repo_token", "cc_test_reporter_id"], pattern: /(?:codeclimate_repo_token|cc_test_reporter_id)["']?\s{0,4}[:=]\s{0,4}["']?([a-f0-9]{64})(?!\w)/diy,
      examples: () => [`CODECLIMATE_REPO_TOKEN=${hex(64)}`, `CC_TEST_REPORTER_ID: "${hex(64)}"`], counterExamples: () => ["CC_TEST_REPORTER_ID: ${{ secrets.CC_ID }}", `CC_TEST_REPORTER_ID=${hex(40)}`],
    },
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "buildkite-service-token", prefixes: ["bkaa_", "bkaj_", "bkar_", "bkat_", "bkct_", "bkpt_", "bkpat_", "bkps_"], body: "[A-Za-z0-9_-]{40,340}", sample: () => letters(73) }),
    near({ id: "bitrise-token", names: ["bitrise"], value: "[a-z0-9_-]{60,120}", sample: () => letters(86) }),
    prefixed({ id: "mergify-key", prefixes: ["mergify_application_key_"], body: "[A-Za-z0-9_-]{40,200}", sample: () => letters(60) }),
  ]),
  ...takenFrom(leaktk, [
    named({ id: "sonar-legacy-token", names: ["sonar_login", "sonar_token", "sonarqube", "sonarcloud", "sonarsource"], value: "[a-z0-9]{40}", sample: () => hex(40) }),
  ]),
];
