import { gzipSync } from "node:zlib";
import { isSafeEndpoint } from "../../core/policy/checkEndpoints.ts";
import { CommandError, type CommandContext } from "../command.ts";
import { needed, oneFile, type PolicyArguments } from "./policyArguments.ts";
import { readSigned } from "./signPolicyFile.ts";

const patience = 30_000;

/** Hands a signed policy to the collector, where somebody publishes it. It needs no account: what the organisation's key has signed speaks for itself. */
export async function publishSigned(args: PolicyArguments, context: CommandContext, fetch: typeof globalThis.fetch): Promise<{ readonly taken: boolean; readonly text: string }> {
  const endpoint = needed(args, "endpoint").replace(/\/+$/, "");
  if (!isSafeEndpoint(endpoint)) throw new CommandError("--endpoint is an https address (http only on this machine)");
  const body = gzipSync(JSON.stringify(readSigned(oneFile(args), context)));
  const answer = await fetch(`${endpoint}/v1/policy`, { method: "POST", headers: { "content-type": "application/json", "content-encoding": "gzip" }, body, redirect: "manual", signal: AbortSignal.timeout(patience) }).catch(() => undefined);
  if (answer === undefined) throw new CommandError("the endpoint could not be asked");
  const { id, state, message } = ((await answer.json().catch(() => undefined)) ?? {}) as Readonly<Record<string, unknown>>;
  if (answer.ok && typeof id === "number") return { taken: true, text: state === "pending" ? `proposal ${id}: an approver publishes it on the page Policy` : `it was handed in before, as proposal ${id}` };
  return { taken: false, text: `it was not taken: ${typeof message === "string" ? message : `the endpoint answered ${answer.status}`}` };
}
