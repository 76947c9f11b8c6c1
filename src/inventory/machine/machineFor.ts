import { createDarwinMachine } from "./darwin.ts";
import { createLinuxMachine } from "./linux.ts";
import type { Machine } from "./machine.ts";
import { outputOf } from "./outputOf.ts";
import { createWindowsMachine } from "./windows.ts";

/** The machine we run on. Systems that are neither macOS nor Windows are asked as Linux is. */
export function machineFor(platform: NodeJS.Platform): Machine {
  if (platform === "darwin") return createDarwinMachine(outputOf);
  return platform === "win32" ? createWindowsMachine(outputOf) : createLinuxMachine();
}
