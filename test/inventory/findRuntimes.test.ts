import assert from "node:assert/strict";
import { test } from "node:test";
import { findRuntimes } from "../../src/inventory/findRuntimes.ts";
import type { Listener, ProcessSeen } from "../../src/inventory/machine/machine.ts";
import { knownRuntimes } from "../../src/inventory/runtimes/known.ts";
import { servers } from "./servers.ts";

const at = (port: number, pid?: number, bind: Listener["bind"] = "loopback"): Listener => ({ port, loopback: "127.0.0.1", bind, ...(pid === undefined ? {} : { pid }) });
const process = (pid: number, name: string, ...words: readonly string[]): ProcessSeen => ({ pid, parent: 1, name, arguments: words, cpu: 0 });

/** A machine where these answer on these ports. */
async function round(listeners: readonly Listener[], processes: readonly ProcessSeen[], answering: Readonly<Record<number, Readonly<Record<string, unknown>>>>) {
  const asked: string[] = [];
  const seen = await findRuntimes({
    machine: { listeners: () => Promise.resolve(listeners), processes: () => Promise.resolve(processes) },
    runtimes: knownRuntimes,
    askAt: (_, port) => (path) => {
      asked.push(`${port}${path}`);
      const answer = answering[port]?.[path];
      return Promise.resolve(answer === undefined ? undefined : { status: 200, body: typeof answer === "string" ? answer : JSON.stringify(answer), json: typeof answer === "string" ? undefined : answer });
    },
  });
  return { seen, asked };
}

for (const [runtime, { port, answers }] of Object.entries(servers)) {
  test(`${runtime} is named by what it answers on its usual port, without anything known of its process`, async () => {
    const { seen } = await round([at(port)], [], { [port]: answers });
    assert.deepEqual(seen.map(({ runtime: id, certainty }) => [id, certainty]), [[runtime, "running"]]);
    assert.ok((seen[0]?.models.length ?? 0) > 0);
  });
}

test("Ollama's models are told apart: loaded, stored, and run in somebody's cloud", async () => {
  const { seen } = await round([at(11_434, 5)], [process(5, "ollama", "serve")], { 11_434: servers["ollama"]!.answers });
  assert.deepEqual(seen[0]?.models, [
    { name: "qwen3:8b", state: "loaded", parameters: "8.2B", quantization: "Q4_K_M", bytes: 5_200_000_000, digest: "aa" },
    { name: "gpt-oss:120b-cloud", state: "stored", remote: "ollama.com" },
  ]);
});

test("a web server on a known port is left unnamed", async () => {
  const html = "<html>hello</html>";
  const { seen } = await round([at(8080, 9), at(11_434), at(1234)], [process(9, "node", "server.js")], { 8080: { "/": html, "/v1/models": html, "/system": { status: "up" } }, 11_434: { "/": html }, 1234: { "/lmstudio-greeting": { ok: true } } });
  assert.deepEqual(seen, []);
});

test("a renamed engine on an odd port is named, by the model among its arguments or in its memory", async () => {
  for (const worker of [process(9, "worker", "-m", "/x/pocket.gguf"), { ...process(9, "worker"), mapped: ["pocket.gguf"] }]) {
    const { seen } = await round([at(43_210, 9)], [worker], { 43_210: servers["llama.cpp"]!.answers });
    assert.deepEqual(seen.map(({ runtime, certainty, port, pid }) => ({ runtime, certainty, port, pid })), [{ runtime: "llama.cpp", certainty: "running", port: 43_210, pid: 9 }]);
  }
});

test("ports that mean nothing to us are not asked", async () => {
  assert.deepEqual((await round([at(5432, 7), at(3000, 8)], [process(7, "postgres"), process(8, "node", "app.js")], {})).asked, []);
});

test("an address of the network only is not asked, its process still counts", async () => {
  const { seen, asked } = await round([{ port: 11_434, bind: "network", pid: 5 }], [process(5, "ollama", "serve")], {});
  assert.deepEqual([asked, seen.map(({ runtime, certainty, bind }) => [runtime, certainty, bind])], [[], [["ollama", "possible", "network"]]]);
});

test("a server that other machines reach is said to be", async () => {
  const { seen } = await round([at(11_434, 5, "network")], [process(5, "ollama", "serve")], { 11_434: servers["ollama"]!.answers });
  assert.equal(seen[0]?.bind, "network");
});

test("what a runtime started is part of it", async () => {
  const runner = { ...process(6, "ollama", "runner", "--model", "/blobs/x.gguf"), parent: 5 };
  assert.equal((await round([at(11_434, 5)], [process(5, "ollama", "serve"), runner], { 11_434: servers["ollama"]!.answers })).seen.length, 1);
  assert.equal((await round([], [process(5, "ollama", "serve"), runner], {})).seen.length, 1);
});

test("inference inside of a program is possible where a model is in its memory", async () => {
  const { seen } = await round([], [{ ...process(9, "node", "app.js"), mapped: ["pocket.gguf", "libllama.so"] }], {});
  assert.deepEqual(seen.map(({ runtime, certainty, models }) => ({ runtime, certainty, models })), [{ runtime: "unknown", certainty: "possible", models: [{ name: "pocket.gguf", state: "loaded" }] }]);
});
