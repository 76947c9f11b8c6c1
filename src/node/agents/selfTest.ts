import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Assistant } from "../../assistants/assistant.ts";
import type { Dialect, HookAnswer } from "../../assistants/dialect.ts";
import type { NamedCall } from "../../assistants/hooks/namedCalls.ts";
import { plantedQuestions, type PlantedQuestion } from "../../assistants/plantedQuestions.ts";
import type { Channel } from "../../core/request.ts";
import type { AgentFile } from "./agentSetup.ts";

/** What the installed hook answered to a question with a known answer. */
export interface SelfTested {
  readonly channel: Channel;
  /** Absent: it refused, or masked, in the client's own form. */
  readonly problem?: string;
}

const limit = 15_000;

/**
 * Asks the hooks of one assistant, started exactly as its own files name them, and looks at the answers. The questions are
 * decided and recorded like any other.
 */
export function testHooks({ installation, dialect }: Assistant, files: readonly AgentFile[]): readonly SelfTested[] {
  if (installation === undefined || dialect === undefined) return [];
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-self-test-")));
  try {
    const restricted = join(folder, ".env");
    const secret = toSecret();
    mkdirSync(join(folder, ".git"));
    writeFileSync(restricted, `API_KEY=${secret}\n`, { mode: 0o600 });
    const questions = plantedQuestions(installation.planted, { folder, restricted, secret, hookFile: files[0]?.file ?? "" });
    const asked = questions.map((question) => ({ question, problem: ask(files, dialect, question, { folder, secret }) }));
    const harmless = asked.find(({ question }) => question.harmless === true)?.problem;
    return asked.filter(({ question }) => question.harmless !== true).map(({ question: { channel }, problem = harmless }) => ({ channel, ...(problem === undefined ? {} : { problem }) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Like a token of GitLab's, new each time. */
function toSecret(): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  return ["glp", "at-", ...Array.from({ length: 20 }, () => letters[randomInt(letters.length)] ?? "x")].join("");
}

function ask(files: readonly AgentFile[], dialect: Dialect, question: PlantedQuestion, { folder, secret }: { readonly folder: string; readonly secret: string }): string | undefined {
  const call = files.map(({ file, named }) => named(readIfThere(file), question.event, file)).find((each) => each !== undefined);
  if (call === undefined) return "its file names no hook for this";
  const { program, args } = toProgram(call);
  const { error, status, stdout, stderr } = spawnSync(program, [...args], { cwd: folder, env: {}, input: JSON.stringify(question.payload), encoding: "utf8", timeout: limit });
  if (error !== undefined || status === null) return "the hook did not answer";
  return toProblem(dialect, question, { stdout, stderr, exitCode: status }, secret);
}

/** What is wrong with an answer. Only what the client itself takes for a refusal counts as one. */
export function toProblem(dialect: Dialect, { event, payload, harmless }: PlantedQuestion, answer: HookAnswer, secret: string): string | undefined {
  const question = dialect.read(event, payload);
  const is = (effect: "allow" | "ask" | "block", reason: string) => {
    const written = dialect.write(event, { effect, reason }, question);
    return written.stdout === answer.stdout && answer.stderr.includes(written.stderr) && written.exitCode === answer.exitCode;
  };
  if (harmless === true) return is("allow", "") ? undefined : "the hook also stops what is harmless";
  const said = `${answer.stdout}\n${answer.stderr}`;
  if (said.includes(secret)) return "the hook gave a secret back";
  if (answer.exitCode === 0 && answer.stdout.includes("[REDACTED:")) return undefined;
  const reason = reasonIn(answer) ?? "";
  if (reason.startsWith("Gatelodge, rule otherwise")) return "the hook could not decide";
  if (reason !== "" && (is("block", reason) || is("ask", reason))) return undefined;
  return said.includes("Gatelodge") ? "the hook cannot run as it should" : "the hook let it through; does the policy?";
}

/** In the client's own form, or, for those that know a refusal by its exit code, on standard error. */
function reasonIn({ stdout, stderr }: HookAnswer): string | undefined {
  const found = /"(Gatelodge, rule (?:[^"\\]|\\.)*)"/.exec(stdout)?.[0];
  return found === undefined ? /^Gatelodge, rule .*/m.exec(stderr)?.[0] : (JSON.parse(found) as string);
}

const toProgram = (call: NamedCall) => ("line" in call ? { program: "/bin/sh", args: ["-c", call.line] } : call);

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // it names nothing
  }
}
