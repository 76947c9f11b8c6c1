/** Payloads with anything wrong in them: the answer is a valid one, and what nobody can read is never allowed. `GATELODGE_SEED` repeats a run. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { knownAssistants } from "../../src/assistants/known.ts";
import { answerHook } from "../../src/hook/answer.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { createRandom, testSeed } from "../core/detect/generated/random.ts";
import { readFixture } from "../support/hookFixtures.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const fixtures = { "claude-code": "claude-code", "github-copilot": "copilot-cli", codex: "codex" };
const rounds = 60;

for (const [id, folder] of Object.entries(fixtures)) test(`${id}: every damaged message has an answer`, (context) => {
  const assistant = knownAssistants.find((known) => known.id === id);
  assert.ok(assistant?.dialect !== undefined);
  const home = temporaryFolder(context);
  mkdirSync(join(home, "proj"));
  writeFileSync(join(home, "proj", ".env"), "KEY=CANARY\n");
  const parts = createLastingParts({ home, machineFile: join(home, "none"), program: join(home, "programs"), platform: "linux" }).forCall();
  const random = createRandom(testSeed());
  const allowed = assistant.dialect.write(assistant.dialect.events[0] ?? "", { effect: "allow", reason: "" }).stdout;
  let unreadable = 0;
  for (const file of readdirSync(join(import.meta.dirname, "../fixtures/hooks", folder))) {
    const name = file.replace(/\.json$/, "");
    const event = name.split(".")[0] ?? "";
    const text = JSON.stringify(readFixture(folder, name)).replaceAll("/home/dev", home);
    for (let round = 0; round < rounds; round += 1) {
      const damaged = round === 0 ? text : damage(text, random.below);
      const { stdout, exitCode } = answerHook({ text: damaged }, { assistant: { ...assistant, dialect: assistant.dialect }, event }, parts, 10_000);
      assert.equal(exitCode, 0, `seed ${random.seed}`);
      assert.equal(typeof JSON.parse(stdout), "object", `seed ${random.seed}: ${damaged}`);
      if (isJson(damaged) || !assistant.dialect.events.includes(event)) continue;
      unreadable += 1;
      assert.notEqual(stdout, allowed, `seed ${random.seed}: ${event}: ${damaged}`);
    }
  }
  assert.ok(unreadable > rounds, "hardly any message was beyond reading");
});

/** Cuts, doubles or replaces a piece. */
function damage(text: string, next: (below: number) => number): string {
  const at = next(text.length);
  const end = at + next(20);
  const pieces = ["", "null", "[]", "{}", "\"\"", "1e999", "\\u0000", "}", "\"", text.slice(at, end).repeat(2), "[".repeat(500)];
  return text.slice(0, at) + (pieces[next(pieces.length)] ?? "") + text.slice(end);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
