import { parseArgs } from "node:util";
import type { GatewayTerms } from "../../node/pointing/gatewayTerms.ts";
import { CommandError } from "../command.ts";

const actions = ["start", "stop", "status", "point", "unpoint"] as const;

export interface GatewayWords {
  readonly action: (typeof actions)[number];
  /** As it was said here; what was not is as it was before. */
  readonly port?: number;
  readonly upstreams?: readonly number[];
  readonly agents: readonly string[];
  readonly clientsOnly?: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}

/** Reads `start|stop|status|point|unpoint` and its options; throws a `CommandError` that says what is wrong. */
export function readGatewayWords(words: readonly string[]): GatewayWords {
  const { values, positionals } = parse(words);
  const action = actions.find((known) => known === positionals[0]);
  if (action === undefined || positionals.length > 1) throw new CommandError(`say one of ${actions.join(", ")}; see gatelodge gateway --help`);
  return {
    action, agents: (values.agent ?? []).flatMap((list) => list.split(",")), ...(values["clients-only"] === true ? { clientsOnly: true } : values["all-clients"] === true ? { clientsOnly: false } : {}), dryRun: values["dry-run"] ?? false, yes: values.yes ?? false, json: values.json ?? false,
    ...(values.port === undefined ? {} : { port: toPort(values.port, "--port") }),
    ...(values.upstream === undefined ? {} : { upstreams: values.upstream.map((each) => toPort(each, "--upstream")) }),
  };
}

/** What was said here, before, or as usual, in this order. */
export function termsOf({ port, upstreams, clientsOnly }: GatewayWords, before: GatewayTerms): GatewayTerms {
  return { port: port ?? before.port, upstreams: upstreams ?? before.upstreams, clientsOnly: clientsOnly ?? before.clientsOnly };
}

function toPort(text: string, option: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new CommandError(`${option} is the number of a port on this machine`);
  return port;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words], strict: true, allowPositionals: true,
      options: { port: { type: "string" }, upstream: { type: "string", multiple: true }, agent: { type: "string", multiple: true }, "clients-only": { type: "boolean" }, "all-clients": { type: "boolean" }, "dry-run": { type: "boolean" }, yes: { type: "boolean", short: "y" }, json: { type: "boolean" } },
    });
  } catch {
    throw new CommandError("unknown or incomplete option; see gatelodge gateway --help");
  }
}
