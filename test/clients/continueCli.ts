import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestClient } from "./testClient.ts";

const settings = (modelUrl: string) => `name: test
version: 0.0.1
schema: v1
models:
  - name: scripted
    provider: openai
    model: scripted
    apiKey: dummy
    apiBase: ${modelUrl}/v1
    capabilities: [tool_use]
    roles: [chat]
`;

/** Continue's command line, `cn -p`. Its hooks were not seen to be called, so that it is tried behind the gateway alone. */
export const continueClient: TestClient = {
  id: "continue",
  configure: ({ home, modelUrl }) => {
    mkdirSync(join(home, ".continue"), { recursive: true });
    writeFileSync(join(home, ".continue", "config.yaml"), settings(modelUrl));
  },
  environment: ({ home }) => ({ HOME: home, CONTINUE_TELEMETRY_ENABLED: "0", NO_COLOR: "1" }),
  args: ({ home }, { prompt }) => ["-p", prompt, "--config", join(home, ".continue", "config.yaml"), "--auto"],
  toStep: (intent, { workspace }) => {
    if (intent.do === "read") return [{ tools: ["Read"], input: { filepath: join(workspace, intent.path) } }];
    return intent.do === "shell" ? [{ tools: ["Bash"], input: { command: intent.command } }] : undefined;
  },
  killSwitch: { path: ".continue/settings.json", text: "{}" },
  hookFile: ".continue/config.yaml",
  expandsMentions: false,
  open: {},
};
