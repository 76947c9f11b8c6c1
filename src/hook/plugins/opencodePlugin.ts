/**
 * The plugin that opencode loads into its own process: it hands each prompt, tool call and result to the hook program and does
 * what that answers. An installation writes the hook's commands into it (`src/assistants/hooks/pluginText.ts`) and the text into
 * opencode's plugin folder. Whatever goes wrong here is a refusal; only a plugin that does not load at all guards nothing.
 */
import { spawn } from "node:child_process";

type Commands = Readonly<Record<string, readonly string[]>>;
interface Answer {
  readonly effect: "allow" | "block" | "replace";
  readonly reason?: string;
  readonly subject?: unknown;
}

const commands = JSON.parse("%GATELODGE_COMMANDS%") as Commands;
const milliseconds = 10_000;

/** What opencode calls; it treats each export as a plugin, so this is the only one. */
export const Gatelodge = async ({ directory: folder }: { readonly directory: string }) => ({
  "chat.message": async (_: unknown, output: { readonly parts: { text?: string }[] }) => {
    const answer = await ask("chat.message", { folder, parts: output.parts });
    if (answer.effect === "block") throw new Error(answer.reason);
    if (answer.effect === "replace") for (const [index, text] of textsOf(answer.subject).entries()) if (output.parts[index] !== undefined && text !== "") output.parts[index].text = text;
  },
  "tool.execute.before": async ({ tool }: { readonly tool: string }, output: { readonly args: unknown }) => {
    const answer = await ask("tool.execute.before", { folder, tool, args: output.args });
    if (answer.effect === "block") throw new Error(answer.reason);
    if (answer.effect === "replace") fill(output.args, answer);
  },
  "tool.execute.after": async ({ tool, args }: { readonly tool: string; readonly args: unknown }, output: object) => {
    const answer = await ask("tool.execute.after", { folder, tool, args, result: output });
    if (answer.effect !== "allow") fill(output, answer);
  },
});

/** In place: opencode goes on with the object that it has handed over. */
function fill(target: unknown, { subject, reason }: Answer): void {
  if (typeof subject !== "object" || subject === null || typeof target !== "object" || target === null) throw new Error(reason);
  Object.assign(target, subject);
}

const textsOf = (subject: unknown): readonly string[] => (Array.isArray(subject) ? subject.map((text) => (typeof text === "string" ? text : "")) : []);

async function ask(event: string, payload: object): Promise<Answer> {
  const [program = "", ...args] = commands[event] ?? [];
  const text = await answerOf(program, args, JSON.stringify(payload));
  const answer = JSON.parse(text) as Answer;
  if (answer.effect !== "allow" && answer.effect !== "block" && answer.effect !== "replace") throw new Error("Gatelodge gave no answer that is understood.");
  return answer;
}

function answerOf(program: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
    const chunks: Buffer[] = [];
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`Gatelodge cannot answer: ${why}. Reinstall the hook.`));
    };
    const timer = setTimeout(() => fail("it took too long"), milliseconds);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on("error", () => {}); // it ended without reading: its exit code says so
    child.on("error", () => fail("its program does not start"));
    child.on("close", (code) => {
      if (code !== 0) return fail("its program failed");
      clearTimeout(timer);
      return resolve(Buffer.concat(chunks).toString("utf8"));
    });
    child.stdin.end(input);
  });
}
