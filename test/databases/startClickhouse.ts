/** The real engine of ClickHouse behind a front of our own, which `clickhouseFront.mjs` is. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChdb } from "../../scripts/toolchain/chdb.mjs";

export interface RunningClickhouse {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Where the engine cannot be had, why. `folder` keeps the data; without one nothing is kept. */
export async function startClickhouse(folder?: string): Promise<RunningClickhouse | { readonly missing: string }> {
  const chdb = await ensureChdb();
  if ("missing" in chdb) return chdb;
  const data = folder ?? mkdtempSync(join(tmpdir(), "gatelodge-clickhouse-"));
  const front = spawn(process.execPath, [join(import.meta.dirname, "clickhouseFront.mjs"), chdb.folder, data], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => front.once("close", () => resolve()));
  const port = await new Promise<string | undefined>((resolve) => {
    front.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    front.once("close", () => resolve(undefined));
  });
  if (port === undefined) return { missing: "the engine of ClickHouse does not start on this machine" };
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      front.kill("SIGTERM");
      await ended;
      if (folder === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
