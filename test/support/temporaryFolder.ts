import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** A folder that goes with its test. Real path, so that identities compare. */
export function temporaryFolder(context: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-")));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
