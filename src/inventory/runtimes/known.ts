import { gpt4all } from "./gpt4all.ts";
import { llamaCpp, llamafile, ramalama } from "./llamaCpp.ts";
import { lmStudio } from "./lmStudio.ts";
import { ollama } from "./ollama.ts";
import { dockerModelRunner, jan, koboldCpp, localAi } from "./otherServers.ts";
import { mlx, sglang, textGenerationWebui, vllm } from "./pythonServers.ts";
import type { Runtime } from "./runtime.ts";

/** Every runtime we can name. An engine stands before the programs that are it under another name and are told by their process. */
export const knownRuntimes: readonly Runtime[] = [ollama, lmStudio, gpt4all, llamaCpp, llamafile, ramalama, vllm, sglang, koboldCpp, localAi, textGenerationWebui, jan, dockerModelRunner, mlx];
