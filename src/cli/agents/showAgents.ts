import type { AgentSetup, AgentStatus } from "../../node/agents/agentSetup.ts";
import { unrun } from "../../node/agents/agentCoverage.ts";
import { exitCodes, type CommandContext } from "../command.ts";
import { toPlain, writeText } from "../writeText.ts";
import type { AgentArguments } from "./agentArguments.ts";
import { chooseFiles } from "./openSetup.ts";

/** `agents status`. */
export async function showAgents(setup: AgentSetup, chosen: AgentArguments, { stdout }: CommandContext): Promise<number> {
  const all = chooseFiles(setup, chosen).map((file) => setup.status(file, chosen.folder));
  await writeText(stdout, chosen.json ? `${JSON.stringify({ version: 1, scope: chosen.scope, agents: all })}\n` : all.length === 0 ? "No coding agent that we know is used here.\n" : all.map(toLines).join(""));
  const guarded = all.every(({ state, switchedOff, waitsFor }) => state === "installed" && switchedOff.length === 0 && waitsFor === undefined);
  return guarded ? exitCodes.clean : exitCodes.findings;
}

function toLines({ assistant, documented, file, state, switchedOff, denied, waitsFor }: AgentStatus): string {
  const said = typeof state === "string" ? state : `cannot be told: ${state.error}`;
  const lines = [`${assistant}: ${said}`, `  ${file}`, ...(documented === undefined ? [] : [`  ${unrun}`]), ...switchedOff.map(({ file: by, what }) => `  switched off by ${by} (${what})`), ...(denied === undefined ? [] : ["  may use no tool until what switches it off is gone (gatelodge agents repair looks again)"]), ...(waitsFor === undefined ? [] : [`  waits for you: ${waitsFor}`])];
  return `${lines.map(toPlain).join("\n")}\n`;
}
