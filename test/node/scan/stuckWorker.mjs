/** Stands in for a scan thread: the same protocol, with jobs that never end, die, or need all memory. */
import { parentPort, workerData } from "node:worker_threads";

parentPort.on("message", (batch) => {
  for (const [index, { text }] of batch.entries()) {
    Atomics.store(workerData.progress, 0, index);
    while (text === "hang");
    if (text === "die") process.exit(1);
    if (text === "grow") for (const all = []; ; ) all.push(Array(1_000_000).fill(0.5));
  }
  parentPort.postMessage(batch.map(({ text }) => ({ kind: "scanned", findings: [], dropped: Number(text) })));
});
