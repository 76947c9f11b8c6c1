import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, numbers, sampleUuid } from "../samples.ts";
import { capitals, hexadecimal, mixedCase } from "../valueShapes.ts";

/** Learning, health and employment. */
export const people: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "bamboohr-key", names: ["bamboohr", "bamboo_hr"], ...hexadecimal(40) }),
    near({ id: "canvas-lms-token", names: ["canvas"], value: String.raw`\d{4,5}~[A-Za-z0-9]{64}`, sample: () => `${numbers(5)}~${letters(64)}` }),
    near({ id: "fitbit-secret", names: ["fitbit"], ...hexadecimal(32) }),
    near({ id: "greenhouse-key", names: ["greenhouse"], value: String.raw`[a-f0-9]{32}-\d{1,3}`, sample: () => `${hex(32)}-3` }),
    near({ id: "moodle-token", names: ["moodle"], ...hexadecimal(32) }),
    near({ id: "oura-token", names: ["oura_ring", "oura_token", "oura_access", "oura_api"], ...capitals(32) }),
    near({ id: "personio-secret", names: ["personio"], value: "papi-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => `papi-${sampleUuid}` }),
    near({ id: "withings-secret", names: ["withings"], ...hexadecimal(64) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "codequiry-key", names: ["codequiry"], ...mixedCase(64) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "intra42-secret", prefixes: ["s-s4t2ud-", "s-s4t2af-"], body: "[a-f0-9]{64}", sample: () => hex(64) }),
  ]),
];
