import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { openSqliteStore } from "../../src/collector/sqliteStore.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { signIn } from "./signIn.ts";
import { startCollector } from "./startCollector.ts";

const program = join(import.meta.dirname, "../../dist/collector.cjs");

test("as long as nobody has seen the token of the first start each start makes another, and then none does", (context) => {
  const folder = temporaryFolder(context);
  const open = () => {
    const opened = openSqliteStore(folder);
    context.after(() => opened.store.close());
    return opened;
  };
  const [one, two] = [open(), open()];
  assert.deepEqual([one.first?.isNew, two.first?.isNew], [true, false]);
  assert.deepEqual([two.store.isAdmin(one.first?.adminToken ?? ""), two.store.isAdmin(two.first?.adminToken ?? "")], [false, true]);
  assert.equal(one.store.nameKey(), two.store.nameKey(), "what machines may have got stays");
  void two.first?.shown();
  const three = open();
  assert.deepEqual([three.first, three.store.isAdmin(two.first?.adminToken ?? "")], [undefined, true]);
});

const ended = (started: ReturnType<typeof spawn>) => new Promise((resolve) => started.once("close", resolve));

test("a first start that ends before it shows anything is made good by the next, once", async (context) => {
  const data = temporaryFolder(context);
  const taken = createServer().listen(0, "127.0.0.1");
  context.after(() => taken.close());
  await new Promise((resolve) => taken.once("listening", resolve));
  assert.equal(await ended(spawn(process.execPath, [program, "--data", data, "--port", String((taken.address() as AddressInfo).port)], { stdio: "ignore" })), 2);
  const collector = await startCollector(data);
  context.after(() => collector.stop());
  const { tokens } = await (await signIn(collector)).ask("GET", "/api/enrolment-tokens") as { readonly tokens: readonly { readonly label: string }[] };
  assert.deepEqual([collector.adminToken.length, collector.enrolmentToken.length, tokens.map(({ label }) => label)], [43, 43, ["first"]]);
  await collector.stop();
  const again = await startCollector(data);
  await again.stop();
  assert.equal(again.adminToken, "");
});

test("killed while it makes its database, it has shown its tokens or the next start does", async (context) => {
  const data = temporaryFolder(context);
  const killed = spawn(process.execPath, [program, "--data", data, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const output: Buffer[] = [];
  killed.stdout.on("data", (chunk: Buffer) => void output.push(chunk));
  while (!existsSync(join(data, "control.db"))) await setTimeout(2);
  killed.kill("SIGKILL");
  await ended(killed);
  const next = await startCollector(data);
  await next.stop();
  assert.ok(next.adminToken !== "" || Buffer.concat(output).includes("administrator's token"));
});
