import { readProgramSource, type ProgramSource } from "./programSource.ts";
import type { McpServer } from "./mcpServer.ts";

/** What is said of a tool server without any value of it. */
export interface ServerFacts {
  readonly evidence: readonly string[];
  readonly risks: readonly string[];
  readonly id?: string;
  readonly version?: string;
  readonly registry?: "npm" | "pypi" | "docker";
  readonly host?: string;
}

const secretName = /(?:^|[_-])(?:token|secret|password|passwd|pat|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|authorization)(?:$|[_-])|^authorization$|apikey/i;
// `${env:NAME}`, `$NAME`, `{env:NAME}`, `%NAME%`: what stands elsewhere.
const reference = /^(?:Bearer\s+|Basic\s+)?(?:\$\{?[\w:.-]+\}?|\{env:\w+\}|%\w+%|<[^>]*>)?$/i;

/** Pinning, reach and powers of a server. `fromWork`: a repository brought it, not the person. */
export function toServerFacts({ start, given, unasked, off }: McpServer, fromWork: boolean): ServerFacts {
  const source = start.kind === "program" ? readProgramSource(start.words) : undefined;
  const secrets = Object.entries(given).filter(([name, value]) => secretName.test(name) && !reference.test(value)).map(([name]) => name.slice(0, 60));
  const { evidence, risks, host } = start.kind === "remote" ? ofRemote(start.url) : source === undefined ? { evidence: ["says neither what it starts nor where it is"], risks: [], host: undefined } : ofProgram(source);
  return {
    // What another registry has under a name is not what the name stands for.
    ...(source?.package === undefined || source.registry === undefined ? {} : { id: source.package, registry: source.registry }), ...(source?.version === undefined ? {} : { version: source.version }),
    ...(host === undefined ? {} : { host }),
    evidence: [...evidence, ...(off ? ["switched off"] : [])],
    risks: [
      ...risks,
      ...(secrets.length === 0 ? [] : [`a secret stands in the file: ${secrets.slice(0, 5).join(", ")}`]),
      ...(unasked === "all" ? ["all its tools are used without asking"] : unasked > 0 ? [`${unasked} of its tools are used without asking`] : []),
      ...(fromWork ? ["comes with the repository"] : []),
    ],
  };
}

type Said = Pick<ServerFacts, "evidence" | "risks" | "host">;

function ofProgram({ program, package: name, version, pinned, throughShell, elsewhere }: ProgramSource): Said {
  const what = name === undefined ? [] : [`runs ${[name, version].filter(Boolean).join(" ")}`];
  return {
    evidence: [`starts ${program.slice(0, 60)}`, ...what, ...(pinned === "local" ? ["its code is on this disk"] : [])],
    risks: [...(pinned === "floating" ? ["its version is not pinned: each start may bring other code"] : []), ...(elsewhere === true ? ["taken from a registry that its command names"] : []), ...(throughShell ? ["started through a shell"] : [])],
  };
}

function ofRemote(text: string): Said {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return { evidence: ["is at an address that cannot be read"], risks: [] };
  const local = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return {
    ...(local ? {} : { host: url.hostname }),
    evidence: [local ? `is on this machine, port ${url.port}` : `is at ${url.hostname}: what it is asked leaves this machine`],
    risks: [...(!local && url.protocol === "http:" ? ["is reached without encryption"] : []), ...(url.password === "" ? [] : ["a password stands in its address"])],
  };
}
