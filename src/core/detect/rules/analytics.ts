import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters, sampleUuid } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase } from "../valueShapes.ts";

/** Who did what, when and how often. */
export const analytics: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "branch-io-secret", prefixes: ["secret_live_", "secret_test_"], body: "[A-Za-z0-9]{32}", sample: () => letters(32) }),
    near({ id: "chartbeat-key", names: ["chartbeat"], ...hexadecimal(32) }),
    near({ id: "countly-key", names: ["countly"], value: "[0-9a-f]{32}|[0-9a-f]{40}", sample: () => hex(32) }),
    near({ id: "keen-io-key", names: ["keenio", "keen", "keen_io"], isWord: true, ...hexadecimal(64) }),
    near({ id: "metabase-key", names: ["metabase"], value: "mb_[A-Za-z0-9+/]{43}=", sample: () => `mb_${letters(43)}=` }),
    near({ id: "mixpanel-secret", names: ["mixpanel"], ...hexadecimal(32) }),
    near({ id: "pendo-key", names: ["pendo_integration", "pendo_api", "pendo_key"], value: String.raw`[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.[a-z]{2})?`, sample: () => sampleUuid }),
    near({ id: "rudderstack-key", names: ["rudderstack", "rudder_stack"], ...mixedCase(27) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "beamer-key", names: ["beamer"], value: "b_[A-Za-z0-9=_/+-]{44}", sample: () => `b_${letters(44)}` }),
    near({ id: "fullstory-key", names: ["fullstory", "fs_api"], value: String.raw`na1\.[A-Za-z0-9+/]{60,120}={0,2}|[A-Za-z0-9/+]{80,88}={0,2}`, sample: () => `na1.${letters(100)}` }),
    prefixed({ id: "fullstory-v2-key", prefixes: ["na1."], body: "[A-Za-z0-9+/]{100}", sample: () => letters(100) }),
    near({ id: "holistics-key", names: ["holistic", "holistics"], isWord: true, ...hexadecimal(64) }),
    near({ id: "segment-write-key", names: ["segment"], isWord: true, value: String.raw`[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}|[A-Za-z0-9]{32}`, sample: () => letters(32) }),
  ]),
  ...takenFrom(noseyParker, [
    prefixed({ id: "segment-token", prefixes: ["sgp_"], body: "[A-Za-z0-9]{64}", sample: () => letters(64) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "amplitude-secret", names: ["amplitude"], ...hexadecimal(32) }),
    near({ id: "looker-secret", names: ["looker"], ...alphanumeric(24) }),
    near({ id: "tableau-token", names: ["tableau"], value: "[A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32}", sample: () => `${letters(22)}==:${letters(32)}` }),
  ]),
];
