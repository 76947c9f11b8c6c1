/** Coding agents' command-line clients for test/clients: pinned, from npm, each in a cache folder of its own outside the repository. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installApart } from "./installApart.mjs";
import { cache } from "./paths.mjs";
import { withProgress } from "./progress.mjs";

/** By assistant id. A range would let npm choose an older release where `engines` asks for another Node. */
const clients = {
  "claude-code": { package: "@anthropic-ai/claude-code", version: "2.1.330", program: "claude" },
  "github-copilot": { package: "@github/copilot", version: "1.0.102", program: "copilot" },
  codex: { package: "@openai/codex", version: "0.169.0", program: "codex" },
  gemini: { package: "@google/gemini-cli", version: "0.61.0", program: "gemini" },
  "qwen-code": { package: "@qwen-code/qwen-code", version: "0.24.4", program: "qwen" },
  cline: { package: "cline", version: "3.0.65", program: "cline" },
  continue: { package: "@continuedev/cli", version: "1.5.47", program: "cn" },
  opencode: { package: "opencode-ai", version: "1.18.33", program: "opencode" },
};

/**
 * The client's program and version, installed first if this machine has none. A failed installation is a value: then the
 * tests of this client say that they were skipped, and why.
 * @returns {Promise<{ program: string, version: string } | { missing: string }>}
 */
export async function ensureAgentClient(id) {
  const client = clients[id];
  if (client === undefined) return { missing: `no client is pinned for ${id}` };
  const home = join(cache, "agents", `${id}-${client.version}`);
  const program = join(home, "node_modules", ".bin", client.program);
  try {
    if (!existsSync(program)) await withProgress(`Installing ${client.package} ${client.version} (once)`, () => installApart(home, program, [[`${client.package}@${client.version}`, "--ignore-scripts=false"]]));
    return { program, version: client.version };
  } catch (error) {
    return { missing: String(error.message ?? error).split("\n")[0] };
  }
}
