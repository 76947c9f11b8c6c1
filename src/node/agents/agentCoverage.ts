import type { Assistant } from "../../assistants/assistant.ts";
import { plantedChannels } from "../../assistants/plantedQuestions.ts";
import type { Channel } from "../../core/request.ts";
import type { AgentStatus } from "./agentSetup.ts";
import type { SelfTested } from "./selfTest.ts";

/** The words of DESIGN, invariant 10; `unguarded`: there is a lever, and nothing of ours at it. */
export type CoverageWord = "proven" | "self-tested" | "installed" | "advisory" | "unsupported" | "switched off" | "unguarded";

export interface ChannelCoverage {
  readonly channel: Channel;
  readonly word: CoverageWord;
  readonly why?: string;
}

export interface AgentCoverage {
  readonly assistant: string;
  readonly name: string;
  /** Of the client that is here, where it can be told. */
  readonly version?: string;
  /** Version of the client that was itself seen to be denied; absent: none was ever run. */
  readonly provenWith?: string;
  readonly channels: readonly ChannelCoverage[];
  /** What a person can do, one line each. */
  readonly advice: readonly string[];
}

export interface CoverageFacts {
  readonly assistant: Assistant;
  readonly statuses: readonly AgentStatus[];
  /** Absent: not asked. */
  readonly tested?: readonly SelfTested[];
  readonly version?: string;
  readonly platform: NodeJS.Platform;
  /** The policy enforces. */
  readonly enforced: boolean;
}

/** What is guarded of one assistant here, no better than it was seen to be. */
export function toAgentCoverage(facts: CoverageFacts): AgentCoverage | undefined {
  const { assistant: { id, name, installation }, version } = facts;
  if (installation === undefined) return undefined;
  const { provenWith, noLever = {}, planted } = installation;
  const rows = plantedChannels.filter((channel) => channel in planted || channel in noLever).map((channel): ChannelCoverage => {
    const why = noLever[channel];
    return why === undefined ? toRow(facts, channel, provenWith) : { channel, word: "unsupported", why };
  });
  return { assistant: id, name, channels: rows, advice: toAdvice(facts), ...(provenWith === undefined ? {} : { provenWith }), ...(version === undefined ? {} : { version }) };
}

/** Said wherever such a client is named. */
export const unrun = "written after the client's documentation; the client itself was not run";

function toRow({ statuses, tested, version, platform, enforced }: CoverageFacts, channel: Channel, provenWith: string | undefined): ChannelCoverage {
  if (statuses.every(({ state }) => state === "not installed")) return { channel, word: "unguarded", why: "no hook of ours" };
  const [off] = statuses.flatMap(({ switchedOff }) => switchedOff);
  if (off !== undefined) return { channel, word: "switched off", why: `by ${off.file} (${off.what})` };
  if (statuses.some(({ waitsFor }) => waitsFor !== undefined)) return { channel, word: "switched off", why: "its client waits for you to trust the hooks" };
  if (!enforced) return { channel, word: "advisory", why: "the policy only records" };
  if (tested === undefined) return { channel, word: "installed", why: "not asked" };
  const test = tested.find((each) => each.channel === channel);
  if (test === undefined) return { channel, word: "installed", why: "no question is known for it" };
  if (test.problem !== undefined) return { channel, word: "unguarded", why: test.problem };
  if (provenWith === undefined) return { channel, word: "self-tested", why: unrun };
  return { channel, word: version === provenWith && platform === "linux" ? "proven" : "self-tested" };
}

function toAdvice({ assistant: { id, installation }, statuses, tested, version }: CoverageFacts): readonly string[] {
  const states = statuses.map(({ state }) => state);
  const installed = states.some((state) => state !== "not installed");
  const lines = [
    states.every((state) => state === "not installed") ? `gatelodge agents install --agent ${id}` : states.some((state) => state === "drifted" || state === "not installed") ? `gatelodge agents repair --agent ${id}` : undefined,
    ...statuses.map(({ file, state }) => (typeof state === "string" ? undefined : `look at ${file}: ${state.error}`)),
    ...statuses.flatMap(({ switchedOff }) => switchedOff).map(({ file, what }) => `take “${what}” out of ${file}`),
    ...statuses.map(({ waitsFor }) => waitsFor),
    installed && tested?.some(({ problem }) => problem !== undefined) === true ? `gatelodge agents repair --agent ${id}, then gatelodge doctor again; if it stays, look at what the policy allows` : undefined,
    installed && version !== undefined && installation?.provenWith !== undefined && version !== installation.provenWith ? `version ${version} was not itself seen to be denied, ${installation.provenWith} was` : undefined,
  ];
  return [...new Set(lines.flatMap((line) => line ?? []))];
}
