/** The other clients whose settings are files, pointed at the gateway. */
import { continueClient } from "../continueCli.ts";
import { copilotClient } from "../copilot.ts";
import { clineClient } from "../cline.ts";
import { opencodeClient } from "../opencode.ts";
import { proveGateway } from "../proveGateway.ts";
import { qwenCodeClient } from "../qwenCode.ts";

await proveGateway({ client: qwenCodeClient, without: ["OPENAI_BASE_URL"], settings: { path: ".qwen/.env", text: (modelUrl) => `OPENAI_BASE_URL=${modelUrl}/v1\n` } });
await proveGateway({ client: clineClient });
await proveGateway({ client: opencodeClient });
await proveGateway({ client: continueClient });
await proveGateway({ client: copilotClient, byHand: "COPILOT_PROVIDER_BASE_URL" });
