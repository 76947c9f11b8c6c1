/** Qwen Code itself, without a person, against a scripted model: what reaches the model is what counts. */
import { proveClient } from "../proveClient.ts";
import { proveDenies } from "../proveDenies.ts";
import { qwenCodeClient } from "../qwenCode.ts";

await proveClient(qwenCodeClient, proveDenies);
