import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex } from "../samples.ts";
import { hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Who is called, and what the status page says. */
export const incidents: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "pagerduty-integration-key", names: ["pagerduty", "pager_duty"], ...hexadecimal(32) }),
    prefixed({ id: "firehydrant-token", prefixes: ["fhb-"], body: "[a-f0-9]{32}", sample: () => hex(32) }),
    near({ id: "victorops-key", names: ["victorops"], ...uuid }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "pagerduty-token", names: ["pagerduty", "pager_duty"], value: String.raw`u\+[a-z0-9_+-]{18}|[yw][_+][a-z0-9_-]{18}`, sample: () => "u+aB3dE6gH9jK2mN5pQ8" }),
    near({ id: "opsgenie-key", names: ["opsgenie"], ...uuid }),
    near({ id: "statuspage-key", names: ["statuspage"], value: "[0-9a-z-]{36}", sample: uuid.sample }),
    near({ id: "statuspal-key", names: ["statuspal"], ...mixedCase(32) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "rootly-key", prefixes: ["rootly_"], body: "[a-f0-9]{64}", sample: () => hex(64) }),
  ]),
];
