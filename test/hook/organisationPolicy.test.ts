/** The hook on a machine whose root-owned file names an organisation, with everything that can become of that organisation's policy: by the parts it is made of, and for some by the built program. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { signPolicy } from "../../src/node/trust/signing.ts";
import { countedMachineFile } from "../support/countedMachineFile.ts";
import { createHeldPolicy, floorOf } from "../support/heldPolicy.ts";
import { createOrganisation, day } from "../support/organisation.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const program = join(import.meta.dirname, "../../dist/hook.cjs");
type Held = ReturnType<typeof createHeldPolicy>;

/** Which of the three files an agent may read. `.env`: only by the organisation's policy. */
function readable(home: string, machineFile: string): string {
  const { gate, identify } = createLastingParts({ home, machineFile, program, platform: "linux" }).forCall();
  const ask = (file: string) => gate.preview({ channel: "fileRead", destination: { assistant: "claude-code", kind: "cloud" }, able: ["allow", "block"], path: identify(join(home, file))! }).enforced;
  return [".env", "plan.txt", "floor.txt"].filter((file) => ask(file) === "allow").join();
}

function isDenied(home: string, machineFile: string, file: string): boolean {
  const { stdout } = spawnSync(process.execPath, [program, "--assistant", "claude-code", "--event", "PreToolUse", "--home", home, "--machine-file", machineFile], { input: JSON.stringify({ hook_event_name: "PreToolUse", cwd: home, tool_name: "Read", tool_input: { file_path: file } }), encoding: "utf8" });
  return stdout.includes('"permissionDecision":"deny"');
}

const inForce = ".env";
const floorAlone = "plan.txt";
const floorAndWhatIsKnown = "";
const byTheProgram = ["fetched today", "deleted", "without its ratchet", "with the clock set back", "forged"];
const replace = ({ edit }: Held, policy: string) => edit("policy", (text) => JSON.stringify({ ...JSON.parse(text) as object, policy }));

const cases: Readonly<Record<string, readonly [readable: string, (held: Held) => unknown]>> = {
  "fetched today": [inForce, ({ take }) => take(1)],
  "expired yesterday, within the grace": [inForce, ({ take }) => take(1, 15)],
  "expired, past the grace": [floorAndWhatIsKnown, ({ take }) => take(1, 20)],
  "never fetched": [floorAlone, () => undefined],
  "deleted": [floorAlone, ({ take, places }) => (take(1), rmSync(places.policy))],
  "without its ratchet": [floorAndWhatIsKnown, ({ take, places }) => (take(1), rmSync(places.ratchet))],
  "without the time that was seen": [floorAndWhatIsKnown, ({ take, places }) => (take(1), rmSync(places.clock))],
  "with everything deleted": [floorAlone, ({ take, places }) => (take(1), rmSync(places.folder, { recursive: true }))],
  "with the clock set back": [floorAndWhatIsKnown, ({ take, places }) => (take(1), writeFileSync(places.clock, JSON.stringify({ latest: Date.now() + 30 * day })))],
  "rolled back": [floorAlone, (held) => (held.take(2), replace(held, held.organisation.signed({ version: 1 }).policy))],
  "forged": [floorAlone, (held) => (held.take(1), replace(held, signPolicy(createOrganisation().key.privateKey, held.organisation.policy({ version: 9 }))))],
  "stripped of its signature": [floorAlone, (held) => (held.take(1), held.edit("policy", (text) => text.replace(/\.[^."]+"\}$/, '."}')))],
  "another organisation's": [floorAlone, (held) => (held.take(1), writeFileSync(held.places.policy, JSON.stringify(createOrganisation("contoso", Date.now()).signed())))],
  "pinned by the user to keys of their own": [floorAlone, ({ places, take, edit }) => {
    const mine = createOrganisation("northwind", Date.now());
    take(1);
    writeFileSync(places.pin, JSON.stringify({ ...mine.anchor, endpoint: "https://mine.example" }));
    edit("policy", () => JSON.stringify(mine.signed({ version: 9, document: { version: 1, extends: "none" } })));
  }],
};

for (const [what, [expected, arrange]] of Object.entries(cases)) test(`a policy ${what}: the hook lets ${expected || "nothing"} pass`, { skip: process.platform !== "linux" }, (context) => {
  const home = temporaryFolder(context);
  const held = createHeldPolicy(home);
  const machineFile = countedMachineFile(context, floorOf(held.organisation));
  if (machineFile === undefined) return;
  arrange(held);
  assert.equal(readable(home, machineFile), expected);
  if (byTheProgram.includes(what)) assert.equal(isDenied(home, machineFile, ".env"), expected !== inForce);
});
