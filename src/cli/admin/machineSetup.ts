import type { MachineSetup } from "../../node/rollout/machineFiles.ts";
import { CommandError, type CommandContext } from "../command.ts";
import { readNamed } from "../policy/ownFiles.ts";

export const setupOptions = {
  organisation: { type: "string" }, endpoint: { type: "string" }, root: { type: "string", multiple: true }, "token-file": { type: "string" }, group: { type: "string", multiple: true }, reporting: { type: "boolean" }, "allow-extensions": { type: "string" },
} as const;

interface SetupValues {
  readonly organisation?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly root?: readonly string[] | undefined;
  readonly "token-file"?: string | undefined;
  readonly group?: readonly string[] | undefined;
  readonly reporting?: boolean | undefined;
  readonly "allow-extensions"?: string | undefined;
}

/** What was said of the machines' organisation; `undefined`: nothing. */
export function readMachineSetup(values: SetupValues, pins: MachineSetup["pins"], context: CommandContext): MachineSetup | undefined {
  const { organisation, endpoint, root, "token-file": tokenFile, group, reporting = false } = values;
  if (organisation === undefined) {
    if ([endpoint, root, tokenFile, group].some((value) => value !== undefined) || reporting) throw new CommandError("--organisation is missing; see gatelodge admin --help");
    return undefined;
  }
  if (endpoint === undefined || root === undefined) throw new CommandError("--organisation needs --endpoint and --root, which the collector shows at its first start and on its page Enrolment");
  // On a command line a token is seen by everybody on the machine.
  const enrolmentToken = tokenFile === undefined ? undefined : readNamed(tokenFile, context).trim();
  return {
    organisation: { id: organisation, endpoint, rootKeys: root, ...(enrolmentToken === undefined ? {} : { enrolmentToken }), ...(group === undefined ? {} : { groups: group }) },
    reports: reporting, pins,
  };
}

/** Ids and publishers, one a line; `undefined`: no file was named. */
export function readAllowedExtensions({ "allow-extensions": allowed }: SetupValues, context: CommandContext): readonly string[] | undefined {
  return allowed === undefined ? undefined : readNamed(allowed, context).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
