/** macOS and Windows were not run: their outputs are written from the manuals of `lsof`, `ps` and PowerShell. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseConnected as parseLsofConnected, parseHolders, parseLsof, parsePs } from "../../../src/inventory/machine/darwin.ts";
import { parseConnected, parseConnections, parseProcesses } from "../../../src/inventory/machine/windows.ts";

test("lsof's sockets belong to the process before them", () => {
  assert.deepEqual(parseLsof("p501\nf3\nn127.0.0.1:11434\np777\nf9\nn*:8080\nf10\nn[::1]:1234\n"), [
    { port: 11_434, loopback: "127.0.0.1", bind: "loopback", pid: 501 },
    { port: 8080, loopback: "127.0.0.1", bind: "network", pid: 777 },
    { port: 1234, loopback: "::1", bind: "loopback", pid: 777 },
  ]);
});

test("lsof's first process with a file open holds it", () => {
  assert.deepEqual([...parseHolders("p501\nf3\nn/models/a b.part\np777\nf9\nn/models/a b.part\n")], [["/models/a b.part", 501]]);
});

test("open connections are read with the process that has them", () => {
  assert.deepEqual(parseLsofConnected("p501\nf3\nn192.0.2.1:50000->203.0.113.7:443\nn[2001:db8::2]:50001->[2001:db8::7]:443\n"), [{ address: "203.0.113.7", pid: 501 }, { address: "2001:db8::7", pid: 501 }]);
  assert.deepEqual(parseConnected('[{"RemoteAddress":"203.0.113.7","OwningProcess":10}]'), [{ address: "203.0.113.7", pid: 10 }]);
});

test("ps tells programs with spaces in their path by their application's folder", () => {
  assert.deepEqual(parsePs("  501     1   1:02.50 /Applications/LM Studio.app/Contents/MacOS/LM Studio --run-as-service\n 77 501 1-01:00:00 /usr/local/bin/ollama serve\n\n"), [
    { pid: 501, parent: 1, name: "LM Studio", arguments: ["--run-as-service"], cpu: 62.5 },
    { pid: 77, parent: 501, name: "ollama", arguments: ["serve"], cpu: 90_000 },
  ]);
});

test("PowerShell's single row is a list of one, and quoted paths are one word", () => {
  assert.deepEqual(parseConnections('{"LocalAddress":"0.0.0.0","LocalPort":11434,"OwningProcess":10}'), [{ port: 11_434, loopback: "127.0.0.1", bind: "network", pid: 10 }]);
  assert.deepEqual(parseProcesses(String.raw`[{"ProcessId":10,"ParentProcessId":4,"Name":"ollama.exe","CommandLine":"\"C:\\Program Files\\Ollama\\ollama.exe\" serve","KernelModeTime":10000000,"UserModeTime":5000000},{"ProcessId":0,"ParentProcessId":0,"Name":"System Idle Process","CommandLine":null}]`), [
    { pid: 10, parent: 4, name: "ollama", arguments: ["serve"], cpu: 1.5 },
  ]);
  for (const output of ["", "Access denied", "[1,null]"]) assert.deepEqual([parseConnections(output), parseProcesses(output)], [[], []]);
});
