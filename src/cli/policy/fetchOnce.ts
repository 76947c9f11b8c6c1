import { readVersion } from "../../node/reporting/processResource.ts";
import { machineFileTrust } from "../../node/machineFile.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { createPolicyFetch } from "../../node/trust/createPolicyFetch.ts";
import type { OrganisationState } from "../../node/trust/organisationReader.ts";
import type { PolicyOutcome } from "../../node/trust/policyRun.ts";
import { CommandError, type CommandContext } from "../command.ts";
import { needed, type PolicyArguments } from "./policyArguments.ts";

/** Asks the endpoint now. With `--endpoint` for the first time, where no machine file has a say: its keys are then kept. */
export async function fetchOnce(args: PolicyArguments, { locations, dist }: CommandContext, fetch: typeof globalThis.fetch): Promise<PolicyOutcome> {
  const { endpoint, token } = args.values;
  const policies = createPolicyStore({ locations, platform: process.platform, now: Date.now });
  const first = endpoint === undefined ? undefined : toFirst(endpoint, needed(args, "organisation"), token);
  if (first !== undefined && (policies.current().organisation !== undefined || machineFileTrust(locations.machineFile, process.platform) === "trusted")) throw new CommandError("whose policy counts here is decided already; leave --endpoint away");
  const run = createPolicyFetch({
    locations, fetch, now: Date.now, random: Math.random, organisation: () => first ?? policies.current().organisation,
    host: { os: process.platform, arch: process.arch, guardVersion: readVersion(dist) },
  });
  return run.ask();
}

function toFirst(endpoint: string, organisation: string, token: string | undefined): OrganisationState {
  return { trusted: { organisation, endpoint, roots: [], pinnedByRoot: false, byMachineFile: false, ...(token === undefined ? {} : { enrolmentToken: token }) }, condition: "missing", stamp: "" };
}
