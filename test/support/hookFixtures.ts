import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A payload as a real client sent it; `client` is a folder of test/fixtures/hooks. */
export function readFixture(client: string, name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../fixtures/hooks", client, `${name}.json`), "utf8"));
}
