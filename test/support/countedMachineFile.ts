/** A machine file of the test's own that counts: in a folder where only root could have written it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { machineFileTrust } from "../../src/node/machineFile.ts";

/** `undefined`, and the test skipped: this user cannot write one. */
export function countedMachineFile(context: TestContext, policy: Readonly<Record<string, unknown>>): string | undefined {
  const folder = process.getuid?.() === 0 ? mkdtempSync(join(homedir(), ".gatelodge-test-")) : undefined;
  if (folder !== undefined) {
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, "managed.json");
    writeFileSync(file, JSON.stringify({ version: 1, ...policy }));
    if (machineFileTrust(file, process.platform) === "trusted") return file;
  }
  context.skip("only root can write a machine file that counts");
  return undefined;
}
