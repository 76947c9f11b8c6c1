/** The other clients whose settings are files, pointed at the gateway. */
import { clineClient } from "../cline.ts";
import { opencodeClient } from "../opencode.ts";
import { proveGateway } from "../proveGateway.ts";
import { qwenCodeClient } from "../qwenCode.ts";

await proveGateway({ client: qwenCodeClient, without: ["OPENAI_BASE_URL"], settings: { path: ".qwen/.env", text: (modelUrl) => `OPENAI_BASE_URL=${modelUrl}/v1\n` } });
await proveGateway({ client: clineClient });
await proveGateway({ client: opencodeClient });
