import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createLinuxMachine, parseConnections } from "../../src/inventory/machine/linux.ts";
import { findPossibleFetches } from "../../src/inventory/repositoryConnections.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const named = (pid: number, name: string) => ({ pid, parent: 1, name, arguments: [], cpu: 0 });

test("who is connected to an address of a place that keeps models may be fetching one; browsers and other addresses are left out", async () => {
  const found = await findPossibleFetches({
    connections: async () => [{ address: "203.0.113.7", pid: 10 }, { address: "203.0.113.7", pid: 10 }, { address: "203.0.113.7", pid: 11 }, { address: "198.51.100.1", pid: 10 }, { address: "2001:db8::7" }],
    processes: async () => [named(10, "python3"), named(11, "firefox")],
    resolve: async (host) => (host === "huggingface.co" ? ["203.0.113.7"] : host === "registry.ollama.ai" ? ["2001:db8::7"] : []),
  });
  assert.deepEqual(found, [{ host: "huggingface.co", certainty: "possible", pid: 10, program: "python3" }, { host: "registry.ollama.ai", certainty: "possible" }]);
});

test("open connections are read with their other end, those on this machine are not, nor sockets that wait", () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:2CAA 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 101 1 0 100 0 0 10 0
   1: 0100007F:2CAA 0100007F:9999 01 00000000:00000000 00:00000000 00000000  1000        0 102 1 0 100 0 0 10 0
   2: 0201A8C0:C350 077100CB:01BB 01 00000000:00000000 00:00000000 00000000  1000        0 103 1 0 100 0 0 10 0
   3: B80D0120000000000000000002000000:C350 B80D0120000000000000000007000000:01BB 01 00000000:00000000 00:00000000 00000000  1000        0 104 1 0 100 0 0 10 0`;
  assert.deepEqual(parseConnections(table), [{ address: "203.0.113.7", inode: "103" }, { address: "2001:db8::7", inode: "104" }]);
});

test("a connection is found with the process that has its socket open", async (context) => {
  const root = temporaryFolder(context);
  for (const folder of ["net", "10/fd"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "net/tcp"), "head\n   2: 0201A8C0:C350 077100CB:01BB 01 00000000:00000000 00:00000000 00000000  1000        0 103 1\n");
  symlinkSync("socket:[103]", join(root, "10/fd/5"));
  assert.deepEqual(await createLinuxMachine(root).connections(), [{ address: "203.0.113.7", pid: 10 }]);
});
