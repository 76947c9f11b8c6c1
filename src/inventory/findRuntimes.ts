import type { Load } from "./load.ts";
import type { Listener, Machine, ProcessSeen } from "./machine/machine.ts";
import { askOnce, type Ask } from "./probe.ts";
import type { Identity, ModelSeen, Runtime } from "./runtimes/runtime.ts";

/** A runtime on this machine. */
export interface RuntimeSeen {
  readonly runtime: string;
  readonly name: string;
  readonly version?: string;
  /** `running`: it said so itself; `possible`: a process of that name, or one with a model in its arguments. */
  readonly certainty: "running" | "possible";
  readonly pid?: number;
  readonly port?: number;
  /** Where it answered. */
  readonly loopback?: Listener["loopback"];
  /** Who reaches it; absent: it does not listen. */
  readonly bind?: Listener["bind"];
  readonly models: readonly ModelSeen[];
  /** Absent: nobody has looked twice. */
  readonly load?: Load;
  /** Why we think so, in words of our own. */
  readonly evidence: readonly string[];
}

export interface Finding {
  readonly machine: Pick<Machine, "listeners" | "processes">;
  readonly runtimes: readonly Runtime[];
  readonly askAt: (address: "127.0.0.1" | "::1", port: number) => Ask;
}

/**
 * One round: which runtimes run here. Asked are only the ports that runtimes are known for and those of processes that look
 * like one; a server that is none of them is left alone.
 */
export async function findRuntimes({ machine, runtimes, askAt }: Finding): Promise<readonly RuntimeSeen[]> {
  const [listeners, processes] = await Promise.all([machine.listeners(), machine.processes()]);
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  const places = onePerPort(listeners).map((listener) => ({ listener, process: listener.pid === undefined ? undefined : byPid.get(listener.pid) }));
  const answered = (await Promise.all(places.map((place) => identify(place, runtimes, askAt)))).filter((seen) => seen !== undefined);
  const told = new Set(answered.map(({ pid }) => pid));
  const silent = processes.filter(({ pid, parent }) => !told.has(pid) && !told.has(parent)).flatMap((process) => byProcess(process, runtimes, places.find(({ listener }) => listener.pid === process.pid)?.listener));
  return [...answered, ...withoutChildren(silent, byPid)];
}

interface Place { readonly listener: Listener; readonly process: ProcessSeen | undefined }

async function identify({ listener, process }: Place, runtimes: readonly Runtime[], askAt: Finding["askAt"]): Promise<RuntimeSeen | undefined> {
  const { port, bind, pid, loopback } = listener;
  const ofProcess = process === undefined ? [] : runtimes.filter((runtime) => runtime.isProcess(process));
  // An engine under another name, on any port, with a model among its arguments or in its memory.
  const disguised = ofProcess.length === 0 && process !== undefined && modelsOf(process).length > 0 ? runtimes : [];
  const candidates = [...new Set([...ofProcess, ...runtimes.filter(({ ports }) => ports.includes(port)), ...disguised])];
  if (loopback === undefined || candidates.length === 0) return undefined;
  const ask = askOnce(askAt(loopback, port));
  for (const runtime of candidates) {
    const identity = await runtime.identify(ask);
    if (identity !== undefined) return { ...seenAs(runtime, identity), certainty: "running", port, loopback, bind, ...(pid === undefined ? {} : { pid }), evidence: [`answers as ${runtime.name} on port ${port}`, ...(ofProcess.includes(runtime) ? [`its process is ${process?.name}`] : [])] };
  }
  return undefined;
}

const seenAs = ({ id, name }: Runtime, { version, models }: Identity) => ({ runtime: id, name, models, ...(version === undefined ? {} : { version }) });

function byProcess(process: ProcessSeen, runtimes: readonly Runtime[], listener: Listener | undefined): readonly RuntimeSeen[] {
  const runtime = runtimes.find(({ isProcess }) => isProcess(process));
  const models = modelsOf(process);
  if (runtime === undefined && models.length === 0) return [];
  return [{
    runtime: runtime?.id ?? "unknown",
    name: runtime?.name ?? "a program with a model",
    certainty: "possible",
    pid: process.pid,
    ...(listener === undefined ? {} : { port: listener.port, bind: listener.bind }),
    models: models.filter((model) => /\.(?:gguf|ggml|safetensors|llamafile)$/i.test(model)).map((model) => ({ name: model, state: "loaded" })),
    evidence: [...(runtime === undefined ? [] : [`a process is called as ${runtime.name} is`]), ...(modelArgument(process) === undefined ? [] : ["a model file is among its arguments"]), ...(process.mapped ?? []).map((name) => `${name} is in its memory`)],
  }];
}

/** A program and what it started are one. */
function withoutChildren(seen: readonly RuntimeSeen[], byPid: ReadonlyMap<number, ProcessSeen>): readonly RuntimeSeen[] {
  const runtimeOf = new Map(seen.map(({ pid, runtime }) => [pid, runtime]));
  return seen.filter(({ pid, runtime }) => runtimeOf.get(byPid.get(pid ?? 0)?.parent) !== runtime);
}

/** The name, without its folder, of a model file that a process was started with. */
const modelArgument = ({ arguments: words }: ProcessSeen) => words.map((word) => /(?:^|[/\\=])([^/\\=]+\.(?:gguf|llamafile|safetensors))$/i.exec(word)?.[1]).find((name) => name !== undefined);

const modelsOf = (process: ProcessSeen): readonly string[] => [...new Set([modelArgument(process) ?? [], process.mapped ?? []].flat())];

/** IPv4 and IPv6 of one server are one place; the wider one counts. */
function onePerPort(listeners: readonly Listener[]): readonly Listener[] {
  const places = new Map<string, Listener>();
  for (const listener of listeners) {
    const key = `${listener.port} ${listener.pid ?? ""}`;
    const other = places.get(key);
    const bind = other?.bind === "network" ? "network" : listener.bind;
    const loopback = other?.loopback ?? listener.loopback;
    places.set(key, { ...listener, bind, ...(loopback === undefined ? {} : { loopback }) });
  }
  return [...places.values()];
}
