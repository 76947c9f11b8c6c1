/** npm start: a real editor in the browser, with Gatelodge, an assistant, a model, a workspace full of (made-up) secrets, and a collector of (made-up) machines. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { createDemo, removeAbandonedDemos } from "./demoFolder.mjs";
import { startModelServer } from "../demo/model/server.mjs";
import { ensureCodeServer } from "./toolchain/codeServer.mjs";
import { ensureDependencies } from "./toolchain/dependencies.mjs";
import { freePort } from "./toolchain/freePort.mjs";
import { startCollector } from "./toolchain/startCollector.mjs";
import { startCodeServer } from "./toolchain/startCodeServer.mjs";
import { buildVsix } from "./toolchain/vsix.mjs";

const help = `npm start [-- options]

Opens a demo of Gatelodge in the browser: VS Code (code-server) on this machine only,
a workspace with made-up secrets, an assistant, and a scripted model;
beside it the collector with its dashboard and made-up machines.

  --port <number>   listen on this port (default: 8123, or any free one)
  --no-open         do not open the browser
  --help            this text

Ctrl+C ends everything and removes the workspace.`;

const { values: options } = parseArgs({
  options: { port: { type: "string" }, "no-open": { type: "boolean" }, help: { type: "boolean", short: "h" } },
});
if (options.help) {
  console.log(help);
  process.exit(0);
}

const demoMachines = 300;
const started = Date.now();
const closers = [];
const end = async (code) => {
  for (const close of closers.splice(0).toReversed()) await close();
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0));

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}

async function start() {
  await ensureDependencies();
  await ensureCodeServer();
  const vsix = await buildVsix();
  removeAbandonedDemos();
  const demo = await createDemo(vsix);
  closers.push(demo.remove);
  const model = await startModelServer();
  closers.push(() => model.stop());
  const port = options.port === undefined ? await freePort(8123) : Number(options.port);
  const starting = [startCodeServer({ ...demo, port, env: { ...demo.env, GATELODGE_DEMO_MODEL_URL: model.url } }), startCollector(join(demo.folder, "collector"), demoMachines)];
  const [editor, collector] = await Promise.all(starting.map(async (each) => {
    const started = await each;
    closers.push(() => started.stop());
    return started;
  }));
  const url = `${editor.url}/?folder=${encodeURIComponent(demo.workspace)}`;
  console.log(`\nready in ${((Date.now() - started) / 1000).toFixed(1)} s\n\n  ${url}\n\nWhat the model receives: ${model.url}/wire\nThe collector's dashboard: ${collector.url}\n  set up its first account with this token: ${collector.adminToken}\nCtrl+C ends everything.`);
  if (!options["no-open"]) openBrowser(url);
}

/** Only where there is a desktop; a server prints the address and that is enough. */
function openBrowser(url) {
  const opener = process.platform === "darwin" ? "open" : "xdg-open";
  const exists = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, opener)));
  if (!exists || (process.platform !== "darwin" && !process.env.DISPLAY)) return;
  spawn(opener, [url], { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}
