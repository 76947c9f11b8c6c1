import { programName, reachOf, type Connection, type Listener, type Machine, type ProcessSeen } from "./machine.ts";
import type { Output } from "./outputOf.ts";

/** `lsof` and `ps`, as every Mac has them. Never run by us: written from their manuals. */
export function createDarwinMachine(outputOf: Output): Machine {
  return {
    listeners: async () => parseLsof(await outputOf("/usr/sbin/lsof", ["-nP", "-iTCP", "-sTCP:LISTEN", "-F", "pn"])),
    processes: async () => parsePs(await outputOf("/bin/ps", ["-axwwo", "pid=,ppid=,time=,command="])),
    connections: async () => parseConnected(await outputOf("/usr/sbin/lsof", ["-nP", "-iTCP", "-sTCP:ESTABLISHED", "-F", "pn"])),
    holders: async (files) => (files.length === 0 ? new Map() : parseHolders(await outputOf("/usr/sbin/lsof", ["-F", "pn", "--", ...files]))),
    gpuSeconds: () => undefined,
  };
}

/** `lsof -F pn`: lines begin with what they are: `p` a process, `n` a name (`127.0.0.1:11434`, `*:8080`, `[::1]:1234`). */
export function parseLsof(output: string): readonly Listener[] {
  const state = { pid: 0 };
  return output.split("\n").flatMap((line) => {
    if (line.startsWith("p")) state.pid = Number(line.slice(1));
    const [, address, port] = /^n\[?(.+?)\]?:(\d+)$/.exec(line) ?? [];
    return address === undefined ? [] : [{ port: Number(port), ...reachOf(address), pid: state.pid }];
  });
}

/** `n` names both ends: `192.168.1.2:50000->3.4.5.6:443`. */
export function parseConnected(output: string): readonly Connection[] {
  const state = { pid: 0 };
  return output.split("\n").flatMap((line) => {
    if (line.startsWith("p")) state.pid = Number(line.slice(1));
    const [, address] = /^n.*->\[?(.+?)\]?:\d+$/.exec(line) ?? [];
    return address === undefined ? [] : [{ address, pid: state.pid }];
  });
}

/** `lsof -F pn -- FILE…`: the first process that has it open. */
export function parseHolders(output: string): ReadonlyMap<string, number> {
  const state = { pid: 0 };
  const holders = new Map<string, number>();
  for (const line of output.split("\n")) {
    if (line.startsWith("p")) state.pid = Number(line.slice(1));
    if (line.startsWith("n") && !holders.has(line.slice(1))) holders.set(line.slice(1), state.pid);
  }
  return holders;
}

/** `ps -o pid=,ppid=,time=,command=`. A path with spaces cannot be told from arguments: an application's ends at its folder `MacOS`. */
export function parsePs(output: string): readonly ProcessSeen[] {
  return output.split("\n").flatMap((line) => {
    const [, pid, parent, time = "", command = ""] = /^\s*(\d+)\s+(\d+)\s+([\d:.-]+)\s+(.+)$/.exec(line) ?? [];
    if (pid === undefined) return [];
    const program = /^\/.*?\/Contents\/MacOS\/.*?(?= -|$)/.exec(command)?.[0] ?? command.split(" ")[0] ?? "";
    return [{ pid: Number(pid), parent: Number(parent), name: programName(program), arguments: command.slice(program.length).split(" ").filter((word) => word !== ""), cpu: toSeconds(time) }];
  });
}

/** `[[days-]hours:]minutes:seconds[.hundredths]`. */
function toSeconds(time: string): number {
  const [clock = "", days = "0"] = time.split("-").toReversed();
  return Number(days) * 86_400 + clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}
