/** A socket that waits for connections. */
export interface Listener {
  readonly port: number;
  /** An address literal that is ours to ask; absent: it listens on an address of the network only. */
  readonly loopback?: "127.0.0.1" | "::1";
  /** Whether other machines reach it. */
  readonly bind: "loopback" | "network";
  /** Absent: another user's process. */
  readonly pid?: number;
}

/** A connection that a program of this machine has open. */
export interface Connection {
  /** Of the other end, as a literal. */
  readonly address: string;
  readonly pid?: number;
}

export interface ProcessSeen {
  readonly pid: number;
  readonly parent: number;
  /** Base name of the program, without `.exe`. */
  readonly name: string;
  /** Without the program itself. */
  readonly arguments: readonly string[];
  /** Processor time so far, in seconds. */
  readonly cpu: number;
  /** Names of model files and inference libraries that it has open or mapped; absent: nobody looked. */
  readonly mapped?: readonly string[];
}

/** Model files by name, and libraries that run them. */
export const isModelFile = (name: string): boolean => /\.(?:gguf|ggml|safetensors|llamafile)$/i.test(name) || /^(?:lib)?(?:llama|ggml-base|onnxruntime-genai|ctranslate2|mlc_llm)(?:\.v?\d[\d.]*)?\.(?:so|dylib|dll|node)/i.test(name) || /^llama-addon\.node$/i.test(name);

/** What an operating system tells about itself: one file per system. A question it does not answer gives an empty list. */
export interface Machine {
  readonly listeners: () => Promise<readonly Listener[]>;
  readonly processes: () => Promise<readonly ProcessSeen[]>;
  readonly connections: () => Promise<readonly Connection[]>;
  /** Which process has which of these files open. */
  readonly holders: (files: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Time of a graphics processor that a process has used so far; `undefined`: nothing here tells. */
  readonly gpuSeconds: (pid: number) => number | undefined;
}

/** How an address that a socket is bound to can be asked, and by whom. */
export function reachOf(address: string): Pick<Listener, "loopback" | "bind"> {
  if (address === "127.0.0.1" || address === "::1") return { loopback: address, bind: "loopback" };
  if (/^127\.\d+\.\d+\.\d+$/.test(address)) return { bind: "loopback" };
  if (address === "0.0.0.0" || address === "*" || address === "::") return { loopback: "127.0.0.1", bind: "network" };
  return { bind: "network" };
}

/** `C:\…\LM Studio.exe` → `LM Studio`. */
export const programName = (path: string): string => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).replace(/\.exe$/i, "");
