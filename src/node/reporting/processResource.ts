import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Program = "gatelodge-vscode" | "gatelodge-hook" | "gatelodge-gateway";

/** What is said once of all events of this process: nothing of the person, the machine's name or its folders. */
export function createProcessResource(program: Program, dist: string): Readonly<Record<string, string>> {
  return {
    "service.name": program,
    "service.version": readVersion(dist),
    "service.instance.id": randomUUID(),
    "os.type": process.platform,
    "host.arch": process.arch,
  };
}

/** The manifest stands beside the folder of the bundles. */
export function readVersion(dist: string): string {
  try {
    const { version } = JSON.parse(readFileSync(join(dist, "..", "package.json"), "utf8")) as { readonly version?: unknown };
    return typeof version === "string" && /^[\w.+-]{1,40}$/.test(version) ? version : "unknown";
  } catch {
    return "unknown"; // the program was copied away from its package
  }
}
