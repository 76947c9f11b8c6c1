import type { StoredEvent } from "../eventStore.ts";
import { chance, pick, type Random } from "./random.ts";

/** How the guard of a made-up machine fares. Most are fine. */
type Fate = "fine" | "never" | "silent" | "quiet" | "tampered" | "hooksOff" | "serverStopped" | "losing" | "doorsOff";

type Attributes = StoredEvent["attributes"];
const day = 86_400_000;
const history = 28;
const fates: readonly (readonly [Fate, number])[] = [["never", 0.008], ["silent", 0.03], ["quiet", 0.006], ["tampered", 0.002], ["hooksOff", 0.006], ["serverStopped", 0.004], ["losing", 0.003], ["doorsOff", 0.03], ["fine", 1]];
const assistants: readonly (readonly [string, number])[] = [["github-copilot", 0.8], ["claude-code", 0.35], ["codex", 0.12], ["cursor", 0.1], ["gemini-cli", 0.05], ["continue", 0.03], ["aider", 0.001], ["other", 0.02]];
const rules = [["secrets", "redact", "chat", "restricted"], ["above-ceiling", "block", "fileRead", "restricted"], ["above-ceiling", "block", "completion", "confidential"], ["copied-secrets", "warn", "clipboard", "internal"], ["personal-data", "redact", "prompt", "restricted"], ["possible-secrets", "warn", "chat", "internal"], ["hidden-text", "warn", "mcp", "internal"], ["self-protection", "block", "shell", "internal"], ["otherwise", "none", "shell", "internal"]] as const;
const items: readonly (readonly [kind: string, name: string, share: number, standing?: string])[] = [
  ["runtime", "ollama", 0.12, "approved"], ["runtime", "lmstudio", 0.04, "denied"], ["model", "qwen", 0.08], ["model", "llama", 0.06], ["model", "gpt-oss", 0.03], ["model", "deepseek", 0.02, "denied"], ["model", "other", 0.02],
  ["mcpServer", "@playwright/mcp", 0.15, "approved"], ["mcpServer", "@modelcontextprotocol/server-filesystem", 0.06], ["mcpServer", "other", 0.05], ["agent", "claude-code", 0.35, "approved"], ["agent", "other", 0.01, "denied"], ["extension", "cline", 0.02, "denied"],
];
const hooked = new Set(["claude-code", "codex", "gemini-cli"]);

/** Events of one made-up machine of the last four weeks, in order; with the same `random` the same. */
export function createDemoEvents(random: Random, now: number): readonly StoredEvent[] {
  const used = assistants.filter(([, share]) => chance(random, share)).map(([id]) => id);
  const fate = fates.find(([, share]) => chance(random, share))?.[0] ?? "fine";
  if (fate === "never") return [];
  const state = { number: 0 };
  const event = (name: string, time: number, attributes: Attributes): StoredEvent => {
    const id = `demo-${state.number++}-${Math.floor(random() * 1e12).toString(36)}`;
    return { id, name: `gatelodge.${name}`, time, attributes: { "gatelodge.event.id": id, ...attributes } };
  };
  // Somebody who went silent reports nothing any more; a guard that is quiet lets the hooks report.
  const last = fate === "silent" ? now - (4 + Math.floor(random() * 12)) * day : now - Math.floor(random() * 0.4 * day);
  const days = Array.from({ length: history }, (_, index) => last - (history - 1 - index) * day).filter((time) => ![0, 6].includes(new Date(time).getUTCDay()));
  return [
    ...days.flatMap((time) => [...used.map((assistant) => event("usage.hourly", time, toUsage(random, assistant))), ...(chance(random, 0.35) ? [event("decision", time + Math.floor(random() * 3_600_000), toDecision(random, pick(random, used) ?? "github-copilot"))] : [])]).filter(({ time }) => time <= now),
    ...(chance(random, 0.04) ? [event("override", last - 2 * day, { "gatelodge.rule.id": "secrets", "gatelodge.override.minutes": 15 })] : []),
    ...(chance(random, 0.01) ? [event("policy.rejected", last - day, { "gatelodge.policy.layer": "repository", "gatelodge.policy.problem": "ignored" })] : []),
    ...(fate === "tampered" ? [event("tamper", last - day, { "gatelodge.tamper.kind": pick(random, ["hooksChanged", "hooksSwitchedOff", "programChanged"]) ?? "", "gatelodge.assistant.id": "claude-code" })] : []),
    ...(fate === "losing" ? [event("loss", last, { "gatelodge.loss.reason": "unwritable", "gatelodge.loss.count": 3 })] : []),
    ...items.filter(([, , share]) => chance(random, share)).map(([kind, name, , standing = "unknown"]) => event("inventory", last, { "gatelodge.item.kind": kind, "gatelodge.item.name": name, ...(name === "other" ? { "gatelodge.item.key": pick(random, ["demo-51c7", "demo-e09b"]) ?? "" } : {}), "gatelodge.item.standing": standing, "gatelodge.item.running": chance(random, 0.2), "gatelodge.item.exposed": false, "gatelodge.item.remote": false, "gatelodge.item.risks": 0 })),
    ...(used.includes("claude-code") ? [event("assistant.telemetry", last, { "gatelodge.assistant.id": "claude-code", "gatelodge.telemetry.activity": "request", "gatelodge.telemetry.count": 1 + Math.floor(random() * 60) })] : []),
    event("heartbeat", fate === "quiet" ? last - 6 * day : last, toHeartbeat(random, fate, used.filter((id) => hooked.has(id)))),
  ];
}

function toUsage(random: Random, assistant: string): Attributes {
  const some = (most: number) => Math.floor(random() * most);
  return { "gatelodge.assistant.id": assistant, "gatelodge.channel": assistant === "github-copilot" ? pick(random, ["completion", "completion", "chat"]) ?? "chat" : pick(random, ["prompt", "fileRead", "shell", "mcp"]) ?? "prompt", "gatelodge.usage.allow": 20 + some(200), "gatelodge.usage.warn": some(2), "gatelodge.usage.redact": some(2), "gatelodge.usage.ask": 0, "gatelodge.usage.block": some(2), "gatelodge.usage.none": 0 };
}

function toDecision(random: Random, assistant: string): Attributes {
  const [rule, effect, channel, label] = pick(random, rules) ?? rules[0];
  return {
    "gatelodge.assistant.id": assistant, "gatelodge.channel": channel, "gatelodge.destination.kind": "cloud", "gatelodge.effect": effect === "none" ? "block" : effect, "gatelodge.effect.enforced": effect, "gatelodge.rule.id": rule, "gatelodge.label": label,
    ...(assistant === "other" ? { "gatelodge.assistant.key": pick(random, ["demo-3f9ac1d2", "demo-77b0e4aa"]) ?? "" } : {}),
    "gatelodge.detector.ids": rule.includes("secrets") ? [pick(random, ["github-token", "aws-access-key", "slack-token"]) ?? ""] : [], "gatelodge.findings.count": 1, "gatelodge.findings.length": 40, "gatelodge.granted": false, "gatelodge.undecided": rule === "otherwise", "gatelodge.policy.hash": "demo-policy", "gatelodge.decision.duration": Math.round(random() * 900) / 1000, "file.extension": pick(random, ["env", "ts", "py", "yaml"]) ?? "ts",
  };
}

function toHeartbeat(random: Random, fate: Fate, hooks: readonly string[]): Attributes {
  return {
    "gatelodge.uptime": Math.floor(random() * 30_000), "gatelodge.policy.hash": chance(random, 0.93) ? "demo-policy" : "demo-policy-before", "gatelodge.policy.mode": chance(random, 0.96) ? "enforce" : "monitor", "gatelodge.integrity.programs": chance(random, 0.98) ? "demo-programs" : "demo-programs-before",
    "gatelodge.server.state": fate === "serverStopped" ? "stopped" : "running", "gatelodge.coverage.off": fate === "doorsOff" ? [pick(random, ["clipboard", "completions", "chat"]) ?? ""] : [], "gatelodge.hooks.installed": hooks, "gatelodge.hooks.off": fate === "hooksOff" ? ["claude-code"] : [],
    "gatelodge.undecided.count": 0, "gatelodge.unrecorded.count": fate === "losing" ? 3 : 0, "gatelodge.unspooled.count": 0, "gatelodge.queue.files": 1, "gatelodge.queue.bytes": 2000, "gatelodge.queue.age": 4,
  };
}
