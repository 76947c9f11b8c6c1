/** Rules of Sigma: https://sigmahq.io/sigma-specification. */
import { createHash } from "node:crypto";
import { stringify } from "yaml";

const both = (names) => names.flatMap((name) => [`/${name}`, `\\${name}.exe`]);
const everywhere = (paths) => paths.flatMap((path) => [`/${path}`, `\\${path.replaceAll("/", "\\")}`]);

export function sigmaRules({ extensions, lookAlikes, programs, servers, flags, mcpAnywhere }) {
  return [
    rule("agent_without_questions", "AI agent started without questions", "An agent was started with an option that lets it run every tool or command without asking.", "process_creation", "high", ["attack.execution"],
      { flag: { "CommandLine|contains": flags.map((flag) => ` ${flag}`) }, condition: "flag" }, ["Agents in a sandbox or a pipeline that was made for it"]),
    rule("agent_started", "AI agent started in a terminal", "A program that is an agent of the terminal was started.", "process_creation", "informational", ["attack.execution"],
      { agent: { "Image|endswith": both(programs) }, condition: "agent" }, ["Approved agents"]),
    rule("agent_look_alike", "Package that is called like an AI agent", "A package of npm is installed or run that is called like an agent, and is published by others than its makers.", "process_creation", "high", ["attack.initial-access", "attack.t1195.002"],
      { runner: { "CommandLine|contains": ["npm install ", "npm i ", "npm-cli.js install ", "npm-cli.js i ", "npx ", "npx-cli.js ", "pnpm add ", "pnpm dlx ", "yarn global add ", "bun add ", "bunx "] }, name: { "CommandLine|endswith": lookAlikes.map((name) => ` ${name}`) }, version: { "CommandLine|contains": lookAlikes.map((name) => ` ${name}@`) }, condition: "runner and (name or version)" }, ["A package of that name that is wanted"]),
    rule("model_server", "Local model server started", "A program that serves models on this machine was started.", "process_creation", "low", ["attack.execution"],
      { server: { "Image|endswith": both(servers) }, condition: "server" }, ["Approved model servers"]),
    rule("tool_server_configuration", "Configuration of AI tool servers written", "A file that names tool servers (MCP) for an assistant was written: its next start may run what stands there.", "file_event", "medium", ["attack.persistence"],
      { file: { "TargetFilename|endswith": everywhere(mcpAnywhere) }, condition: "file" }, ["A person who adds a tool server"]),
    rule("ai_extension", "AI extension installed in an editor", "An extension with an assistant was unpacked into an editor's folder of extensions.", "file_event", "low", ["attack.persistence"],
      { file: { "TargetFilename|contains": everywhere(extensions.map((id) => `extensions/${id}-`)) }, condition: "file" }, ["Approved extensions"]),
  ];
}

function rule(name, title, description, category, level, tags, detection, falsepositives) {
  const written = { title, id: idOf(name), status: "experimental", description, author: "Gatelodge", date: "2026-11-25", tags, logsource: { category }, detection, falsepositives, level };
  return { file: `${name}.yml`, text: stringify(written, { lineWidth: 0 }) };
}

/** Stays the same for a rule: a UUID made from its name. */
function idOf(name) {
  const hex = createHash("sha256").update(`gatelodge sigma ${name}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
