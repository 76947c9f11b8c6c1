/** opencode itself, without a person, against a scripted model: what reaches the model is what counts. */
import { opencodeClient } from "../opencode.ts";
import { proveClient } from "../proveClient.ts";
import { proveDenies } from "../proveDenies.ts";

await proveClient(opencodeClient, proveDenies);
