import type { Detector } from "../detector.ts";

export const providers: readonly Detector[] = [
  {
    id: "aws-access-key-id", kind: "secret", tier: "likely", keywords: ["akia", "asia"], reach: 40, pattern: /\b((?:AKIA|ASIA)[A-Z2-7]{16})\b/dg,
    examples: () => [`key = "AK${"IA"}QWERTYUIOPASDFGH"`], counterExamples: () => ["AKIA", "MAKIAQWERTYUIOPASDFGH"],
  },
  {
    id: "github-token", kind: "secret", tier: "likely", keywords: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], reach: 60, pattern: /\b(gh[pousr]_[A-Za-z0-9]{36})\b/dg,
    examples: () => [`gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`], counterExamples: () => ["ghp_short"],
  },
  {
    id: "stripe-key", kind: "secret", tier: "likely", keywords: ["sk_live_", "rk_live_"], reach: 120, pattern: /\b([sr]k_live_[A-Za-z0-9]{24,99})\b/dg,
    examples: () => [`sk_${"live_"}4eC39HqLyjWDarjtT1zdp7dcTYooMQauvdEDq54NiTphI7jx`], counterExamples: () => ["sk_live_short"],
  },
];
