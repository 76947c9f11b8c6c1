import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { test } from "node:test";
import { createLinuxMachine, mappedModels, parseSockets, parseStat } from "../../../src/inventory/machine/linux.ts";

test("listening sockets are read with their address, others are passed over", () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:2CAA 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 101 1 0 100 0 0 10 0
   1: 0100007F:2CAA 0100007F:9999 01 00000000:00000000 00:00000000 00000000  1000        0 102 1 0 100 0 0 10 0
   2: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 103 1
   3: 0000000000000000FFFF00000100007F:1F91 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 104 1
   nonsense`;
  assert.deepEqual(parseSockets(table), [{ port: 11_434, address: "127.0.0.1", inode: "101" }, { port: 8080, address: "::1", inode: "103" }, { port: 8081, address: "127.0.0.1", inode: "104" }]);
});

test("a process whose name has brackets and spaces is read", () => {
  assert.deepEqual(parseStat("42 (a) S (b)) S 7 42 42 0 -1 4194304 1 0 0 0 250 50 0 0 20 0 1 0 9 1000 321 18446744073709551615"), { parent: 7, cpu: 3, pages: 321 });
  assert.equal(parseStat(""), undefined);
});

test("mapped model files and engines are named, once each", () => {
  const line = (path: string) => `7f00-7f01 r--p 00000000 08:01 1234                       ${path}\n`;
  assert.deepEqual(mappedModels(line("/home/a/my models/pocket.gguf") + line("/home/a/my models/pocket.gguf") + line("/usr/lib/libllama.so.1") + line("/usr/lib/libc.so.6")), ["pocket.gguf", "libllama.so.1"]);
});

test("a socket of this machine is found with the process that opened it", { skip: process.platform !== "linux" && "needs /proc" }, async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { readonly port: number };
  const found = (await createLinuxMachine().listeners()).find((listener) => listener.port === port);
  server.close();
  assert.deepEqual(found, { port, bind: "loopback", loopback: "127.0.0.1", pid: process.pid });
});

test("a running process is found with its arguments and its parent", { skip: process.platform !== "linux" && "needs /proc" }, async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "--", "some model.gguf"]);
  const found = (await createLinuxMachine().processes()).find(({ pid }) => pid === child.pid);
  child.kill();
  assert.equal(found?.parent, process.pid);
  assert.equal(found.arguments.at(-1), "some model.gguf");
});
