/** The real engine, as a program of this machine that serves a model file. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { tinyModel } from "./tinyModel.ts";

/** What it answers, whatever it is asked. */
export const knownSentence = "The real engine answered this known sentence.";

export async function startEngine(entry: string, folder: string) {
  const model = join(folder, "tiny-test.gguf");
  writeFileSync(model, tinyModel(knownSentence));
  const engine = spawn(process.execPath, [join(import.meta.dirname, "llamaFront.mjs"), entry, model], { stdio: ["ignore", "pipe", "inherit"] });
  const prompts: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    engine.once("exit", () => reject(new Error("the engine ended")));
    createInterface(engine.stdout).on("line", (line) => {
      const said = JSON.parse(line) as { readonly port?: number; readonly prompt?: string };
      if (said.port !== undefined) resolve(said.port);
      if (said.prompt !== undefined) prompts.push(said.prompt);
    });
  });
  return { pid: engine.pid!, port, prompts, stop: () => void engine.kill() };
}
