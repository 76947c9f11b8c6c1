import { knownAssistants } from "../../../assistants/known.ts";

export type Registry = "npm" | "pypi";

/** An agent of the terminal, and what its makers publish it as. */
export interface KnownAgent {
  readonly name: string;
  /** Of our catalogue, where we know more of it. */
  readonly assistant?: string;
  readonly programs: readonly string[];
  readonly packages: readonly { readonly registry: Registry; readonly name: string }[];
}

const agent = (name: string, programs: readonly string[], packages: Readonly<Partial<Record<Registry, readonly string[]>>>, assistant?: string): KnownAgent => ({
  name, programs, ...(assistant === undefined ? {} : { assistant }),
  packages: Object.entries(packages).flatMap(([registry, names]) => names.map((each) => ({ registry: registry as Registry, name: each }))),
});

/** Agents of which nothing more is known here than what they are: by their makers' instructions to install them. */
const others: readonly KnownAgent[] = [
  agent("Pi", ["pi"], { npm: ["@mariozechner/pi-coding-agent"] }),
  agent("OpenClaw", ["openclaw", "clawdbot"], { npm: ["openclaw"] }),
  agent("Hermes Agent", ["hermes"], { pypi: ["hermes-agent"] }),
  agent("OpenHands", ["openhands"], { pypi: ["openhands", "openhands-ai"] }),
  agent("Kimi CLI", ["kimi"], { pypi: ["kimi-cli"] }),
  agent("Mistral Vibe", ["vibe"], { pypi: ["mistral-vibe"] }),
  agent("Jules", ["jules"], { npm: ["@google/jules"] }),
  agent("Codebuff", ["codebuff"], { npm: ["codebuff"] }),
  agent("Letta Code", ["letta"], { npm: ["@letta-ai/letta-code"] }),
  agent("Qodo Command", ["qodo"], { npm: ["@qodo/command"] }, "qodo"),
  agent("Grok CLI (community)", ["grok"], { npm: ["@vibe-kit/grok-cli"] }, "grok-cli"),
  agent("gptme", ["gptme"], { pypi: ["gptme"] }),
  agent("Open Interpreter", ["interpreter"], { pypi: ["open-interpreter"] }),
  agent("gpt-engineer", ["gpte", "gpt-engineer"], { pypi: ["gpt-engineer"] }),
  agent("RA.Aid", ["ra-aid"], { pypi: ["ra-aid"] }),
  agent("llm", ["llm"], { pypi: ["llm"] }),
  agent("ShellGPT", ["sgpt"], { pypi: ["shell-gpt"] }),
  agent("claude-flow", ["claude-flow"], { npm: ["claude-flow"] }),
  agent("Task Master", ["task-master"], { npm: ["task-master-ai"] }),
  agent("Factory Droid", ["droid"], { npm: ["droid", "@factory/cli"] }, "droid"),
  agent("Spec Kit", ["specify"], { pypi: ["specify-cli"] }),
  agent("OpenSpec", ["openspec"], { npm: ["@fission-ai/openspec"] }),
  agent("BMAD Method", ["bmad", "bmad-method"], { npm: ["bmad-method"] }),
];

/** Of the packages in our catalogue, which names no registry, those that are not npm's. */
const fromPypi: ReadonlySet<string> = new Set(["aider-chat"]);

/** Every agent we know that is started in a terminal. */
export const knownAgents: readonly KnownAgent[] = [
  ...knownAssistants.flatMap(({ id, name, programs = [], packages = [] }) => (programs.length + packages.length === 0 ? [] : [{ name, assistant: id, programs, packages: packages.map((each) => ({ registry: fromPypi.has(each) ? "pypi" as const : "npm" as const, name: each })) }])),
  ...others,
];

/** Names that other programs have as well: such a program alone is no sign of an agent. */
export const commonPrograms: ReadonlySet<string> = new Set(["q", "pi", "cn", "duo", "amp", "llm", "goose", "crush", "droid", "grok", "vibe", "kimi", "jules", "hermes", "letta", "interpreter", "specify", "kilo", "qodo", "gemini", "copilot", "devin", "bmad"]);
