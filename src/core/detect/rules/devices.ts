import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase } from "../valueShapes.ts";

/** Things that are connected. */
export const devices: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "tuya-secret", names: ["tuya"], ...alphanumeric(32) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "eagle-eye-key", names: ["eagleeyenetworks", "eagle_eye_networks"], ...mixedCase(15) }),
    near({ id: "ecostruxure-key", names: ["ecostruxure", "ecostruxureit"], value: "AK1[A-Za-z0-9/]{50,55}", sample: () => `AK1${letters(52)}` }),
    prefixed({ id: "ubidots-token", prefixes: ["BBFF-", "BBUS-"], body: "[A-Za-z0-9]{30}", sample: () => letters(30) }),
  ]),
  ...takenFrom(noseyParker, [
    prefixed({ id: "adafruit-io-key", prefixes: ["aio_"], body: "[A-Za-z0-9]{28}", sample: () => letters(28) }),
    prefixed({ id: "blynk-client", prefixes: ["oa2-client-id_"], body: "[A-Za-z0-9_-]{32}", sample: () => letters(32) }),
    near({ id: "blynk-token", names: ["blynk"], value: "[A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{40}", sample: () => letters(32) }),
    near({ id: "particle-token", names: ["particle_io", "particle_access", "particle_token", "particle_api"], ...hexadecimal(40) }),
    near({ id: "thingsboard-provision-secret", names: ["provisiondevicesecret", "provisiondevicekey"], ...alphanumeric(20) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "adafruit-key", names: ["adafruit"], value: "[A-Za-z0-9_-]{32}", sample: () => hex(32) }),
    prefixed({ id: "samsara-token", prefixes: ["samsara_api_"], body: "[A-Za-z0-9]{26,32}", sample: () => letters(30) }),
  ]),
];
