/** End a program with everything it has started: code-server forks, and its forks start shells in sessions of their own. */
import { execFileSync } from "node:child_process";

/** The process ids below `root`, nearest first. */
function descendantsOf(root) {
  const children = new Map();
  for (const line of execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).split("\n")) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    if (pid) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid) => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(root);
}

/** The command lines below `root`, by the last part, which for a test is its file. */
export function whatRunsUnder(root) {
  const pids = new Set(descendantsOf(root).map(String));
  const lines = execFileSync("ps", ["-A", "-ww", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => pids.has(line.trim().split(/\s+/)[0])).map((line) => `  ${line.trim().split(/\s+/).at(-1)}`).join("\n");
}

const isAlive = (pid) => signal(pid, 0);

function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Ask first; after `patience` milliseconds kill what is left. The list is taken before, as orphans change their parent. */
export async function endProcessTree(root, patience = 2500) {
  const all = [root, ...descendantsOf(root)];
  for (const pid of all) signal(pid, "SIGTERM");
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && all.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const pid of all) signal(pid, "SIGKILL");
}

/** The same without waiting, for the moment in which this process itself is about to be gone. */
export function killProcessTree(root) {
  for (const pid of [root, ...descendantsOf(root)]) signal(pid, "SIGKILL");
}
