import type { Detector } from "../detector.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { hex, letters, lowercase } from "../samples.ts";

export const languageModels: readonly Detector[] = takenFrom(own, [
  prefixed({ id: "anthropic-key", prefixes: ["sk-ant-"], body: "(?:api|admin|oat|ort|sid)?[0-9]{0,2}-?[A-Za-z0-9_-]{40,120}", sample: () => `api03-${letters(93)}AA` }),
  prefixed({ id: "openai-key", prefixes: ["sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-"], body: "[A-Za-z0-9_-]{40,200}", sample: () => `${letters(74)}T3BlbkFJ${letters(74)}` }),
  { ...prefixed({ id: "openai-legacy-key", prefixes: ["sk-"], body: "[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}", sample: () => `${letters(20)}T3BlbkFJ${letters(20)}` }), keywords: ["t3blbkfj"], before: [23] },
  prefixed({ id: "openrouter-key", prefixes: ["sk-or-v1-"], body: "[a-f0-9]{64}", sample: () => hex(64) }),
  prefixed({ id: "model-key", prefixes: ["sk-"], body: "(?:[a-f0-9]{32}|[A-Za-z0-9]{48})", sample: () => letters(48), check: ["spelled", [String.raw`\d`, "(?<=.{3})[A-Za-z]"]], unlike: () => ["<div class=\"sk-folding-cube-and-more-sk-circle\">"] }),
  prefixed({ id: "huggingface-token", prefixes: ["hf_"], body: "[A-Za-z]{34}", sample: () => letters(50).replaceAll(/\d/g, "").slice(0, 34) }),
  prefixed({ id: "huggingface-organisation-token", prefixes: ["api_org_"], body: "[A-Za-z]{34}", sample: () => letters(50).replaceAll(/\d/g, "").slice(0, 34) }),
  prefixed({ id: "groq-key", prefixes: ["gsk_"], body: "[A-Za-z0-9]{52}", sample: () => letters(52) }),
  prefixed({ id: "xai-key", prefixes: ["xai-"], body: "[A-Za-z0-9]{80}", sample: () => letters(80) }),
  prefixed({ id: "perplexity-key", prefixes: ["pplx-"], body: "[A-Za-z0-9]{48,56}", sample: () => letters(48) }),
  prefixed({ id: "replicate-token", prefixes: ["r8_"], body: "[A-Za-z0-9]{37}", sample: () => letters(37) }),
  prefixed({ id: "fireworks-key", prefixes: ["fw_"], body: "[A-Za-z0-9]{24}", sample: () => letters(24), check: ["spelled", [String.raw`\d`, "[A-Z]", "(?<=.{3})[a-z]"]] }),
  prefixed({ id: "tavily-key", prefixes: ["tvly-"], body: "(?:dev-|prod-)?[A-Za-z0-9]{32}", sample: () => letters(32) }),
  prefixed({ id: "jina-key", prefixes: ["jina_"], body: "[a-f0-9]{32}[A-Za-z0-9_-]{28}", sample: () => `${hex(32)}${letters(28)}` }),
  prefixed({ id: "apify-token", prefixes: ["apify_api_"], body: "[A-Za-z0-9]{36}", sample: () => letters(36) }),
  named({ id: "mistral-key", names: ["mistral"], value: "[a-z0-9]{32}", sample: () => lowercase(32) }),
  named({ id: "cohere-key", names: ["cohere"], value: "[a-z0-9]{40}", sample: () => letters(40) }),
  prefixed({ id: "langsmith-key", prefixes: ["lsv2_pt_", "lsv2_sk_"], body: "[a-f0-9]{32}_[a-f0-9]{10}", sample: () => `${hex(32)}_${hex(10)}` }),
]);
