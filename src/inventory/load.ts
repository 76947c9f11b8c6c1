import type { RuntimeSeen } from "./findRuntimes.ts";
import type { Machine, ProcessSeen } from "./machine/machine.ts";

/** How much a program has worked of late, with what it started. */
export interface Load {
  readonly seconds: number;
  /** Of one core, in percent: several cores make more than 100. */
  readonly cpu: number;
  readonly gpu?: number;
}

/** What processes that look like inference have used so far. Nothing of them but numbers. */
export interface LoadSample {
  readonly at: number;
  readonly used: readonly Used[];
}

interface Used { readonly pid: number; readonly cpu: number; readonly gpu?: number }

/** Half a core for half a minute: what no program does that waits to be asked. */
const busy = { percent: 50, seconds: 30 } as const;
export const isBusy = ({ seconds, cpu, gpu = 0 }: Load): boolean => seconds >= busy.seconds && Math.max(cpu, gpu) >= busy.percent;

/** Where nothing looks like inference no process is looked at. */
export async function sampleLoad({ processes, gpuSeconds }: Pick<Machine, "processes" | "gpuSeconds">, runtimes: readonly RuntimeSeen[], at: number): Promise<LoadSample> {
  const pids = runtimes.flatMap(({ pid }) => pid ?? []);
  const all = pids.length === 0 ? [] : await processes();
  return { at, used: pids.map((pid) => usedBy(withChildren(all, pid), pid, gpuSeconds)) };
}

function usedBy(family: readonly ProcessSeen[], pid: number, gpuSeconds: Machine["gpuSeconds"]): Used {
  const gpu = family.flatMap((process) => gpuSeconds(process.pid) ?? []);
  return { pid, cpu: sum(family.map(({ cpu }) => cpu)), ...(gpu.length === 0 ? {} : { gpu: sum(gpu) }) };
}

/** Runtimes with what they used between two samples. One that has ended meanwhile, or began, has none. */
export function withLoad(runtimes: readonly RuntimeSeen[], before: LoadSample | undefined, after: LoadSample): readonly RuntimeSeen[] {
  const seconds = before === undefined ? 0 : (after.at - before.at) / 1000;
  // Less says nothing.
  if (seconds < 1) return runtimes;
  return runtimes.map((runtime) => {
    const [then, now] = [before, after].map((sample) => sample?.used.find(({ pid }) => pid === runtime.pid));
    // Less than before: another program under the same number, or a child that has ended.
    if (then === undefined || now === undefined || now.cpu < then.cpu) return runtime;
    const share = (used: number) => Math.round((100 * used) / seconds);
    const gpu = now.gpu === undefined || then.gpu === undefined || now.gpu < then.gpu ? undefined : share(now.gpu - then.gpu);
    return { ...runtime, load: { seconds: Math.round(seconds), cpu: share(now.cpu - then.cpu), ...(gpu === undefined ? {} : { gpu }) } };
  });
}

function withChildren(all: readonly ProcessSeen[], pid: number): readonly ProcessSeen[] {
  const family = new Set([pid]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const each of all) if (family.has(each.parent)) family.add(each.pid);
  }
  return all.filter((each) => family.has(each.pid));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
