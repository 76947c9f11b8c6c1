import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, sampleUuid } from "../samples.ts";
import { alphanumeric, mixedCase, urlSafe } from "../valueShapes.ts";

/** Sites and the content in them. */
export const pages: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "dato-cms-token", names: ["datocms", "dato_cms"], value: "[0-9a-f]{30}|[0-9a-f]{32}", sample: () => hex(30) }),
    near({ id: "ghost-admin-key", names: ["ghost_admin", "ghost_content", "ghost_api", "ghost_key"], value: "[0-9a-f]{24}:[0-9a-f]{64}|[0-9a-f]{26}", sample: () => `${hex(24)}:${hex(64)}` }),
    near({ id: "sanity-token", names: ["sanity"], value: "sk[A-Za-z0-9]{78,178}", sample: () => `sk${letters(80)}` }),
    near({ id: "wordpress-secret", names: ["wordpress", "wpcom"], ...mixedCase(64) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "blogger-key", names: ["blogger"], value: "AIza[A-Za-z0-9_-]{35}|[A-Za-z0-9-]{39}", sample: () => letters(39) }),
    near({ id: "buttercms-token", names: ["buttercms", "butter_cms"], ...alphanumeric(40) }),
    near({ id: "kontent-key", names: ["kontent"], value: "[a-z0-9-]{36}", sample: () => sampleUuid }),
    near({ id: "simvoly-key", names: ["simvoly"], ...alphanumeric(33) }),
    near({ id: "storyblok-token", names: ["storyblok"], value: "[A-Za-z0-9]{22}tt", sample: () => `${letters(22)}tt` }),
    near({ id: "storychief-key", names: ["storychief"], value: "[A-Za-z0-9_.-]{900,1000}", sample: () => letters(940) }),
    near({ id: "webflow-token", names: ["webflow"], ...mixedCase(64) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "contentful-delivery-token", names: ["contentful"], ...urlSafe(43) }),
  ]),
];
