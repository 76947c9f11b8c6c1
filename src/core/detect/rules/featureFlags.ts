import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters } from "../samples.ts";
import { uuid } from "../valueShapes.ts";

/** Switches and experiments. The keys of clients are public and left alone. */
export const featureFlags: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "split-key", names: ["splitio", "split_io", "split_sdk", "split_api"], value: "[a-z0-9]{36,54}", sample: () => letters(52) }),
    near({ id: "flagsmith-key", names: ["flagsmith"], value: String.raw`ser\.[a-z0-9]{22}`, sample: () => `ser.${letters(22)}` }),
    near({ id: "unleash-token", names: ["unleash"], value: String.raw`(?:\*|[a-z0-9_-]{1,40}):[a-z0-9_-]{1,40}\.[a-f0-9]{56,64}`, sample: () => `default:production.${hex(56)}` }),
    prefixed({ id: "statsig-secret", prefixes: ["secret-"], body: "[A-Za-z0-9]{43}", sample: () => letters(43) }),
    prefixed({ id: "growthbook-secret", prefixes: ["secret_user_", "secret_admin_", "secret_readonly_"], body: "[A-Za-z0-9]{30,60}", sample: () => letters(43) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "launchdarkly-token", names: ["launchdarkly", "launch_darkly"], value: `[a-z0-9=_-]{40}|(?:api|sdk|rel)-${uuid.value}`, sample: () => letters(40) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "configcat-key", prefixes: ["configcat-sdk-1/"], body: "[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}", sample: () => `${letters(22)}/${letters(22)}` }),
    near({ id: "configcat-legacy-key", names: ["configcat"], value: "[a-z0-9_-]{22}/[a-z0-9_-]{22}", sample: () => `${letters(22)}/${letters(22)}` }),
    prefixed({ id: "devcycle-key", prefixes: ["dvc_server_"], body: "[A-Za-z0-9_-]{8,60}", sample: () => letters(32) }),
  ]),
];
