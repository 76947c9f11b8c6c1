/** The real gateway program in front of a scripted model server that remembers what reached it. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Arrived { readonly method: string; readonly path: string; readonly body: string; readonly headers: IncomingMessage["headers"] }
type Script = (arrived: Arrived, response: ServerResponse) => void;

const program = join(import.meta.dirname, "../../dist/gateway.cjs");

/** The program itself, in front of whatever server. */
export async function runGateway(upstream: string, home: string) {
  const gateway = spawn(process.execPath, [program, "--upstream", upstream, "--home", home], { stdio: ["ignore", "pipe", "inherit"] });
  const url = /http:\/\/[\d.:]+/.exec(String(await new Promise((resolve) => gateway.stdout.once("data", resolve))))![0];
  const stop = async () => {
    const ended = new Promise((resolve) => gateway.once("close", resolve));
    gateway.kill();
    await ended;
  };
  return { url, stop };
}

/** `script` may be replaced while it runs. */
export async function startGateway({ policy, prepare }: { readonly policy?: string; readonly prepare?: (home: string) => void } = {}) {
  const home = mkdtempSync(join(tmpdir(), "gatelodge-gateway-"));
  if (policy !== undefined) {
    const file = join(home, ".config/gatelodge/policy.yaml");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, policy);
  }
  prepare?.(home);
  const arrived: Arrived[] = [];
  const state: { script: Script } = { script: (_, response) => void response.end("{}") };
  const model = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      const seen = { method: request.method ?? "", path: request.url ?? "", body: Buffer.concat(chunks).toString(), headers: request.headers };
      arrived.push(seen);
      state.script(seen, response);
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => model.once("listening", resolve));
  const upstream = (model.address() as { readonly port: number }).port;
  const gateway = await runGateway(`http://127.0.0.1:${upstream}`, home);
  return {
    url: gateway.url,
    /** The model server itself. */
    modelUrl: `http://127.0.0.1:${upstream}`,
    arrived,
    answer: (script: Script) => void (state.script = script),
    /** All that the gateway wrote down. */
    written: () => readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n"),
    stopModel: () => new Promise((resolve) => {
      model.closeAllConnections();
      model.close(resolve);
    }),
    stop: async () => {
      await gateway.stop();
      model.closeAllConnections();
      model.close();
      rmSync(home, { recursive: true });
    },
  };
}
export type RunningGateway = Awaited<ReturnType<typeof startGateway>>;
