import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Scope } from "../../node/agents/agentSetup.ts";
import { CommandError } from "../command.ts";

const actions = ["install", "status", "repair", "remove"] as const;
export type AgentAction = (typeof actions)[number];

export interface AgentArguments {
  readonly action: AgentAction;
  /** Empty: those that are used here. */
  readonly agents: readonly string[];
  readonly scope: Scope;
  readonly home?: string;
  /** Where a repository may switch hooks off. */
  readonly folder: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  /** Also into the clients' own lists of what may not be read. */
  readonly deny: boolean;
  /** Also ignore files in `folder`. */
  readonly ignoreFiles: boolean;
}

/** Reads `install|status|repair|remove` and its options; throws a `CommandError` that says what is wrong. */
export function readAgentArguments(words: readonly string[], workingFolder: string): AgentArguments {
  const { values, positionals } = parse(words);
  const action = actions.find((known) => known === positionals[0]);
  if (action === undefined || positionals.length > 1) throw new CommandError(`say one of ${actions.join(", ")}; see gatelodge agents --help`);
  const { scope = "user", home } = values;
  if (scope !== "user" && scope !== "managed") throw new CommandError("--scope is user or managed");
  if (home !== undefined && !isAbsolute(home)) throw new CommandError("--home must be an absolute path");
  if (home !== undefined && scope === "managed") throw new CommandError("--scope managed is for every user: it has no --home");
  return {
    action, scope, agents: (values.agent ?? []).flatMap((list) => list.split(",")), folder: resolve(workingFolder, values.folder ?? "."),
    dryRun: values["dry-run"] ?? false, yes: values.yes ?? false, json: values.json ?? false, deny: values.deny ?? false, ignoreFiles: values["ignore-files"] ?? false, ...(home === undefined ? {} : { home }),
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words], strict: true, allowPositionals: true,
      options: { agent: { type: "string", multiple: true }, scope: { type: "string" }, home: { type: "string" }, folder: { type: "string" }, "dry-run": { type: "boolean" }, yes: { type: "boolean", short: "y" }, json: { type: "boolean" }, deny: { type: "boolean" }, "ignore-files": { type: "boolean" } },
    });
  } catch {
    throw new CommandError("unknown or incomplete option; see gatelodge agents --help");
  }
}
