/** Qwen Code itself, without a person, against a scripted model: what reaches the model is what counts. */
import { qwenCodeClient } from "../qwenCode.ts";
import { proveClient } from "../proveClient.ts";

await proveClient(qwenCodeClient);
