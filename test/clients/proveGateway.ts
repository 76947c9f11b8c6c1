import assert from "node:assert/strict";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { ensureAgentClient } from "../../scripts/toolchain/agentClients.mjs";
import { endGateway } from "../gateway/endGateway.ts";
import { freePort } from "../support/freePort.ts";
import { letters } from "../../src/core/detect/samples.ts";
import { runClient, type RunResult } from "./runClient.ts";
import type { RunPlace, TestClient } from "./testClient.ts";

/** How a person has told a client which model server it asks: in a file, since `gateway point` changes files. */
export interface PointedClient {
  readonly client: TestClient;
  /** Variables of the test's that name the server; a file does instead. */
  readonly without?: readonly string[];
  readonly settings?: { readonly path: string; readonly text: (modelUrl: string) => string };
  /** No file names the server: `gateway point` says what a person sets instead, `NAME=ADDRESS`. */
  readonly byHand?: string;
}

type Guard = "no gateway" | "gateway" | "a gateway that has fallen over";

const [cli, program] = ["cli.cjs", "gateway.cjs"].map((name) => join(import.meta.dirname, "../../dist", name));
const inPrompt = `gh${"p_"}${letters(36)}`;
const inFile = `glp${"at-"}${letters(20)}`;

/** The client itself, its settings changed by the command line: what reaches the model is what counts. */
export async function proveGateway({ client, without = [], settings, byHand }: PointedClient): Promise<void> {
  const installed = await ensureAgentClient(client.id);
  if ("missing" in installed) return void test(`${client.id} through the gateway`, { skip: installed.missing }, () => {});
  const run = async (guard: Guard): Promise<RunResult> => {
    const started: { gateway?: ChildProcess; said: string } = { said: "" };
    const configure: TestClient["configure"] = async (place, _, options) => {
      await client.configure(place, undefined, options);
      if (settings !== undefined) writeBelow(place.home, settings.path, settings.text(place.modelUrl));
      if (guard === "no gateway") return;
      const port = await freePort();
      const undo = keepFile(place.home, client.hookFile);
      Object.assign(started, await pointAt(place, client.id, port));
      // Put back and pointed again: what is then tried has been through both.
      runGatewayCommand(place.home, ["unpoint", "--port", String(port), "--agent", client.id, "--yes"]);
      undo.isAsItWas();
      started.said = pointCommand(place, client.id, port);
      if (guard !== "gateway") endGateway(port);
    };
    const environment: TestClient["environment"] = (place) => Object.fromEntries(Object.entries(client.environment(place)).filter(([name]) => !without.includes(name)).map(([name, value]) => [name, name === byHand ? addressIn(started.said, name) ?? value : value]));
    const intents = client.toStep({ do: "read", path: "notes.txt" }, { program: "", home: "", workspace: "", modelUrl: "", mcp: { program: "", args: [] } }) === undefined ? [{ do: "shell", command: "cat notes.txt" } as const] : [{ do: "read", path: "notes.txt" } as const];
    try {
      return await runClient({ ...client, configure, environment }, installed.program, { prompt: `look at notes.txt and use ${inPrompt}`, intents, files: { "notes.txt": `the token is ${inFile}\nsecond line\n` } });
    } finally {
      started.gateway?.kill();
    }
  };
  test(`${client.id}: neither a secret in the prompt nor one in a file that it reads goes through the gateway, and it works on`, async () => {
    const [off, on] = [await run("no gateway"), await run("gateway")];
    assert.ok(off.wire.includes(inPrompt) && off.wire.includes(inFile), `without the gateway they do not arrive: ${off.output.slice(-500)}`);
    assert.ok(!on.wire.includes(inPrompt) && !on.wire.includes(inFile), "they arrive");
    assert.ok(on.wire.includes("look at notes.txt") && on.wire.includes("second line"), `the rest does not arrive: ${on.output.slice(-500)}`);
  });
  test(`${client.id}: where the gateway has fallen over nothing arrives, and the client shows what puts it right`, { skip: process.platform !== "linux" }, async () => {
    const { turns, output } = await run("a gateway that has fallen over");
    assert.equal(turns, 0);
    assert.match(output, /gatelodge gateway unpoint/);
  });
}

/** A gateway in front of the scripted model, and the client pointed at it as a person would. */
async function pointAt(place: RunPlace, assistant: string, port: number): Promise<{ readonly gateway: ChildProcess; readonly said: string }> {
  const gateway = spawn(process.execPath, [program!, "--upstream", place.modelUrl, "--home", place.home, "--port", String(port), "--clients-only", "--keep"], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => gateway.stdout.once("data", resolve));
  return { gateway, said: pointCommand(place, assistant, port) };
}

const pointCommand = ({ home, modelUrl }: RunPlace, assistant: string, port: number) => runGatewayCommand(home, ["point", "--port", String(port), "--upstream", new URL(modelUrl).port, "--agent", assistant, "--yes"]);

const runGatewayCommand = (home: string, words: readonly string[]) => execFileSync(process.execPath, [cli!, "gateway", ...words], { env: { PATH: process.env["PATH"] ?? "", HOME: home }, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });

const addressIn = (said: string, name: string) => new RegExp(`${name}=(\\S+)`).exec(said)?.[1];

/** Remembers a file byte for byte. */
function keepFile(home: string, path: string): { readonly isAsItWas: () => void } {
  const read = () => (existsSync(join(home, path)) ? readFileSync(join(home, path), "utf8") : undefined);
  const before = read();
  return { isAsItWas: () => assert.equal(read(), before, "its settings did not come back") };
}

function writeBelow(home: string, path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}
