#!/usr/bin/env node
import { join } from "node:path";
import { parseCollectorArguments, type CollectorArguments } from "./collectorArguments.ts";
import { fillDemo } from "./demo/fillDemo.ts";
import { createCollector } from "./serveCollector.ts";
import { openSqliteStore } from "./sqliteStore.ts";

async function start({ data, port, demo }: CollectorArguments): Promise<void> {
  const { store, views, first } = openSqliteStore(data);
  if (demo !== undefined) {
    // Made-up machines never stand among real ones.
    if (first === undefined) fail("--demo needs a folder without a database");
    fillDemo(demo, { store, views, enrolmentToken: first.enrolmentToken, now: Date.now() });
  }
  const app = createCollector({ store, views, pages: join(import.meta.dirname, "dashboard"), now: Date.now });
  const address = await app.listen({ host: "127.0.0.1", port });
  process.stdout.write(`Gatelodge collector: ${address}\n`);
  if (first !== undefined) process.stdout.write(`Shown once, and kept only as hashes:\n  administrator's token  ${first.adminToken}\n  enrolment token        ${first.enrolmentToken}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void app.close().then(() => {
    store.close();
    process.exit(0);
  }));
}

function fail(message: string): never {
  process.stderr.write(`gatelodge collector: ${message}\n`);
  process.exit(2);
}

const parsed = parseCollectorArguments(process.argv.slice(2), process.cwd());
if ("error" in parsed) fail(parsed.error);
else start(parsed).catch((error: NodeJS.ErrnoException) => fail(error.code === "EADDRINUSE" ? "the port is taken" : `cannot start (${error.code ?? error.name})`));
