import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { letters } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Where sites and functions run. */
export const hosting: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "railway-token", names: ["railway"], ...uuid }),
    near({ id: "koyeb-token", names: ["koyeb"], ...alphanumeric(64) }),
    near({ id: "bunny-storage-password", names: ["bunnycdn", "bunny_net", "bunny_storage", "bunny_api"], value: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}", sample: () => "3f2a9c41-7b6d-4e58-9a0cd15e7f82-b643-1c2d" }),
    near({ id: "cpanel-token", names: ["cpanel", "whm_api"], ...capitals(32) }),
    near({ id: "pythonanywhere-token", names: ["pythonanywhere"], ...hexadecimal(40) }),
    near({ id: "surge-token", names: ["surge_sh", "surge_login", "surge_deploy"], ...hexadecimal(32) }),
    near({ id: "firebase-database-secret", names: ["firebase"], ...mixedCase(40) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "netlify-legacy-token", names: ["netlify"], value: "[a-z0-9_-]{40,46}|[a-f0-9]{60,64}", sample: () => letters(43) }),
    near({ id: "vercel-legacy-token", names: ["vercel"], ...mixedCase(24) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "netlify-token", prefixes: ["nfp_", "nfc_", "nfo_", "nfu_"], body: "[A-Za-z0-9]{36}", sample: () => letters(36) }),
    prefixed({ id: "deno-deploy-token", prefixes: ["ddp_", "ddw_"], body: "[A-Za-z0-9]{36}", sample: () => letters(36) }),
    prefixed({ id: "val-town-token", prefixes: ["vtwn_"], body: "[A-Za-z0-9_-]{20,80}", sample: () => letters(40) }),
    prefixed({ id: "redirect-pizza-token", prefixes: ["rpa_"], body: "[A-Za-z0-9]{30}", sample: () => letters(30) }),
  ]),
];
