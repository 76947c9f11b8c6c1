import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, leaktk } from "../ruleSets.ts";
import { hex, letters, lowercase } from "../samples.ts";
import { hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Vector stores, experiments, prompts and sandboxes around models. */
export const aiPlatforms: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "llama-cloud-key", prefixes: ["llx-"], body: "[A-Za-z0-9]{48}", sample: () => letters(48) }),
    prefixed({ id: "langfuse-secret", prefixes: ["sk-lf-"], body: uuid.value, sample: uuid.sample }),
    prefixed({ id: "helicone-key", prefixes: ["sk-helicone-", "pk-helicone-"], body: "(?:[a-z]{2}-)?[a-z0-9]{7}(?:-[a-z0-9]{7}){3}", sample: () => `${lowercase(7)}-${hex(7)}-${lowercase(7)}-${hex(7)}` }),
    prefixed({ id: "humanloop-key", prefixes: ["hl_sk_"], body: "[a-f0-9]{48}", sample: () => hex(48) }),
    prefixed({ id: "neptune-token", prefixes: ["eyJhcGlfYWRkcmVzcyI6"], body: "[A-Za-z0-9+/]{60,300}={0,2}", sample: () => letters(120) }),
    near({ id: "comet-key", names: ["comet_api", "comet_ml"], ...mixedCase(25) }),
    prefixed({ id: "e2b-key", prefixes: ["e2b_"], body: "[a-f0-9]{40}", sample: () => hex(40) }),
    prefixed({ id: "browserbase-key", prefixes: ["bb_live_"], body: "[A-Za-z0-9_-]{20,40}", sample: () => letters(27) }),
    prefixed({ id: "mem0-key", prefixes: ["m0-"], body: "[A-Za-z0-9]{40}", sample: () => letters(40) }),
    near({ id: "zilliz-key", names: ["zilliz", "milvus"], value: "[a-f0-9]{64,96}", sample: () => hex(72) }),
    near({ id: "unstructured-key", names: ["unstructured_api", "unstructured_key"], value: "[a-z0-9]{30}", sample: () => letters(30) }),
    near({ id: "qdrant-key", names: ["qdrant"], value: "[a-z0-9_-]{54}", sample: () => letters(54) }),
    near({ id: "jina-legacy-key", names: ["jina_auth"], ...hexadecimal(32) }),
    near({ id: "dataiku-key", names: ["dataiku"], value: "(?:dkuaps-)?[a-z0-9]{32}", sample: () => `dkuaps-${letters(32)}` }),
    near({ id: "openpipe-key", names: ["openpipe"], value: "opk_[a-z0-9]{40,42}", sample: () => `opk_${hex(42)}` }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "weights-and-biases-legacy-key", names: ["wandb", "weightsandbiases"], ...hexadecimal(40) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "pinecone-key", prefixes: ["pcsk_"], body: "[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}", sample: () => `${letters(6)}_${letters(63)}` }),
    near({ id: "pinecone-legacy-key", names: ["pinecone"], ...uuid }),
    prefixed({ id: "weights-and-biases-key", prefixes: ["wandb_v1_"], body: "[A-Za-z0-9_]{77}", sample: () => letters(77) }),
  ]),
  ...takenFrom(leaktk, [
    near({ id: "label-studio-key", names: ["label_studio"], ...hexadecimal(40) }),
  ]),
];
