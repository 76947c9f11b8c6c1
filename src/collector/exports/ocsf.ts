import type { ShownEvent } from "../withheld.ts";

// OCSF 1.6: action and disposition (https://schema.ocsf.io/1.6.0/classes/detection_finding).
const actions: Readonly<Record<string, readonly [action: number, disposition: number]>> = { allow: [1, 1], warn: [3, 19], redact: [4, 11], ask: [2, 2], block: [2, 2], none: [3, 17] };
const high = 4;
const informational = 1;

/** An event as a Detection Finding (class 2004) of OCSF; what it has no field for stands in `unmapped`. */
export function toOcsf({ id, time, device, name, attributes }: ShownEvent) {
  const effect = String(attributes["gatelodge.effect.enforced"] ?? "");
  const [action_id, disposition_id] = actions[effect] ?? [0, 0];
  return {
    metadata: { version: "1.6.0", uid: id, product: { name: "Gatelodge", vendor_name: "Gatelodge" } },
    category_uid: 2, class_uid: 2004, activity_id: 1, type_uid: 200_401, time, action_id, disposition_id, status_id: 1,
    severity_id: effect === "block" || name === "gatelodge.tamper" ? high : informational,
    finding_info: { uid: id, title: String(attributes["gatelodge.rule.id"] ?? name), types: [name] },
    ...(device === undefined ? {} : { device: { uid: device, type_id: 0 } }),
    unmapped: attributes,
  };
}
