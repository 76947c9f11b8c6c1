import { toChangesText } from "../../node/agents/changesText.ts";
import { pointable, type PointedFile, type Pointing } from "../../node/pointing/assistantPointing.ts";
import type { GatewayState } from "../../node/pointing/gatewayControl.ts";
import { askPerson } from "../askPerson.ts";
import { CommandError, exitCodes, type CommandContext } from "../command.ts";
import { toPlain, writeText } from "../writeText.ts";
import type { GatewayWords } from "./gatewayWords.ts";
import { ollamaSwap } from "./ollamaSwap.ts";

/** `gateway point`: shows every line that changes, asks, writes, and says what is left for a person to do. */
export async function pointAssistants(pointing: Pointing, words: GatewayWords, state: GatewayState, context: CommandContext): Promise<number> {
  refuseUnknown(words);
  const named = words.agents.filter((id) => id !== "all");
  const plans = pointing.files(named).filter(({ assistant }) => named.length === 0 || named.includes(assistant)).map((file) => ({ file, preview: pointing.preview(file) }));
  const changing = plans.filter(({ preview }) => "error" in preview || preview.before !== preview.after);
  const byHand = named.flatMap((id) => (pointing.byHand(id) === undefined ? [] : [`${id}, by hand: ${pointing.byHand(id)}\n`]));
  if (changing.length === 0) {
    await writeText(context.stdout, `Nothing to change: no settings file that we know names a model server behind the gateway${plans.length === 0 ? "" : ", or it leads here already"}.\n${byHand.join("")}${ollamaSwap}`);
    return exitCodes.clean;
  }
  if (words.dryRun || !words.yes) await writeText(context.stdout, changing.map(toPlan).join(""));
  if (words.dryRun) return exitCodes.clean;
  if (!words.yes && !(await askPerson("Write this? [y/N] ", context))) return exitCodes.cancelled;
  const done = changing.map(({ file }) => ({ file, change: pointing.point(file) }));
  const lines = done.map(({ file, change }) => `${file.assistant}: ${typeof change === "string" ? "goes through the gateway now" : `NOT done, ${change.error}`}\n  ${file.file}\n`);
  await writeText(context.stdout, [...lines.map(plainLines), ...byHand, state === "running" ? "" : "The gateway does not run: gatelodge gateway start\n", "Back: gatelodge gateway unpoint\n"].join(""));
  return done.every(({ change }) => typeof change === "string") ? exitCodes.clean : exitCodes.trouble;
}

/** `gateway unpoint`: whatever leads to us leads where it did before. */
export async function unpointAssistants(pointing: Pointing, words: GatewayWords, context: CommandContext): Promise<number> {
  refuseUnknown(words);
  const all = pointing.pointed();
  const files = all.filter(({ assistant }) => words.agents.length === 0 || words.agents.includes("all") || words.agents.includes(assistant));
  if (files.length === 0) {
    await writeText(context.stdout, all.length === 0 ? "Nothing leads to the gateway.\n" : "None of these leads to the gateway.\n");
    return exitCodes.clean;
  }
  if (words.dryRun || !words.yes) await writeText(context.stdout, files.map(({ assistant, file }) => `${assistant}: ${toPlain(file)}\n  gets back what stood there before\n`).join(""));
  if (words.dryRun) return exitCodes.clean;
  if (!words.yes && !(await askPerson("Put this back? [y/N] ", context))) return exitCodes.cancelled;
  const done = files.map((file) => ({ file, change: pointing.unpoint(file) }));
  await writeText(context.stdout, done.map(({ file, change }) => plainLines(`${file.assistant}: ${typeof change === "string" ? "as it was before" : `NOT done, ${change.error}`}\n  ${file.file}\n`)).join(""));
  return done.every(({ change }) => typeof change === "string") ? exitCodes.clean : exitCodes.trouble;
}

function refuseUnknown({ agents }: GatewayWords): void {
  const unknown = agents.find((id) => id !== "all" && !pointable.some((assistant) => assistant.id === id));
  if (unknown !== undefined) throw new CommandError(`--agent ${unknown} is none that can be pointed at a model server; known: ${pointable.map(({ id }) => id).join(", ")}`);
}

function toPlan({ file: { assistant, file }, preview }: { readonly file: PointedFile; readonly preview: ReturnType<Pointing["preview"]> }): string {
  const head = `${assistant}: ${toPlain(file)}`;
  if ("error" in preview) return `${head}\n  is left as it is: ${toPlain(preview.error)}\n`;
  return `${head}${preview.before === undefined ? " (new)" : ""}\n${toChangesText(preview).map((line) => `  ${toPlain(line)}\n`).join("")}`;
}

const plainLines = (text: string) => text.split("\n").map(toPlain).join("\n");
