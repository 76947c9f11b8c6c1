import type { Detector } from "../detector.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks } from "../ruleSets.ts";
import { hex, letters, lowercase } from "../samples.ts";

export const payments: readonly Detector[] = takenFrom(own, [
  prefixed({ id: "stripe-key", prefixes: ["sk_live_", "rk_live_", "sk_test_", "rk_test_", "sk_prod_", "rk_prod_"], body: "[A-Za-z0-9]{16,240}", sample: () => letters(48), unlike: () => ["pk_live_4eC39HqLyjWDarjtT1zdp7dc"] }),
  prefixed({ id: "stripe-webhook-secret", prefixes: ["whsec_"], body: "[A-Za-z0-9+/]{24,64}={0,2}", sample: () => letters(32) }),
  // Some hold signs that Square's own tokens have not.
  prefixed({ ...betterleaks, id: "square-secret", prefixes: ["sq0csp-"], body: String.raw`[^\s"'<>,;&]{40,60}`, sample: () => `${letters(20)}]~^${letters(20)}`, tier: "possible" }),
  prefixed({ id: "square-token", prefixes: ["sq0atp-", "sq0csp-", "EAAAE"], body: "[A-Za-z0-9_-]{22,60}", sample: () => letters(60) }),
  prefixed({ id: "shopify-token", prefixes: ["shpat_", "shpca_", "shppa_", "shpss_"], body: "[A-Za-z0-9]{32,64}", sample: () => hex(32) }),
  prefixed({ id: "flutterwave-key", prefixes: ["FLWSECK-", "FLWSECK_TEST-"], body: "[a-fA-F0-9]{12,32}(?:-X)?", sample: () => `${hex(32)}-X` }),
  prefixed({ id: "razorpay-key", prefixes: ["rzp_live_"], body: "[A-Za-z0-9]{14}", sample: () => letters(14) }),
  prefixed({ id: "braintree-token", prefixes: ["access_token$production$"], body: String.raw`[0-9a-z]{16}\$[0-9a-f]{32}`, sample: () => `${lowercase(16)}$${hex(32)}` }),
  prefixed({ id: "easypost-key", prefixes: ["EZAK", "EZTK"], body: "[A-Za-z0-9]{54}", sample: () => letters(54) }),
  prefixed({ id: "shippo-token", prefixes: ["shippo_live_", "shippo_test_"], body: "[a-fA-F0-9]{40}", sample: () => hex(40) }),
  prefixed({ id: "plaid-token", prefixes: ["access-sandbox-", "access-development-", "access-production-"], body: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => "3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643" }),
  named({ id: "paypal-secret", names: ["paypal_client_secret", "paypal_secret"], value: "E[A-Za-z0-9_-]{79}", sample: () => `E${letters(79)}` }),
]);
