/** The language server as it ships, over thousands of documents. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { waitFor } from "../editor/waitFor.ts";
import { buildServerBundle } from "../support/serverBundle.ts";
import { fileUri, startLanguageServer } from "../support/languageServer.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundle = buildServerBundle();
after(() => bundle.remove());
const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;

test("after 5,000 documents opened and closed the server holds no more than after 1,000", async (context) => {
  const home = temporaryFolder(context);
  const memoryFile = join(home, "memory.json");
  const server = startLanguageServer(bundle.file, home, { commands: true }, { GATELODGE_TEST_MEMORY: memoryFile, NODE_OPTIONS: `--require ${join(import.meta.dirname, "memoryProbe.cjs")}` });
  context.after(() => server.stop());
  await server.start();
  const memory = async () => {
    rmSync(memoryFile, { force: true });
    process.kill(server.pid!, "SIGUSR2");
    await waitFor("the server's memory", () => existsSync(memoryFile));
    const { heapUsed, external } = JSON.parse(readFileSync(memoryFile, "utf8")) as NodeJS.MemoryUsage;
    return heapUsed + external;
  };
  const openAndClose = async (from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      const uri = fileUri(home, `file${index}.ts`);
      // One in ten is waited for; the others are closed before, while or after they are looked through.
      const answer = index % 10 === 0 ? server.diagnostics(uri, 1) : undefined;
      server.open(uri, "typescript", `const token${index} = "${token}";\n${"// some text\n".repeat(500)}`);
      const found = await answer;
      if (found !== undefined) assert.equal(found.diagnostics.length, 1);
      server.close(uri);
    }
    const uri = fileUri(home, "last.ts");
    const last = server.diagnostics(uri, to);
    server.open(uri, "typescript", `const token = "${token}";\n`, to);
    assert.equal((await last).diagnostics.length, 1);
    server.close(uri);
  };
  await openAndClose(0, 1000);
  const early = await memory();
  await openAndClose(1000, 5000);
  const late = await memory();
  // What 4,000 documents of 7 kB would leave behind is 28 MB.
  assert.ok(late - early < 2_000_000, `${early} bytes after 1,000, ${late} after 5,000`);
  context.diagnostic(`${Math.round(early / 1000)} kB after 1,000 documents, ${Math.round(late / 1000)} kB after 5,000`);
});
