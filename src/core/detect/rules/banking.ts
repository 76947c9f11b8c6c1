import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { encode, hex, letters, lowercase, numbers, sampleUuid, uppercase } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Banks, cards, invoices and bookkeeping. */
export const banking: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "checkout-com-secret-key", prefixes: ["sk_sbox_"], body: "[a-z0-9*$=]{27}", sample: () => lowercase(27) }),
    prefixed({ id: "klarna-key", prefixes: ["klarna_live_api_", "klarna_test_api_"], body: "[A-Za-z0-9*/+=_-]{40,160}", sample: () => letters(80) }),
    prefixed({ id: "mercado-pago-token", prefixes: ["APP_USR-"], body: String.raw`\d{12,18}-\d{6}-[a-f0-9]{32}(?:__[A-Z]{2}_[A-Z]{2}__)?-\d{6,11}`, sample: () => `${numbers(16)}-${numbers(6)}-${hex(32)}-${numbers(9)}` }),
    near({ id: "mollie-key", names: ["mollie"], value: "(?:live|test)_[A-Za-z0-9]{30}", sample: () => `live_${letters(30)}` }),
    near({ id: "razorpay-secret", names: ["razorpay"], ...mixedCase(24) }),
    near({ id: "recurly-key", names: ["recurly"], ...hexadecimal(32) }),
    prefixed({ id: "xendit-key", prefixes: ["xnd_production_", "xnd_development_"], body: "[A-Za-z0-9]{40,80}", sample: () => letters(60) }),
    near({ id: "chargebee-key", names: ["chargebee"], value: "(?:live|test)_[A-Za-z0-9]{30,48}", sample: () => `live_${letters(34)}` }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "column-bank-key", names: ["column"], isWord: true, value: "(?:test|live)_[A-Za-z0-9]{27}", sample: () => `live_${letters(27)}` }),
    near({ id: "finicity-secret", names: ["finicity"], value: "[a-z0-9]{20}|[0-9a-f]{32}", sample: () => lowercase(20) }),
    near({ id: "gocardless-token", names: ["gocardless"], value: "(?:live|sandbox)_[A-Za-z0-9_=-]{40,42}", sample: () => `live_${letters(40)}` }),
    near({ id: "lemon-squeezy-token", names: ["lemonsqueezy", "lemon_squeezy"], value: String.raw`eyJ[A-Za-z0-9_-]{20,60}\.[A-Za-z0-9_-]{100,600}\.[A-Za-z0-9_-]{300,700}`, sample: () => `${encode('{"typ":"JWT","alg":"RS256"}')}.${letters(300)}.${letters(512)}` }),
    near({ id: "lunch-money-token", names: ["lunchmoney", "lunch_money"], ...hexadecimal(50) }),
    near({ id: "moonclerk-key", names: ["moonclerk"], ...alphanumeric(32) }),
    prefixed({ id: "pagarme-key", prefixes: ["ak_live_", "ak_test_"], body: "[A-Za-z0-9]{30}", sample: () => letters(30) }),
    near({ id: "paymongo-key", names: ["paymongo"], value: "(?:sk_(?:live|test)_)?[A-Za-z0-9_]{24,32}", sample: () => letters(32) }),
    near({ id: "privacy-com-key", names: ["privacy", "privacy_com"], isWord: true, value: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "checio-key", names: ["checio"], value: "pk_[a-z0-9]{45}", sample: () => `pk_${lowercase(45)}` }),
    near({ id: "request-finance-key", names: ["requestfinance", "request_finance"], value: "[0-9A-Z]{7}(?:-[0-9A-Z]{7}){3}", sample: () => uppercase(28).replaceAll(/.{7}(?!$)/g, "$&-") }),
    near({ id: "square-legacy-token", names: ["square", "squareup"], value: "EAAA[A-Za-z0-9_+=-]{50,66}", sample: () => `EAAA${letters(60)}` }),
    near({ id: "storecove-key", names: ["storecove"], ...urlSafe(43) }),
    near({ id: "wise-token", names: ["transferwise", "wise_api"], ...uuid }),
    near({ id: "ynab-token", names: ["youneedabudget", "ynab"], value: "[0-9a-f]{64}|[A-Za-z0-9_-]{43}", sample: () => hex(64) }),
    near({ id: "chartmogul-key", names: ["chartmogul"], ...alphanumeric(32) }),
    near({ id: "baremetrics-key", names: ["baremetrics"], value: "[a-z0-9_-]{25}", sample: () => lowercase(25) }),
    near({ id: "axonaut-key", names: ["axonaut"], ...alphanumeric(32) }),
    near({ id: "hiveage-key", names: ["hiveage"], ...urlSafe(20) }),
  ]),
  ...takenFrom(noseyParker, [
    prefixed({ id: "square-sandbox-token", prefixes: ["sandbox-sq0atb-", "sandbox-sq0csb-", "sq0acp-"], body: "[A-Za-z0-9_-]{22,50}", sample: () => letters(22) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "asaas-token", prefixes: ["$aact_prod_", "$aact_hmlg_"], body: "[A-Za-z0-9_-]{20,200}", sample: () => letters(60) }),
    near({ id: "checkout-com-legacy-key", names: ["checkout", "cko_secret", "cko_api"], value: "sk_(?:test_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => `sk_${sampleUuid}` }),
    near({ id: "freshbooks-token", names: ["freshbooks"], ...mixedCase(64) }),
    prefixed({ id: "mercury-token", prefixes: ["mercury_production_", "mercury_sandbox_"], body: "[A-Za-z0-9_]{30,150}", sample: () => letters(60) }),
    prefixed({ id: "midtrans-server-key", prefixes: ["Mid-server-"], body: "[A-Za-z0-9_-]{20,64}", sample: () => letters(24) }),
    prefixed({ id: "onfido-token", prefixes: ["api_live.", "api_live_ca.", "api_live_us.", "api_sandbox."], body: String.raw`[A-Za-z0-9_-]{8,16}\.[A-Za-z0-9_-]{32}`, sample: () => `${letters(11)}.${letters(32)}` }),
    prefixed({ id: "paddle-key", prefixes: ["pdl_live_", "pdl_sdbx_"], body: "apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}", sample: () => `apikey_${lowercase(26)}_${letters(22)}_${letters(3)}` }),
    prefixed({ id: "persona-key", prefixes: ["persona_production_", "persona_sandbox_"], body: "[a-z0-9_-]{20,80}", sample: () => lowercase(36) }),
    near({ id: "plaid-secret", names: ["plaid"], ...alphanumeric(30) }),
    near({ id: "rainforest-pay-key", names: ["rainforest"], value: "(?:sbx_)?apikey_[a-f0-9]{64}", sample: () => `apikey_${hex(64)}` }),
    prefixed({ id: "ramp-secret", prefixes: ["ramp_sec_"], body: "[A-Za-z0-9]{48}", sample: () => letters(48) }),
  ]),
];
