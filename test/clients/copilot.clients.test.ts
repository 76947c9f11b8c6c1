/** GitHub Copilot CLI itself, without a person, against a scripted model: what reaches the model is what counts. */
import { copilotClient } from "./copilot.ts";
import { proveClient } from "./proveClient.ts";

await proveClient(copilotClient);
