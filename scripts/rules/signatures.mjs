/** What the inventory knows AI tools by, as other programs can look for it. */
import { commonPrograms, knownAgents } from "../../src/inventory/tools/agents/knownAgents.ts";
import { lookAlike } from "../../src/inventory/tools/agents/lookAlike.ts";
import { knownExtensions } from "../../src/inventory/tools/editors/knownExtensions.ts";
import { mcpFiles } from "../../src/inventory/tools/mcp/mcpFiles.ts";
import { startFlags } from "../../src/inventory/tools/settings/startFlags.ts";
import { knownRuntimes } from "../../src/inventory/runtimes/known.ts";

/** The signatures of runtimes are questions about a process: these names are put to them. */
const serverNames = ["ollama", "lms", "LM Studio", "llmster", "gpt4all", "llama-server", "koboldcpp", "local-ai", "Jan", "vllm", "ramalama", "docker-model-runner", "mlx_lm.server"];

export function readSignatures() {
  const isServer = (name) => knownRuntimes.some(({ isProcess }) => isProcess({ pid: 1, parent: 0, name, arguments: [], cpu: 0 }));
  const ofRegistry = (registry) => sorted(knownAgents.flatMap(({ packages }) => packages.filter((each) => each.registry === registry).map(({ name }) => name)));
  const bare = (name) => name.slice(name.lastIndexOf("/") + 1);
  const likely = knownAgents.flatMap(({ packages, programs }) => [...packages.map(({ name }) => bare(name)), ...programs]);
  return {
    extensions: sorted(knownExtensions.keys()),
    npm: ofRegistry("npm"),
    pypi: ofRegistry("pypi"),
    lookAlikes: sorted(likely.filter((name) => lookAlike("npm", name) !== undefined)),
    programs: sorted(knownAgents.flatMap(({ programs }) => programs.filter((name) => !commonPrograms.has(name)))),
    servers: sorted(serverNames.filter(isServer)),
    ports: [...new Set(knownRuntimes.flatMap(({ ports }) => ports))].toSorted((a, b) => a - b),
    flags: sorted(startFlags),
    mcpInHome: mcpIn("home"),
    mcpAnywhere: sorted([...mcpIn("home"), ...mcpIn("workspace")]),
  };
}

const mcpIn = (place) => sorted(mcpFiles.filter(({ from, path }) => from === place && !path.includes("*")).map(({ path }) => path));
const sorted = (names) => [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));
