import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, lowercase } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Shops, parcels and drivers. */
export const commerce: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "amazon-selling-partner-token", prefixes: ["Atzr|", "Atza|"], body: "[A-Za-z0-9_-]{150,1000}", sample: () => letters(200) }),
    near({ id: "bigcommerce-token", names: ["bigcommerce"], ...alphanumeric(31) }),
    near({ id: "ecwid-token", names: ["ecwid"], value: "(?:secret|public)_[A-Za-z0-9]{32}", sample: () => `secret_${letters(32)}` }),
    near({ id: "printful-token", names: ["printful"], ...mixedCase(40) }),
    near({ id: "shipstation-secret", names: ["shipstation"], ...hexadecimal(32) }),
    near({ id: "woocommerce-key", names: ["consumer", "woocommerce", "woo_commerce"], isWord: true, value: "c[ks]_[a-f0-9]{40}", sample: () => `ck_${hex(40)}` }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "commercejs-key", names: ["commercejs"], value: "(?:[sp]k_)?[a-z0-9_]{45,48}", sample: () => `sk_${lowercase(45)}` }),
    prefixed({ id: "fleetbase-key", prefixes: ["flb_live_", "flb_test_"], body: "[A-Za-z0-9]{20}", sample: () => letters(20) }),
    prefixed({ id: "flexport-token", prefixes: ["shltm_"], body: "[A-Za-z0-9_-]{40}", sample: () => letters(40) }),
    near({ id: "gumroad-token", names: ["gumroad"], value: "[0-9a-f]{64}|[A-Za-z0-9_-]{43}", sample: () => letters(43) }),
    near({ id: "loyverse-token", names: ["loyverse"], ...alphanumeric(32) }),
    near({ id: "onfleet-key", names: ["onfleet"], ...alphanumeric(32) }),
    near({ id: "route4me-key", names: ["route4me"], ...capitals(32) }),
    near({ id: "shipday-key", names: ["shipday"], value: "[A-Za-z0-9.]{11}[A-Za-z0-9]{20}", sample: () => letters(31) }),
    near({ id: "snipcart-key", names: ["snipcart"], value: "[A-Za-z0-9_]{75}", sample: () => letters(75) }),
    near({ id: "squarespace-key", names: ["squarespace"], ...uuid }),
    near({ id: "upc-database-key", names: ["upcdatabase", "upc_database"], ...capitals(32) }),
    near({ id: "metrilo-key", names: ["metrilo"], ...alphanumeric(16) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "etsy-key", names: ["etsy"], value: "[a-z0-9]{24}", sample: () => lowercase(24) }),
    near({ id: "lob-api-key", names: ["lob"], isWord: true, value: "(?:test|live)_[a-f0-9]{35}|[A-Za-z0-9_]{40}", sample: () => `live_${hex(35)}` }),
  ]),
];
