import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, sampleUuid, uppercase } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Crypto-currency: chains, exchanges, wallets. */
export const blockchain: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "coingecko-key", names: ["coingecko", "x_cg_demo", "x_cg_pro", "cg_demo", "cg_pro"], value: "CG-[A-Za-z0-9]{24}", sample: () => `CG-${letters(24)}` }),
    near({ id: "coinmarketcap-key", names: ["coinmarketcap", "coin_market_cap", "cmc_pro"], ...uuid }),
    near({ id: "binance-key", names: ["binance"], ...mixedCase(64) }),
    near({ id: "bitfinex-key", names: ["bitfinex"], ...mixedCase(43) }),
    near({ id: "bitmex-secret", names: ["bitmex"], ...urlSafe(48) }),
    near({ id: "bybit-secret", names: ["bybit"], ...mixedCase(36) }),
    near({ id: "opensea-key", names: ["opensea"], ...hexadecimal(32) }),
    near({ id: "helius-key", names: ["helius"], ...uuid }),
    prefixed({ id: "extended-private-key", prefixes: ["xprv9", "tprv8", "yprvA", "zprvA"], body: "[1-9A-HJ-NP-Za-km-z]{106}", sample: () => letters(200).replaceAll(/[0OIl]/g, "").slice(0, 106) }),
    near({ id: "bitcoin-private-key", names: ["bitcoin", "wif_key", "wif_private", "btc_private"], value: "[5KL][1-9A-HJ-NP-Za-km-z]{50,51}", sample: () => `K${letters(200).replaceAll(/[0OIl]/g, "").slice(0, 51)}` }),
    near({ id: "stellar-seed", names: ["stellar", "soroban"], value: "S[A-Z2-7]{55}", sample: () => `S${uppercase(55)}` }),
    near({ id: "ripple-seed", names: ["ripple", "xrpl"], value: "s[1-9A-HJ-NP-Za-km-z]{28}", sample: () => `s${letters(200).replaceAll(/[0OIl]/g, "").slice(0, 28)}` }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "alchemy-key", names: ["alchemy"], value: "[A-Za-z0-9_-]{32}", sample: () => letters(32) }),
    near({ id: "infura-key", names: ["infura"], ...alphanumeric(32) }),
    near({ id: "etherscan-key", names: ["etherscan", "bscscan", "polygonscan", "arbiscan", "basescan", "snowtrace", "ftmscan"], ...capitals(34) }),
    near({ id: "ethplorer-key", names: ["ethplorer"], value: "EK-[A-Za-z0-9]{5}-[A-Za-z0-9]{7}-[A-Za-z0-9]{5}|[A-Za-z0-9-]{22}", sample: () => letters(22) }),
    near({ id: "blocknative-key", names: ["blocknative"], ...uuid }),
    near({ id: "coinapi-key", names: ["coinapi", "coin_api"], value: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9-]{36}", sample: () => sampleUuid }),
    near({ id: "coinbase-secret", names: ["coinbase"], value: "[A-Za-z0-9-]{32}|[A-Za-z0-9_-]{64}", sample: () => letters(32) }),
    near({ id: "coinlayer-key", names: ["coinlayer"], ...alphanumeric(32) }),
    near({ id: "coinlib-key", names: ["coinlib"], ...alphanumeric(16) }),
    near({ id: "cryptocompare-key", names: ["cryptocompare", "crypto_compare"], ...alphanumeric(64) }),
    near({ id: "bitcoinaverage-key", names: ["bitcoinaverage"], ...mixedCase(43) }),
    near({ id: "glassnode-key", names: ["glassnode"], ...mixedCase(27) }),
    near({ id: "moralis-key", names: ["moralis"], ...mixedCase(64) }),
    near({ id: "nftport-key", names: ["nftport"], value: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "tatum-key", names: ["tatumio", "tatum_io", "tatum"], value: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|t-[0-9a-f]{24}-[0-9a-f]{24}|[0-9a-z-]{36}", sample: () => sampleUuid }),
    near({ id: "world-coin-index-key", names: ["worldcoinindex", "world_coin_index"], ...mixedCase(35) }),
    near({ id: "dfuse-token", names: ["dfuse"], value: "(?:web|server|mobile)_[0-9a-f]{32}", sample: () => `server_${hex(32)}` }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "bittrex-key", names: ["bittrex"], ...alphanumeric(32) }),
    near({ id: "kraken-secret", names: ["kraken"], value: "[A-Za-z0-9+/]{80,88}={0,2}|[A-Za-z0-9+/]{56}", sample: () => letters(86) }),
    near({ id: "kucoin-secret", names: ["kucoin"], value: "[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => hex(24) }),
    prefixed({ id: "settlemint-token", prefixes: ["sm_pat_", "sm_aat_", "sm_sat_"], body: "[A-Za-z0-9]{16}", sample: () => letters(16) }),
  ]),
];
