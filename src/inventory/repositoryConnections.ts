import type { Connection, ProcessSeen } from "./machine/machine.ts";

/** A program that is connected to an address behind which models are kept. Many others may be behind the same one. */
export interface PossibleFetch {
  readonly host: string;
  readonly pid?: number;
  readonly program?: string;
  readonly certainty: "possible";
}

/** Where models are fetched from: huggingface_hub's and Ollama's own settings, LM Studio's and GPT4All's catalogues. */
export const modelHosts: readonly string[] = ["huggingface.co", "cdn-lfs.huggingface.co", "cdn-lfs.hf.co", "cas-bridge.xethub.hf.co", "hf-mirror.com", "registry.ollama.ai", "ollama.com", "modelscope.cn", "www.modelscope.cn", "gpt4all.io", "civitai.com"];

/** Programs that people look at such places with. */
const browser = /^(?:chrom(?:e|ium)|google chrome|firefox|msedge|microsoft edge|safari|brave|opera|vivaldi)/i;

interface ConnectionParts {
  readonly connections: () => Promise<readonly Connection[]>;
  readonly processes: () => Promise<readonly ProcessSeen[]>;
  /** Addresses of a name, now; none where nobody answers. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
}

/** Who is connected to what the names of these hosts lead to at this moment. Browsers are left out. */
export async function findPossibleFetches({ connections, processes, resolve }: ConnectionParts): Promise<readonly PossibleFetch[]> {
  const [open, all, named] = await Promise.all([connections(), processes(), Promise.all(modelHosts.map(async (host) => (await resolve(host)).map((address) => [address, host] as const)))]);
  const hosts = new Map(named.flat());
  const byPid = new Map(all.map((process) => [process.pid, process]));
  const found = open.flatMap(({ address, pid }): readonly PossibleFetch[] => {
    const host = hosts.get(address);
    const program = pid === undefined ? undefined : byPid.get(pid)?.name;
    if (host === undefined || (program !== undefined && browser.test(program))) return [];
    return [{ host, certainty: "possible", ...(pid === undefined ? {} : { pid }), ...(program === undefined ? {} : { program }) }];
  });
  return [...new Map(found.map((each) => [`${each.host} ${each.pid ?? ""}`, each])).values()];
}
