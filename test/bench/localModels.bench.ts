/** One round of looking for model servers on a machine with 150 processes, as /proc shows them, and the head of a model of 5 GB. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRuntimes } from "../../src/inventory/findRuntimes.ts";
import { createLinuxMachine } from "../../src/inventory/machine/linux.ts";
import { readModelHead } from "../../src/inventory/models/readModelHead.ts";
import { createAsk } from "../../src/inventory/probe.ts";
import { knownRuntimes } from "../../src/inventory/runtimes/known.ts";
import { ggufBytes } from "../inventory/models/ggufBytes.ts";
import { report } from "./report.ts";

const processes = 150;
const filesOfEach = 40;
const listeners = 20;
const rounds = 15;
const tokens = 50_000;

const folder = mkdtempSync(join(tmpdir(), "gatelodge-bench-models-"));
try {
  fillProc(join(folder, "proc"));
  const machine = createLinuxMachine(join(folder, "proc"));
  const round = () => findRuntimes({ machine, runtimes: knownRuntimes, askAt: createAsk });
  report({ name: `model servers, ${processes} processes, one round: CPU`, value: await best(round, () => process.cpuUsage(), (since) => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
  }), unit: "ms", atMost: 60 });
  const model = join(folder, "large.gguf");
  writeFileSync(model, ggufBytes({ texts: { "general.name": "Large" }, vocabulary: tokens, shapes: [[1000, 1000]] }));
  truncateSync(model, 5e9);
  report({ name: `head of a model of 5 GB with ${tokens} tokens`, value: await best(() => readModelHead(model), () => performance.now(), (since) => performance.now() - since), unit: "ms", atMost: 15 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The best of some rounds: on a busy machine the others measure the neighbours. */
async function best<T>(work: () => Promise<unknown>, start: () => T, since: (begun: T) => number): Promise<number> {
  const samples: number[] = [];
  for (let done = 0; done < rounds; done += 1) {
    const begun = start();
    await work();
    samples.push(since(begun));
  }
  return Math.min(...samples);
}

/** Ports of servers that we know are among the listeners, and nobody answers there; one process is large enough to have a model in its memory. */
function fillProc(root: string): void {
  const ports = [11_434, 8080, 1234, ...Array.from({ length: listeners - 3 }, (_, index) => 40_000 + index)];
  mkdirSync(join(root, "net"), { recursive: true });
  writeFileSync(join(root, "net/tcp"), ["  sl", ...ports.map((port, index) => ` ${index}: 0100007F:${port.toString(16).toUpperCase().padStart(4, "0")} 00000000:0000 0A 00000000:00000000 00:00000000 00000000 1000 0 ${9000 + index} 1 0 100 0 0 10 0`)].join("\n"));
  writeFileSync(join(root, "net/tcp6"), "  sl\n");
  for (let pid = 1; pid <= processes; pid += 1) {
    const own = join(root, String(pid));
    mkdirSync(join(own, "fd"), { recursive: true });
    writeFileSync(join(own, "stat"), `${pid} (worker) S 1 ${pid} ${pid} 0 -1 4194304 1 0 0 0 250 50 0 0 20 0 1 0 9 1000 ${pid % 10 === 0 ? 50_000 : 1000} 18446744073709551615`);
    writeFileSync(join(own, "cmdline"), ["/usr/lib/program/worker", "--type=renderer", `--id=${pid}`].join("\0"));
    writeFileSync(join(own, "maps"), Array.from({ length: 400 }, (_, at) => `7f${at.toString(16).padStart(4, "0")}000-7f${at.toString(16).padStart(4, "0")}fff r--p 00000000 08:01 ${at}                       /usr/lib/library${at % 60}.so\n`).join(""));
    for (let file = 0; file < filesOfEach; file += 1) symlinkSync(file === 3 && pid % 7 === 0 ? `socket:[${9000 + pid / 7 - 1}]` : `/dev/null`, join(own, "fd", String(file)));
  }
}
