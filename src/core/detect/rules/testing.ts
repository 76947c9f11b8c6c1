import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { kingfisher, leaktk, noseyParker } from "../ruleSets.ts";
import { hex, letters } from "../samples.ts";
import { alphanumeric, mixedCase, uuid } from "../valueShapes.ts";

/** Browsers, devices and load for tests. */
export const testing: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "browserstack-key", names: ["browserstack"], ...mixedCase(20) }),
    near({ id: "lambdatest-key", names: ["lambdatest", "lt_access"], value: "(?:LT_)?[a-z0-9]{50,60}", sample: () => letters(50) }),
    near({ id: "testfairy-key", names: ["testfairy"], value: "[a-f0-9]{40}", sample: () => hex(40) }),
    near({ id: "app-center-token", names: ["appcenter", "app_center", "hockeyapp"], value: "[a-f0-9]{40}|[a-f0-9]{32}", sample: () => hex(40) }),
    near({ id: "crashlytics-key", names: ["crashlytics", "fabric_api"], value: "[a-f0-9]{40}|[a-f0-9]{64}", sample: () => hex(40) }),
    near({ id: "browserless-token", names: ["browserless"], ...uuid }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "apimetrics-key", names: ["apimetrics"], ...mixedCase(32) }),
    near({ id: "bitbar-key", names: ["bitbar"], ...mixedCase(32) }),
    near({ id: "blazemeter-key", names: ["blazemeter", "runscope"], ...uuid }),
    near({ id: "loadmill-token", names: ["loadmill"], ...mixedCase(40) }),
    near({ id: "qase-token", names: ["qase"], value: "[a-f0-9]{64}|[0-9a-z]{40}", sample: () => letters(40) }),
    near({ id: "atera-key", names: ["atera"], ...alphanumeric(32) }),
  ]),
  ...takenFrom(noseyParker, [
    near({ id: "sauce-labs-key", names: ["sauce"], ...uuid }),
    prefixed({ id: "stackhawk-key", prefixes: ["hawk."], body: String.raw`[0-9A-Za-z_-]{20}\.[0-9A-Za-z_-]{20}`, sample: () => `${letters(20)}.${letters(20)}` }),
  ]),
  ...takenFrom(leaktk, [
    near({ id: "testing-farm-token", names: ["testing_farm"], ...uuid }),
  ]),
];
