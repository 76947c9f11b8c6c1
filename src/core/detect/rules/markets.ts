import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { letters, lowercase, uppercase } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe } from "../valueShapes.ts";

/** Prices, rates and company figures. */
export const financialMarkets: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "open-exchange-rates-id", names: ["openexchangerates", "open_exchange_rates"], ...hexadecimal(32) }),
    near({ id: "alpha-vantage-key", names: ["alphavantage", "alpha_vantage"], ...capitals(16) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "currencylayer-key", names: ["currencylayer", "currency_layer"], ...alphanumeric(32) }),
    near({ id: "currencyfreaks-key", names: ["currencyfreaks"], ...alphanumeric(32) }),
    near({ id: "currencyscoop-key", names: ["currencyscoop", "currencybeacon"], ...alphanumeric(32) }),
    near({ id: "fixer-key", names: ["fixer", "fixer_io"], isWord: true, ...alphanumeric(32) }),
    near({ id: "exchangerate-api-key", names: ["exchangerate", "exchange_rate_api"], ...alphanumeric(24) }),
    near({ id: "exchangerates-api-key", names: ["exchangerates", "exchange_rates_api"], ...alphanumeric(32) }),
    near({ id: "fastforex-key", names: ["fastforex"], value: "[a-z0-9-]{28}", sample: () => lowercase(28) }),
    near({ id: "financial-modeling-prep-key", names: ["financialmodelingprep", "financial_modeling_prep"], ...mixedCase(32) }),
    near({ id: "finnhub-key", names: ["finnhub"], ...alphanumeric(20) }),
    near({ id: "finage-key", names: ["finage"], value: "API_KEY[0-9A-Z]{32}|[0-9A-Z]{32}", sample: () => uppercase(32) }),
    near({ id: "simfin-key", names: ["simfin"], ...mixedCase(32) }),
    near({ id: "tiingo-token", names: ["tiingo"], ...alphanumeric(40) }),
    near({ id: "twelve-data-key", names: ["twelvedata", "twelve_data"], ...alphanumeric(32) }),
    near({ id: "marketstack-key", names: ["marketstack"], ...alphanumeric(32) }),
    near({ id: "stockdata-key", names: ["stockdata", "stock_data"], ...mixedCase(40) }),
    near({ id: "iex-cloud-key", names: ["iexcloud", "iex_cloud", "iexapis"], value: "[ps]k_[a-z0-9]{32}|[a-z0-9_]{35}", sample: () => `sk_${lowercase(32)}` }),
    near({ id: "intrinio-key", names: ["intrinio"], ...mixedCase(44) }),
    near({ id: "nasdaq-data-link-key", names: ["nasdaq", "quandl"], ...urlSafe(20) }),
    near({ id: "polygon-io-key", names: ["polygon", "polygon_io"], isWord: true, ...urlSafe(32) }),
    near({ id: "tradier-token", names: ["tradier"], ...mixedCase(28) }),
    near({ id: "oanda-token", names: ["oanda"], value: "[A-Za-z0-9]{24}|[0-9a-f]{32}-[0-9a-f]{32}", sample: () => letters(24) }),
    near({ id: "fxmarket-key", names: ["fxmarket", "fx_market_api"], value: "[A-Za-z0-9_=-]{20}", sample: () => letters(20) }),
    near({ id: "technical-analysis-api-key", names: ["technicalanalysisapi", "technical_analysis_api"], ...capitals(48) }),
    near({ id: "vatlayer-key", names: ["vatlayer"], ...alphanumeric(32) }),
    near({ id: "taxjar-key", names: ["taxjar"], ...alphanumeric(32) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "databento-key", names: ["databento"], value: "db-[A-Za-z0-9]{29}", sample: () => `db-${letters(29)}` }),
  ]),
];
