import { join } from "node:path";
import { ignoreFiles } from "../../assistants/ignoreFiles.ts";
import { toChangesText } from "../../node/agents/changesText.ts";
import type { AgentFile, AgentSetup } from "../../node/agents/agentSetup.ts";
import { readDeniedNames } from "../../node/agents/deniedNames.ts";
import { changeIgnoreFiles } from "../../node/agents/ignoreFiles.ts";
import { locationsFor } from "../../node/locations.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { askPerson } from "../askPerson.ts";
import { exitCodes, type CommandContext } from "../command.ts";
import { toPlain, writeText } from "../writeText.ts";
import type { AgentArguments } from "./agentArguments.ts";
import { chooseFiles } from "./openSetup.ts";

/** `agents install`, `repair` and `remove`: says what is to be written, asks, does it, says what became of it. */
export async function changeAgents(setup: AgentSetup, chosen: AgentArguments, context: CommandContext): Promise<number> {
  if (chosen.action === "repair" && chosen.scope === "user" && chosen.yes && !chosen.dryRun) settleDenials(setup, chosen, context);
  const files = toFiles(setup, chosen);
  if (files.length === 0 && !chosen.ignoreFiles) {
    await writeText(context.stdout, nothing[chosen.action]);
    return exitCodes.clean;
  }
  if (chosen.dryRun || !chosen.yes) await writeText(context.stdout, [...files.map((file) => toPlan(setup, file, chosen)), ...(chosen.ignoreFiles ? [toIgnorePlan(chosen)] : [])].join(""));
  if (chosen.dryRun) return exitCodes.clean;
  if (!chosen.yes && !(await askPerson("Write this? [y/N] ", context))) return exitCodes.cancelled;
  const done = chosen.action === "remove" ? setup.remove(files) : setup.install(files);
  const waiting = chosen.action === "remove" ? [] : files.flatMap((file) => setup.status(file).waitsFor ?? []);
  const lines = done.map(({ file, change }) => `${file.assistant.id}: ${typeof change === "string" ? outcomes[chosen.action][change] : `NOT done, ${change.error}`}\n  ${file.file}`);
  const ignored = chosen.ignoreFiles ? changeIgnoreFiles(setup.journal, chosen.folder, chosen.action === "remove" ? undefined : readDeniedNames(context.locations, process.platform)) : [];
  lines.push(...ignored.map(({ file, change }) => `ignore file: ${typeof change === "string" ? change : `NOT done, ${change.error}`}\n  ${file}`));
  await writeText(context.stdout, `${[...lines, ...waiting].map((each) => each.split("\n").map(toPlain).join("\n")).join("\n")}\n`);
  return [...done, ...ignored].every(({ change }) => typeof change === "string") ? exitCodes.clean : exitCodes.trouble;
}

/** Who is denied for a switch that has gone is so no more; who has one in this folder, or at home, is, where the policy says so. */
function settleDenials(setup: AgentSetup, { folder, home }: AgentArguments, { locations: own }: CommandContext): void {
  const locations = home === undefined ? own : locationsFor(process.platform, home, own.machineFile);
  const switches = setup.files.map((file) => setup.status(file, folder)).filter(({ state }) => state === "installed" || state === "drifted").flatMap(({ switchedOff }) => switchedOff);
  setup.denials.settle(switches, createPolicyStore({ locations, platform: process.platform, now: Date.now }).current().policy.agents.hooksOff === "deny");
}

const nothing = { install: "No coding agent that we know is used here. Name one with --agent.\n", repair: "Nothing needs repair.\n", remove: "Nothing of ours is installed.\n", status: "" } as const;
const outcomes = {
  install: { written: "installed", unchanged: "was installed already" },
  repair: { written: "repaired", unchanged: "repaired" },
  remove: { written: "removed", unchanged: "nothing of ours was there" },
  status: { written: "", unchanged: "" },
} as const;

/** Repairing is for what was ours once, and removing for wherever something of ours is. */
function toFiles(setup: AgentSetup, chosen: AgentArguments): readonly AgentFile[] {
  if (chosen.action === "install") return chooseFiles(setup, chosen);
  const wanted = chooseFiles(setup, chosen.agents.length === 0 ? { agents: ["all"] } : chosen);
  const among = chosen.action === "repair" ? ["drifted"] : ["drifted", "installed"];
  // One that cannot be told is tried, so that it is named.
  return wanted.filter((file) => [setup.status(file).state].some((state) => (typeof state === "string" ? among.includes(state) : chosen.agents.length > 0)));
}

function toPlan(setup: AgentSetup, file: AgentFile, { action }: AgentArguments): string {
  const head = `${file.assistant.id}: ${toPlain(file.file)}`;
  if (action === "remove") return `${head}\n  what is ours is taken out\n`;
  const preview = setup.preview(file);
  if ("error" in preview) return `${head}\n  is left as it is: ${toPlain(preview.error)}\n`;
  const lines = toChangesText(preview);
  return lines.length === 0 ? `${head}\n  nothing to change\n` : `${head}${preview.before === undefined ? " (new)" : ""}\n${lines.map((line) => `  ${toPlain(line)}\n`).join("")}`;
}

function toIgnorePlan({ folder, action }: AgentArguments): string {
  const files = ignoreFiles.map(({ file, readBy }) => `  ${toPlain(join(folder, file))} (${readBy})\n`).join("");
  return `ignore files: ${action === "remove" ? "the marked block is taken out of" : "the policy's restricted names, in a marked block, into"}\n${files}`;
}
