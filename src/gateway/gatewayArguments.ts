import { isAbsolute } from "node:path";
import { parseArgs } from "node:util";
import { parseLoopbackAddress, type LoopbackAddress } from "../protocols/loopbackAddress.ts";

/** What the gateway is started with. */
export interface GatewayArguments {
  /** The model servers behind it, on this machine. */
  readonly upstreams: readonly LoopbackAddress[];
  /** 0: any that is free. */
  readonly port: number;
  readonly home: string;
  /** Nobody without a token. */
  readonly clientsOnly: boolean;
  /** Start it as a process of its own, and answer for it if it falls. */
  readonly keep: boolean;
}

const options = { upstream: { type: "string", multiple: true }, "clients-only": { type: "boolean", default: false }, keep: { type: "boolean", default: false }, port: { type: "string", default: "0" }, home: { type: "string" } } as const;

/** Reads `--upstream http://127.0.0.1:11434 [--port N] [--home PATH] [--clients-only] [--keep]`, several upstreams too; an error is a sentence. */
export function parseGatewayArguments(words: readonly string[], userHome: string): GatewayArguments | { readonly error: string } {
  try {
    const { values } = parseArgs({ args: [...words], strict: true, options });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return { error: "--port is a number from 0 to 65535" };
    if (values.keep && port === 0) return { error: "--keep needs --port" };
    const home = values.home ?? userHome;
    if (!isAbsolute(home)) return { error: "--home must be an absolute path" };
    const upstreams = (values.upstream ?? []).map(parseLoopbackAddress);
    const known = upstreams.filter((each) => each !== undefined);
    return known.length === 0 || known.length < upstreams.length ? { error: "--upstream is the address of a model server on this machine, such as http://127.0.0.1:11434" } : { upstreams: known, port, home, clientsOnly: values["clients-only"], keep: values.keep };
  } catch {
    return { error: "usage: gateway --upstream http://127.0.0.1:11434 [--port N] [--home PATH] [--clients-only] [--keep]" };
  }
}
