import { programName, reachOf, type Connection, type Listener, type Machine, type ProcessSeen } from "./machine.ts";
import type { Output } from "./outputOf.ts";

const powerShell = String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`;
const ask = (question: string) => ["-NoProfile", "-NonInteractive", "-Command", `[Console]::OutputEncoding = [Text.Encoding]::UTF8; ${question} | ConvertTo-Json -Compress`];
const sockets = ask("@(Get-NetTCPConnection -State Listen | Select-Object LocalAddress, LocalPort, OwningProcess)");
const connected = ask("@(Get-NetTCPConnection -State Established | Select-Object RemoteAddress, OwningProcess)");
const running = ask("@(Get-CimInstance Win32_Process | Select-Object ProcessId, ParentProcessId, Name, CommandLine, KernelModeTime, UserModeTime)");
/** Win32_Process counts processor time in units of 100 nanoseconds. */
const units = 10_000_000;

/** PowerShell, as every Windows has it. Never run by us: written from its documentation. */
export function createWindowsMachine(outputOf: Output): Machine {
  return {
    listeners: async () => parseConnections(await outputOf(powerShell, sockets)),
    processes: async () => parseProcesses(await outputOf(powerShell, running)),
    connections: async () => parseConnected(await outputOf(powerShell, connected)),
    // Who has a file open only the kernel's own interfaces tell.
    holders: async () => new Map(),
    gpuSeconds: () => undefined,
  };
}

export const parseConnections = (output: string): readonly Listener[] => rows(output).flatMap(({ LocalAddress: address, LocalPort: port, OwningProcess: pid }) =>
  typeof address === "string" && typeof port === "number" && typeof pid === "number" ? [{ port, ...reachOf(address), pid }] : []);

export const parseConnected = (output: string): readonly Connection[] => rows(output).flatMap(({ RemoteAddress: address, OwningProcess: pid }) => (typeof address === "string" && typeof pid === "number" ? [{ address, pid }] : []));

export const parseProcesses = (output: string): readonly ProcessSeen[] => rows(output).flatMap(({ ProcessId: pid, ParentProcessId: parent, Name: name, CommandLine: line, KernelModeTime: kernel, UserModeTime: user }) =>
  typeof pid === "number" && typeof parent === "number" && typeof name === "string" && pid > 0
    ? [{ pid, parent, name: programName(name), arguments: wordsOf(typeof line === "string" ? line : "").slice(1), cpu: (Number(kernel ?? 0) + Number(user ?? 0)) / units }]
    : []);

const wordsOf = (line: string): readonly string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

/** A single object is no list in PowerShell 5's JSON. */
function rows(output: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const parsed: unknown = JSON.parse(output);
    return (Array.isArray(parsed) ? parsed : [parsed]).filter((row) => typeof row === "object" && row !== null);
  } catch {
    return [];
  }
}
