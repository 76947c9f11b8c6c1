import { readdirSync, readFileSync } from "node:fs";

/** Kills what serves on a port behind its keeper, as the system would that is out of memory. Linux only. */
export function endGateway(port: number): void {
  const ended = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((name) => {
    const words = wordsOf(name);
    return words[words.indexOf("--port") + 1] === String(port) && words.some((word) => word.endsWith("gateway.cjs")) && !words.includes("--keep");
  });
  if (ended.length !== 1) throw new Error(`${ended.length} gateways on this port`);
  process.kill(Number(ended[0]), "SIGKILL");
}

function wordsOf(id: string): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
  } catch {
    return []; // it has ended
  }
}
