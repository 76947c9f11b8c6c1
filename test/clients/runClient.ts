import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startModel } from "./model/server.ts";
import type { HookCommand, Intent, RunOptions, RunPlace, TestClient } from "./testClient.ts";

/** One run of a client: a workspace, a prompt, and what the model does. */
export interface Run {
  readonly prompt: string;
  readonly intents: readonly Intent[];
  /** By path from the workspace. */
  readonly files: Readonly<Record<string, string>>;
  /** Called in the finished workspace: links, commits. */
  readonly prepare?: (workspace: string) => void;
  readonly hook?: (home: string) => HookCommand;
  /** Called with a home that has the client's configuration: an installation. */
  readonly install?: (home: string) => void;
  readonly bypass?: boolean;
  readonly trust?: RunOptions["trust"];
  /** What the tool server's tool returns. */
  readonly mcpValue?: string;
  /** A program that starts the client, with its arguments before the client's. */
  readonly launcher?: readonly string[];
}

export interface RunResult {
  /** Everything that reached the model. */
  readonly wire: string;
  readonly turns: number;
  readonly exitCode: number | null;
  readonly output: string;
  /** The file with the client's hooks after the run. */
  readonly hookFile: string | undefined;
}

const limit = 60_000;

export async function runClient(client: TestClient, program: string, run: Run): Promise<RunResult> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-client-")));
  const home = join(folder, "home");
  const workspace = join(folder, "shop");
  try {
    fillWorkspace(workspace, run);
    mkdirSync(home);
    const mcp = { program: process.execPath, args: [join(import.meta.dirname, "mcpServer.mjs"), run.mcpValue ?? "nothing"] };
    const unstarted: RunPlace = { program, home, workspace, modelUrl: "", mcp };
    const model = await startModel(run.intents.map((intent) => client.toStep(intent, unstarted) ?? []));
    try {
      const place = { ...unstarted, modelUrl: model.url };
      const options = { prompt: run.prompt, bypass: run.bypass ?? false, mcp: run.mcpValue !== undefined, trust: run.trust ?? "flag" };
      await client.configure(place, run.hook?.(home), options);
      run.install?.(home);
      const [file = program, ...args] = [...(run.launcher ?? []), program, ...client.args(place, options)];
      const ended = await start(file, args, workspace, { PATH: process.env["PATH"] ?? "", TERM: "dumb", ...client.environment(place) });
      // Read now: the folder goes with the run.
      const hookFile = readIfThere(join(home, client.hookFile));
      return { wire: model.bodies().join("\n"), turns: model.turns(), ...ended, hookFile };
    } finally {
      await model.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

function fillWorkspace(workspace: string, { files, prepare }: Run): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const git = (...args: readonly string[]) => execFileSync("git", ["-c", "user.email=dev@example.com", "-c", "user.name=dev", ...args], { cwd: workspace, stdio: "ignore" });
  git("init", "-q", ".");
  git("add", "-f", ".");
  git("commit", "-qm", "start");
  prepare?.(workspace);
}

/** In a process group of its own, so that whatever it starts ends with it. */
function start(file: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    const endGroup = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // all of it has ended
      }
    };
    const timer = setTimeout(endGroup, limit);
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      clearTimeout(timer);
      endGroup();
      resolve({ exitCode, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
