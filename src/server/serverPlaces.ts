import { homedir } from "node:os";
import { parseArgs } from "node:util";
import { locationsFor, type Locations } from "../node/locations.ts";
import { machineFilePath } from "../node/machineFile.ts";

/**
 * Where this user's files are: `--home` and `--machine-file` as the extension gives them; any other editor may leave them
 * out and gets the same places. Options of the transport (--stdio, --node-ipc, --clientProcessId) are the library's.
 */
export function readServerPlaces(args: readonly string[]): Locations {
  const { values } = parseArgs({ args: [...args], strict: false, options: { home: { type: "string" }, "machine-file": { type: "string" } } });
  const { home, "machine-file": machineFile } = values;
  return locationsFor(process.platform, typeof home === "string" ? home : homedir(), typeof machineFile === "string" ? machineFile : machineFilePath(process.platform));
}
