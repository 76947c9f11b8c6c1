/** Claude Code itself, without a person, against a scripted model: what reaches the model is what counts. */
import { claudeCodeClient } from "./claudeCode.ts";
import { proveClient } from "./proveClient.ts";
import { proveDenies } from "./proveDenies.ts";

await proveClient(claudeCodeClient, proveDenies);
