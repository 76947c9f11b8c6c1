/** Whatever is wrong with the resident: the answer comes in time, and is the right one. Real processes on both sides. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { waitFor } from "../editor/waitFor.ts";
import { call, doors, ended, hookPlace, readCurrentText, startedResident, type Door, type HookPlace } from "../support/residents.ts";

const deadline = 4000;

async function assertAnswers(door: Door, place: HookPlace): Promise<void> {
  for (const [file, decision] of [[".env", "deny"], ["b.ts", undefined]] as const) {
    const { status, stdout, stderr, milliseconds } = await call(door, place, file);
    assert.deepEqual([status, stderr], [0, ""], file);
    assert.equal((JSON.parse(stdout) as { hookSpecificOutput?: { permissionDecision?: string } }).hookSpecificOutput?.permissionDecision, decision, file);
    assert.ok(milliseconds < deadline, `${file} took ${milliseconds} ms`);
  }
}

/** No resident is to be started to mend it: one was, just now. */
function forbidStart({ folder }: HookPlace): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, "started"), "");
}

async function fakeResident(context: TestContext, place: HookPlace, trouble: string): Promise<void> {
  forbidStart(place);
  const child = spawn(process.execPath, [join(import.meta.dirname, "fakeResident.mjs"), trouble, place.folder], { stdio: "ignore" });
  context.after(() => child.kill("SIGKILL"));
  await waitFor("the false resident", () => readCurrentText(place.folder) !== undefined);
}

const troubles = ["dies in the middle", "hangs", "breaks off", "refuses", "promises too much", "says nothing", "speaks nonsense", "does not know the token", "is of another version"];
const untold = ["does not know the token", "is of another version"];

for (const door of doors) for (const trouble of troubles) test(`${door.name}: a resident that ${trouble}`, { skip: door.skip }, async (context) => {
  const place = hookPlace(context);
  await fakeResident(context, place, trouble);
  await assertAnswers(door, place);
  // The payload is for nobody who has not proved to know the token.
  if (untold.includes(trouble)) assert.ok(!existsSync(join(place.folder, "told")));
});

/** What others could have put in the resident's place, with a real one behind it: it must not be asked. */
const places: Readonly<Record<string, (place: HookPlace) => void>> = {
  "the folder is open to others": ({ folder }) => chmodSync(folder, 0o755),
  "the token is open to others": ({ folder }) => chmodSync(join(folder, "current"), 0o644),
  "the token is garbage": ({ folder }) => writeFileSync(join(folder, "current"), "../../../../tmp/x 00\n"),
  "the token is another one": ({ folder }) => writeFileSync(join(folder, "current"), (readCurrentText(folder) ?? "").replace(/ .+/, ` ${"0".repeat(64)}`)),
  "the folder is a link": ({ folder }) => {
    renameSync(folder, `${folder}-elsewhere`);
    symlinkSync(`${folder}-elsewhere`, folder);
  },
  "the token is a link": ({ folder }) => {
    renameSync(join(folder, "current"), join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "current"));
  },
  "the folder is somebody else's": ({ folder }) => chownSync(folder, 65534, 65534),
  "the token is somebody else's": ({ folder }) => chownSync(join(folder, "current"), 65534, 65534),
};

for (const door of doors) for (const [trouble, make] of Object.entries(places)) {
  const skip = door.skip !== false ? door.skip : /somebody/.test(trouble) && process.getuid?.() !== 0 ? "only root can give a file away" : false;
  test(`${door.name}: ${trouble}`, { skip }, async (context) => {
    const place = hookPlace(context);
    await startedResident(context, place);
    place.leaveOnlyResident();
    assert.equal((await call(door, place, "b.ts")).status, 0);
    make(place);
    assert.equal((await call(door, place, "b.ts")).status, 2, "it was asked all the same");
    place.giveBack();
    await assertAnswers(door, place);
  });
}

for (const door of doors) test(`${door.name}: a resident that was killed, and one that is stopped; the next one takes over`, { skip: door.skip }, async (context) => {
  const place = hookPlace(context);
  const killed = await startedResident(context, place);
  killed.kill("SIGKILL");
  await ended(killed);
  forbidStart(place);
  await assertAnswers(door, place);
  const stopped = await startedResident(context, place);
  stopped.kill("SIGSTOP");
  const before = readCurrentText(place.folder);
  utimesSync(join(place.folder, "started"), 0, 0);
  await assertAnswers(door, place);
  await waitFor("another to be in force", () => ![before, undefined].includes(readCurrentText(place.folder)));
  const after = readCurrentText(place.folder);
  stopped.kill("SIGCONT");
  await ended(stopped);
  assert.equal(readCurrentText(place.folder), after);
  place.leaveOnlyResident();
  assert.equal((await call(door, place, "b.ts")).status, 0);
});

test("the forwarder: what the environment says reaches neither the Node program nor the resident", { skip: doors[1]!.skip }, async (context) => {
  const place = hookPlace(context);
  const proof = join(place.home, "ran");
  const trap = join(place.home, "trap.cjs");
  writeFileSync(trap, `require("node:fs").writeFileSync(${JSON.stringify(proof)}, "");`);
  const { status } = await call(doors[1]!, place, "b.ts", { ...process.env, NODE_OPTIONS: `--require ${trap}`, HOME: "/nowhere" });
  await waitFor("a resident to be in force", () => readCurrentText(place.folder));
  assert.equal(status, 0);
  assert.ok(!existsSync(proof));
});

test("the forwarder: without Node there is a refusal, never an exit code that means yes", { skip: doors[1]!.skip }, async (context) => {
  const place = hookPlace(context);
  for (const node of [join(place.home, "none"), "node"]) {
    const [forwarder = "", ...words] = doors[1]!.command(place);
    const { status, stdout, stderr } = await call({ ...doors[1]!, command: () => [forwarder, node, ...words.slice(1)] }, place, "b.ts");
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /Gatelodge cannot answer/);
  }
});

test("an updated program is not answered for by the resident of the old one", async (context) => {
  const place = hookPlace(context);
  const old = await startedResident(context, place);
  writeFileSync(`${place.program}.new`, `${readFileSync(place.program, "utf8")}\n`);
  rmSync(place.program);
  renameSync(`${place.program}.new`, place.program);
  place.leaveOnlyResident();
  assert.equal((await call(doors[0]!, place, "b.ts")).status, 2);
  await ended(old);
});
