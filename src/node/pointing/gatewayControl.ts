import { spawn } from "node:child_process";
import { request } from "node:http";
import type { GatewayKey } from "./gatewayKey.ts";
import { controlClient } from "./gatewayPlaces.ts";
import type { GatewayTerms } from "./gatewayTerms.ts";

/** What answers on the gateway's port: ours, ours in place of one that fell over, something that does not know our key, or nothing. */
export type GatewayState = "running" | "fallen" | "stopped" | "another";

const patience = 2000;
const pause = 50;
/** Of a start or a stop, in all. */
const longest = 20_000;

/** Speaks to the gateway of this user. One that is just ending cuts a connection off, and a busy machine is late: what did not answer is asked once more. */
export async function askGateway(key: GatewayKey, port: number, what: "status" | "stop"): Promise<GatewayState> {
  return (await askOnce(key, port, what)) ?? (await askOnce(key, port, what)) ?? "another";
}

function askOnce(key: GatewayKey, port: number, what: "status" | "stop"): Promise<GatewayState | undefined> {
  return new Promise((resolve) => {
    const asked = request({ host: "127.0.0.1", port, method: what === "stop" ? "POST" : "GET", path: `/gatelodge/${controlClient}/${key.tokenOf(controlClient)}/${what}`, timeout: patience }, (response) => {
      const { "x-gatelodge": proof, "x-gatelodge-state": state } = response.resume().headers;
      resolve(proof !== key.tokenOf("answer") ? "another" : state === "fallen" ? "fallen" : "running");
    });
    asked.on("timeout", () => asked.destroy()).on("error", (error: NodeJS.ErrnoException) => resolve(error.code === "ECONNREFUSED" ? "stopped" : undefined)).end();
  });
}

export interface GatewayStart {
  /** Node, or an editor's own runtime. */
  readonly runtime: string;
  readonly program: string;
  readonly home: string;
  readonly folder: string;
  readonly terms: GatewayTerms;
}

/** Starts a gateway that outlives us; `false`: it did not come up. */
export async function startGateway(key: GatewayKey, { runtime, program, home, folder, terms }: GatewayStart): Promise<boolean> {
  const words = [program, ...terms.upstreams.flatMap((port) => ["--upstream", `http://127.0.0.1:${port}`]), "--port", String(terms.port), "--home", home, "--keep", ...(terms.clientsOnly ? ["--clients-only"] : [])];
  // Nothing is inherited: neither the environment, which a repository may have filled, nor a folder that somebody may want to remove.
  const child = spawn(runtime, words, { cwd: folder, env: { ELECTRON_RUN_AS_NODE: "1", ...(process.platform === "win32" ? { SystemRoot: "C:\\Windows" } : {}) }, detached: true, stdio: "ignore", windowsHide: true });
  const ended = new Promise<false>((resolve) => void child.once("exit", () => resolve(false)).once("error", () => resolve(false)));
  child.unref();
  return Promise.race([ended, waitFor(key, terms.port, "running")]);
}

/** Ends it, and waits until its port is free. */
export async function stopGateway(key: GatewayKey, port: number): Promise<boolean> {
  return ["running", "fallen"].includes(await askGateway(key, port, "stop")) && waitFor(key, port, "stopped");
}

async function waitFor(key: GatewayKey, port: number, wanted: GatewayState): Promise<boolean> {
  const until = Date.now() + longest;
  while (Date.now() < until) {
    if ((await askGateway(key, port, "status")) === wanted) return true;
    await new Promise((resolve) => void setTimeout(resolve, pause));
  }
  return false;
}
