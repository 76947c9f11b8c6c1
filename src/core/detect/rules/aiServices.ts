import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase, uppercase } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Models, speech, images and agents as a service, beside languageModels.ts. */
export const aiServices: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "together-legacy-key", names: ["togetherai", "together_ai", "together_api"], ...hexadecimal(64) }),
    near({ id: "voyage-key", names: ["voyage"], value: "pa-[a-z0-9_-]{43}", sample: () => `pa-${letters(43)}` }),
    near({ id: "sambanova-key", names: ["sambanova"], ...uuid }),
    near({ id: "deepinfra-key", names: ["deepinfra", "deep_infra"], ...mixedCase(32) }),
    prefixed({ id: "anyscale-key", prefixes: ["esecret_"], body: "[a-z0-9]{26,40}", sample: () => lowercase(26) }),
    named({ id: "fal-key", names: ["fal_key", "fal_api", "fal_ai"], value: `${uuid.value}:[a-f0-9]{32}`, sample: () => `${uuid.sample()}:${hex(32)}` }),
    named({ id: "deepl-key", names: ["deepl"], value: `${uuid.value}(?::fx)?`, sample: () => `${uuid.sample()}:fx` }),
    near({ id: "hume-key", names: ["hume_api", "humeai", "hume_ai"], ...mixedCase(48) }),
    near({ id: "baseten-key", names: ["baseten"], value: String.raw`[a-z0-9]{8}\.[a-z0-9]{32}`, sample: () => `${letters(8)}.${letters(32)}` }),
    near({ id: "modal-secret", names: ["modal_token", "modal_secret", "modal_key"], value: "a[ks]-[a-z0-9]{22}", sample: () => `as-${letters(22)}` }),
    prefixed({ id: "friendli-token", prefixes: ["flp_"], body: "[A-Za-z0-9]{40,60}", sample: () => letters(46) }),
    near({ id: "dify-key", names: ["dify"], value: "(?:app|dataset)-[a-z0-9]{24}", sample: () => `app-${letters(24)}` }),
    prefixed({ id: "coze-token", prefixes: ["pat_"], body: "[A-Za-z0-9]{64}", sample: () => letters(64) }),
    near({ id: "vast-ai-key", names: ["vast_ai", "vastai", "vast_api"], ...hexadecimal(64) }),
    near({ id: "ai21-key", names: ["ai21"], ...mixedCase(32) }),
    near({ id: "nomic-key", names: ["nomic"], value: "nk-[a-z0-9_-]{43}", sample: () => `nk-${letters(43)}` }),
    near({ id: "roboflow-key", names: ["roboflow"], ...mixedCase(20) }),
  ]),
  ...takenFrom(kingfisher, [
    prefixed({ id: "nvidia-key", prefixes: ["nvapi-"], body: "[A-Za-z0-9_-]{60,70}", sample: () => letters(64) }),
    prefixed({ id: "elevenlabs-key", prefixes: ["sk_"], body: "[a-f0-9]{48}", sample: () => hex(48) }),
    near({ id: "assemblyai-key", names: ["assemblyai", "assembly_ai"], ...alphanumeric(32) }),
    near({ id: "deepgram-key", names: ["deepgram"], ...alphanumeric(40) }),
    near({ id: "clarifai-key", names: ["clarifai"], ...mixedCase(32) }),
    near({ id: "deepai-key", names: ["deepai"], value: "[a-z0-9-]{36}", sample: uuid.sample }),
    near({ id: "edenai-token", names: ["edenai", "eden_ai", "moderation"], value: String.raw`[a-z0-9]{36}\.[a-z0-9]{92,115}\.[a-z0-9_]{43}`, sample: () => `${letters(36)}.${letters(92)}.${letters(43)}` }),
    near({ id: "sigopt-token", names: ["sigopt"], ...mixedCase(48) }),
  ]),
  ...takenFrom(noseyParker, [
    prefixed({ id: "firecrawl-key", prefixes: ["fc-"], body: "[a-f0-9]{32}", sample: () => hex(32) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "moonshot-key", names: ["moonshot", "kimi"], value: "sk-[a-z0-9_-]{48}", sample: () => `sk-${letters(24)}_${letters(23)}` }),
    prefixed({ id: "gemini-key", prefixes: ["AQ.Ab8RN6"], body: "[A-Za-z0-9_-]{44}", sample: () => letters(44) }),
    prefixed({ id: "cerebras-key", prefixes: ["csk-"], body: "[a-z0-9]{48}", sample: () => lowercase(48) }),
    prefixed({ id: "together-key", prefixes: ["tgp_v1_"], body: "[A-Za-z0-9_-]{43}", sample: () => letters(43) }),
    prefixed({ id: "minimax-key", prefixes: ["sk-api-"], body: "[A-Za-z0-9_-]{119}", sample: () => letters(119) }),
    near({ id: "zhipu-key", names: ["zhipu", "bigmodel", "glm_api", "z_ai_api", "zai_api", "zai_key"], value: String.raw`[a-f0-9]{32}\.[a-z0-9]{16}`, sample: () => `${hex(32)}.${letters(16)}` }),
    near({ id: "ollama-key", names: ["ollama"], value: String.raw`[a-f0-9]{32}\.[a-z0-9_-]{24}`, sample: () => `${hex(32)}.${letters(24)}` }),
    near({ id: "cursor-key", names: ["cursor"], value: "(?:key|crsr)_[0-9a-f]{64}", sample: () => `key_${hex(64)}` }),
    prefixed({ id: "devin-token", prefixes: ["cog_"], body: "[a-z2-7]{52}", sample: () => uppercase(52).toLowerCase() }),
    prefixed({ id: "devin-key", prefixes: ["apk_user_", "apk_"], body: "[A-Za-z0-9+/]{80,180}={0,2}", sample: () => letters(140) }),
    near({ id: "greptile-key", names: ["greptile"], value: "[a-z0-9+/]{48}", sample: () => letters(48) }),
    near({ id: "upstage-key", names: ["upstage"], value: "up_[a-z0-9]{25,40}|[a-z0-9]{40,50}", sample: () => letters(44) }),
    near({ id: "lighton-key", names: ["lighton", "paradigm"], value: "[a-z0-9_-]{40,80}", sample: () => letters(50) }),
    near({ id: "private-ai-key", names: ["privateai", "private_ai"], ...alphanumeric(32) }),
    prefixed({ id: "runpod-key", prefixes: ["rpa_"], body: "[A-Z0-9]{40}[A-Za-z0-9]{6}", sample: () => uppercase(40) + letters(6) }),
  ]),
];
