import { parseArgs } from "node:util";
import { resolve } from "node:path";
import { renderManagedFiles, type ManagedPlatform } from "../../node/agents/managedFiles.ts";
import { readDeniedNames } from "../../node/agents/deniedNames.ts";
import { machineFilePath } from "../../node/machineFile.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { toEditorPolicies } from "../../node/rollout/editorPolicy.ts";
import { machineFiles, writeMachineFiles } from "../../node/rollout/machineFiles.ts";
import { readAllowedExtensions, readMachineSetup, setupOptions } from "../admin/machineSetup.ts";
import { CommandError, exitCodes, type Command, type CommandContext } from "../command.ts";
import { toPlain, writeText } from "../writeText.ts";

const platforms: readonly ManagedPlatform[] = ["linux", "darwin", "win32"];

const help = `gatelodge admin: files for those who set up other people's machines.

Usage:
  gatelodge admin render --out FOLDER [--platform linux|darwin|win32]
       [--allow-extensions FILE]                        ids or publishers, one a line: no others run in VS Code
       [--organisation ID --endpoint URL --root KEY…    also the machine file, a dev container, and a script that installs
        [--token-file FILE] [--group G…] [--reporting]]  the extension for a user: see docs/rollout.md

Writes below FOLDER, as they belong below the root of a machine (on Windows below C:), the administrator's hooks of every agent that
has such a place, pinned on where the agent knows that, the policy's restricted names in the agents' own lists, policies of VS Code
(new sessions use the Copilot harness, which reads the administrator's hooks; hooks cannot be switched off; what the policy pins) and
the launcher with the hook program. Your device management copies them there, owned by root; gatelodge-vscode.reg and .mobileconfig are imported instead, and
what stands at such a place already is merged by hand. FOLDER must be empty or new. By default for the platform it runs on.

Cursor's, Windsurf's and Augment's files are written after their documentation; their clients were not run. Agents without such a place
(Devin, Droid, Kiro, Antigravity, Junie, Grok Build, Qoder, Kilo, VS Code's older agent) are installed for each user.

Exit codes: ${exitCodes.clean} written, ${exitCodes.trouble} wrong usage or it could not be written.
`;

/** `gatelodge admin`. */
export const admin: Command = {
  name: "admin",
  summary: "write the files by which an organisation gives every user the agents' hooks",
  help,
  run: async (args, context: CommandContext) => {
    const { folder, dist, locations, stdout } = context;
    const { out, platform, values } = readArguments(args);
    const { settings: pins } = createPolicyStore({ locations, platform: process.platform, now: Date.now }).current().policy.pins;
    const setup = readMachineSetup(values, pins, context);
    const machine = setup === undefined ? [] : machineFiles(platform, setup, machineFilePath(platform));
    if ("error" in machine) throw new CommandError(machine.error);
    const written = renderManagedFiles({ out: resolve(folder, out), platform, dist, machineFile: machineFilePath(platform), denied: readDeniedNames(locations, process.platform), policies: toEditorPolicies(pins, readAllowedExtensions(values, context)) });
    if ("error" in written) throw new CommandError(written.error);
    const files = [...new Set([...written.files, ...writeMachineFiles(resolve(folder, out), machine)])].toSorted();
    await writeText(stdout, files.map((file) => `${toPlain(file)}\n`).join(""));
    return exitCodes.clean;
  },
};

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const platform = platforms.find((known) => known === (values.platform ?? process.platform));
  if (positionals.length !== 1 || positionals[0] !== "render" || values.out === undefined) throw new CommandError("say render --out FOLDER; see gatelodge admin --help");
  if (platform === undefined) throw new CommandError("--platform is linux, darwin or win32");
  return { out: values.out, platform, values };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], strict: true, allowPositionals: true, options: { out: { type: "string" }, platform: { type: "string" }, ...setupOptions } });
  } catch {
    throw new CommandError("unknown or incomplete option; see gatelodge admin --help");
  }
}
