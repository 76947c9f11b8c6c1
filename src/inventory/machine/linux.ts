import { join } from "node:path";
import { gpuSecondsOf } from "./graphicsTime.ts";
import { inTurns, namesIn, pidsIn, read, targetOf } from "./procFiles.ts";
import { isModelFile, programName, reachOf, type Connection, type Listener, type Machine, type ProcessSeen } from "./machine.ts";

/** `/proc/net/tcp{,6}`: proc(5). States are ESTABLISHED and LISTEN. */
const [established, listening] = ["01", "0A"];
/** Of a clock tick in `/proc/<pid>/stat`, per second: fixed at 100 for what the kernel tells user programs (USER_HZ). */
const ticks = 100;
/** Pages of memory, 4 kB each where editors run, below which nothing that matters can be loaded: 48 MB. */
const smallest = 12_288;

/** Reads `/proc`: no program is started. `root` is `/proc` itself outside tests. */
export function createLinuxMachine(root = "/proc"): Machine {
  return {
    listeners: async () => {
      const sockets = [read(join(root, "net/tcp")), read(join(root, "net/tcp6"))].flatMap(parseSockets);
      const owners = await ownersOf(root, sockets);
      return sockets.map(({ inode, port, address }): Listener => ({ port, ...reachOf(address), ...(owners.has(inode) ? { pid: owners.get(inode)! } : {}) }));
    },
    processes: async () => (await inTurns(pidsIn(root), (pid) => readProcess(root, pid))).filter((found) => found !== undefined),
    connections: async () => {
      const sockets = [read(join(root, "net/tcp")), read(join(root, "net/tcp6"))].flatMap(parseConnections);
      const owners = await ownersOf(root, sockets);
      return sockets.map(({ inode, address }): Connection => ({ address, ...(owners.has(inode) ? { pid: owners.get(inode)! } : {}) }));
    },
    holders: (files) => holdersOf(root, new Set(files), (target) => target),
    gpuSeconds: (pid) => gpuSecondsOf(root, pid),
  };
}

export interface Socket { readonly port: number; readonly address: string; readonly inode: string }

/** The listening sockets of one table. Lines that cannot be read are passed over. */
export function parseSockets(table: string): readonly Socket[] {
  return table.split("\n").slice(1).flatMap((line) => {
    const [, local = "", , state, , , , , , inode = ""] = line.trim().split(/\s+/);
    const [host = "", port = ""] = local.split(":");
    return state === listening && /^\d+$/.test(inode) ? [{ port: Number.parseInt(port, 16), address: toAddress(host), inode }] : [];
  });
}

/** The other ends of open connections, without those on this machine. */
export function parseConnections(table: string): readonly Pick<Socket, "address" | "inode">[] {
  return table.split("\n").slice(1).flatMap((line) => {
    const [, , remote = "", state, , , , , , inode = ""] = line.trim().split(/\s+/);
    const address = toAddress(remote.split(":")[0] ?? "");
    return state === established && /^\d+$/.test(inode) && !/^(?:127\.|::1$)/.test(address) ? [{ address, inode }] : [];
  });
}

/** Words of four bytes, each in the machine's own order: little-endian wherever editors run. */
function toAddress(hex: string): string {
  const bytes = hex.match(/.{8}/g)?.flatMap((word) => [3, 2, 1, 0].map((at) => Number.parseInt(word.slice(2 * at, 2 * at + 2), 16))) ?? [];
  if (bytes.length === 4) return bytes.join(".");
  if (bytes.every((byte) => byte === 0)) return "::";
  if (bytes.slice(0, 15).every((byte) => byte === 0) && bytes[15] === 1) return "::1";
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return mapped ? bytes.slice(12).join(".") : plainIpv6(bytes);
}

/** As names are resolved to: without leading zeros, the longest run of them left out. */
function plainIpv6(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, at) => ((bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0)).toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}

/** Which process holds which socket. */
const ownersOf = (root: string, sockets: readonly Pick<Socket, "inode">[]) => holdersOf(root, new Set(sockets.map(({ inode }) => inode)), (target) => (target.startsWith("socket:[") ? target.slice("socket:[".length, -1) : undefined));

/** Which process has what open. Only our own processes, and all for root. */
async function holdersOf(root: string, wanted: ReadonlySet<string>, named: (target: string) => string | undefined): Promise<ReadonlyMap<string, number>> {
  const holders = new Map<string, number>();
  if (wanted.size === 0) return holders;
  await inTurns(pidsIn(root), (pid) => {
    const folder = `${root}/${pid}/fd`;
    for (const name of namesIn(folder)) {
      const target = named(targetOf(`${folder}/${name}`));
      // A child that inherited it has the larger number, as a rule: the one that opened it counts.
      if (target !== undefined && wanted.has(target)) holders.set(target, Math.min(pid, holders.get(target) ?? pid));
    }
  });
  return holders;
}

function readProcess(root: string, pid: number): ProcessSeen | undefined {
  const parsed = parseStat(read(join(root, String(pid), "stat")));
  const [program = "", ...words] = read(join(root, String(pid), "cmdline")).split("\0");
  // Without a command line it is a thread of the kernel, or gone.
  if (parsed === undefined || program === "") return undefined;
  const mapped = parsed.pages < smallest ? [] : mappedModels(read(join(root, String(pid), "maps")));
  return { pid, name: programName(program), arguments: words.filter((word) => word !== ""), parent: parsed.parent, cpu: parsed.cpu, ...(mapped.length > 0 ? { mapped } : {}) };
}

/** `/proc/<pid>/maps`: the path is the sixth column, and may hold spaces. */
export function mappedModels(maps: string): readonly string[] {
  const names = [...maps.matchAll(/^(?:\S+\s+){5}(\/.*)$/gm)].map(([, path = ""]) => programName(path));
  return [...new Set(names.filter(isModelFile))];
}

/** The name in brackets may hold anything, brackets too: what counts stands behind the last one. */
export function parseStat(stat: string): (Pick<ProcessSeen, "parent" | "cpu"> & { readonly pages: number }) | undefined {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [parent, user, system, pages] = [1, 11, 12, 21].map((at) => Number(fields[at])) as [number, number, number, number];
  return Number.isInteger(parent) && Number.isFinite(user + system) ? { parent, cpu: (user + system) / ticks, pages } : undefined;
}
