/** The program that stays, one for a user: it answers what hook programs hand over, and ends when nobody has asked for a while. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { answerCall } from "./answerCall.ts";
import { parseHookArguments } from "./hookArguments.ts";
import { createLastingParts } from "./hookParts.ts";
import { askResident } from "./resident/askResident.ts";
import { currentFile, endpointOf, isOursAlone, readCurrent, residentFolder, type Self } from "./resident/residentPlace.ts";
import type { Errand } from "./resident/residentWire.ts";
import { createResidentServer } from "./resident/serveResident.ts";

const idleMilliseconds = 600_000;
const lookMilliseconds = 5000;

interface Places { readonly program: string; readonly home: string; readonly machineFile: string; readonly idle: number }

function readPlaces(): Places {
  const { values } = parseArgs({ strict: true, options: { program: { type: "string" }, home: { type: "string" }, "machine-file": { type: "string" }, idle: { type: "string" } } });
  const { program = "", home = "", "machine-file": machineFile = "" } = values;
  return { program, home, machineFile, idle: Number(values.idle ?? idleMilliseconds) };
}

async function main(): Promise<void> {
  process.umask(0o077);
  const places = readPlaces();
  const uid = process.getuid?.();
  const self: Self = { platform: process.platform, ...(uid === undefined ? {} : { uid }) };
  const folder = residentFolder(process.platform, places.home);
  // Uninstalled between our start and now: nothing is to be made again of what was removed.
  if (!existsSync(places.program)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== "win32" && statSync(folder).uid === uid) chmodSync(folder, 0o700);
  // Another of the same program and places that answers: there is one already.
  if (!isOursAlone(folder, self) || (await askResident(folder, self, { program: places.program, milliseconds: 1, words: [] }, Buffer.alloc(0), { greeting: 1000, answer: 2000 })) !== undefined) return;
  serve(places, folder, self);
}

function serve(places: Places, folder: string, self: Self): void {
  const [id, token] = [randomBytes(8).toString("hex"), randomBytes(32).toString("hex")];
  const endpoint = endpointOf(folder, id, self.platform);
  if (endpoint === undefined) return;
  const ours = readStamp(places.program);
  // After an update, when another has taken over, and when the state was removed, the one that is older goes.
  const inForce = () => readCurrent(folder, self)?.id === id && readStamp(places.program) === ours;
  const parts = createLastingParts({ home: places.home, machineFile: places.machineFile, program: dirname(places.program), platform: self.platform });
  const state = { asked: performance.now() };
  const end = () => {
    parts.finish();
    if (readCurrent(folder, self)?.id === id) rmSync(currentFile(folder), { force: true });
    if (self.platform !== "win32") rmSync(endpoint, { force: true });
    process.exit(0);
  };
  const server = createResidentServer(token, (errand, payload) => {
    if (!inForce()) {
      setTimeout(end, 0);
      return undefined;
    }
    if (!isForUs(errand, places)) return undefined;
    state.asked = performance.now();
    return errand.words.length === 0 ? { stdout: "", stderr: "", exitCode: 0 } : answer(errand, payload, parts);
  });
  server.on("error", end);
  // Slow the first time: whoever asks first does not wait for it.
  parts.forCall().gate.preview({ channel: "prompt", destination: { assistant: "unknown", kind: "unknown" }, able: ["allow", "block"], text: "warm" });
  server.listen(endpoint, () => takeOver(folder, id, token));
  setInterval(() => {
    if (!inForce() || performance.now() - state.asked > places.idle) end();
  }, Math.min(lookMilliseconds, places.idle));
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
}

/** The same program, for the same user's files: anything else has a resident of its own. */
function isForUs({ program, words }: Errand, places: Places): boolean {
  if (program !== places.program) return false;
  if (words.length === 0) return true;
  const call = parseHookArguments(words, () => userInfo().homedir);
  return !("error" in call) && call.home === places.home && call.machineFile === places.machineFile;
}

function answer({ words, milliseconds }: Errand, text: string, parts: ReturnType<typeof createLastingParts>) {
  const call = parseHookArguments(words, () => userInfo().homedir);
  return "error" in call ? undefined : answerCall(call, { text }, parts.forCall(), milliseconds);
}

/** In one step, so that no caller sees one resident's name with another's token; then nobody asks the older ones any more. */
function takeOver(folder: string, id: string, token: string): void {
  writeFileSync(join(folder, id), `${id} ${token}\n`, { mode: 0o600 });
  renameSync(join(folder, id), currentFile(folder));
  for (const name of readdirSync(folder)) if (name.endsWith(".sock") && name !== `${id}.sock`) rmSync(join(folder, name), { force: true });
}

function readStamp(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? "absent" : `${stat.ino}:${stat.size}:${stat.mtimeMs}`;
}

main().catch(() => process.exit(1));
