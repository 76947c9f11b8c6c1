import { commonPrograms, knownAgents, type KnownAgent, type Registry } from "./knownAgents.ts";

const folded = (name: string) => name.slice(name.lastIndexOf("/") + 1).toLowerCase().replaceAll(/[^a-z0-9]/g, "");

// From this length on one letter more, less or other is no other word.
const longEnough = 8;

/** What a package is that is none of an agent's but is called like one. */
export interface LookAlike {
  readonly agent: KnownAgent;
  /** What the agent is published as; absent: in no registry. */
  readonly published?: string;
}

const names = knownAgents.flatMap((agent) => [...agent.packages.map(({ name }) => name), ...agent.programs.filter((program) => !commonPrograms.has(program))].map((name) => ({ agent, key: folded(name) })));

/** Whether a package of a registry is called as an agent's package or program is, or nearly so, and is none of its packages. */
export function lookAlike(registry: Registry, name: string): LookAlike | undefined {
  const key = folded(name);
  const near = names.find((each) => each.key === key || (key.length >= longEnough && isOneEdit(each.key, key)));
  if (near === undefined || knownAgents.some(({ packages }) => packages.some((each) => each.registry === registry && each.name === name))) return undefined;
  const published = near.agent.packages[0]?.name;
  return { agent: near.agent, ...(published === undefined ? {} : { published }) };
}

/** Whether one letter makes the one from the other: added, left out, changed, or two beside each other exchanged. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const from = sameStart(a, b);
  const tail = (text: string, skip: number) => text.slice(from + skip);
  if (a.length !== b.length) return a.length > b.length ? tail(a, 1) === tail(b, 0) : tail(a, 0) === tail(b, 1);
  return tail(a, 1) === tail(b, 1) || (a[from] === b[from + 1] && a[from + 1] === b[from] && tail(a, 2) === tail(b, 2));
}

function sameStart(a: string, b: string): number {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return at;
  return a.length;
}
