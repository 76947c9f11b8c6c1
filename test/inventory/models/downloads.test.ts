import assert from "node:assert/strict";
import { closeSync, ftruncateSync, mkdirSync, openSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { machineFor } from "../../../src/inventory/machine/machineFor.ts";
import { findDownloads } from "../../../src/inventory/models/downloads.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const nobody = { holders: async () => new Map<string, number>(), processes: async () => [] };
const digest = "ab".repeat(32);

function begin(context: TestContext) {
  const home = temporaryFolder(context);
  return {
    home,
    put: (path: string, minutesOld = 0) => {
      const file = join(home, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "x".repeat(5000));
      const time = Date.now() / 1000 - minutesOld * 60;
      utimesSync(file, time, time);
      return file;
    },
    find: (machine: Parameters<typeof findDownloads>[0]["machine"] = nobody) => findDownloads({ platform: "linux", home, machine, now: Date.now() }),
  };
}

test("what the stores fetch is found by the endings that they give it, and named as far as its place says", async (context) => {
  const { put, find } = begin(context);
  put(`.ollama/models/blobs/sha256-${digest}-partial`);
  put(`.ollama/models/blobs/sha256-${digest}-partial-0`);
  put(".cache/huggingface/hub/models--acme--big--7b/blobs/1234.incomplete", 60);
  put(".lmstudio/models/acme/pocket/pocket.gguf.part");
  put(".local/share/nomic.ai/GPT4All/incomplete-small.gguf");
  put("Downloads/other.gguf.crdownload");
  for (const other of ["Downloads/film.mp4.part", "Documents/x.gguf.part", ".lmstudio/models/acme/pocket/pocket.gguf"]) put(other);
  const found = await find();
  assert.deepEqual(found.map(({ name, store, state }) => `${store} ${name} ${state}`).sort(), ["folder other.gguf running", "gpt4all small.gguf running", "huggingface acme/big/7b left", "lmstudio pocket.gguf running", `ollama sha256-${digest.slice(0, 12)} running`]);
  assert.equal(found.find(({ store }) => store === "ollama")?.digest, digest);
});

test("counted is what lies on the disk, not the length that a program sets at the start; who has the file open is named", { skip: process.platform !== "linux" && "needs /proc" }, async (context) => {
  const { put, find } = begin(context);
  const file = put(".cache/huggingface/hub/models--acme--big/blobs/1.incomplete", 60);
  const open = openSync(file, "r+");
  context.after(() => closeSync(open));
  ftruncateSync(open, 5e9);
  writeSync(open, Buffer.alloc(100_000, 1));
  utimesSync(file, 0, 0);
  const [found] = await find(machineFor(process.platform));
  assert.ok(found!.bytes >= 100_000 && found!.bytes < 1e7, String(found?.bytes));
  assert.deepEqual([found?.state, found?.pid], ["running", process.pid]);
});
