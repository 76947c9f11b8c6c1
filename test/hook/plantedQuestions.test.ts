/** What a self-test asks of installed hooks, answered by the ordinary rules in each client's own words. The program itself is not started here. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { knownAssistants } from "../../src/assistants/known.ts";
import { plantedQuestions } from "../../src/assistants/plantedQuestions.ts";
import { answerHook } from "../../src/hook/answer.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { toProblem } from "../../src/node/agents/selfTest.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const secret = `glp${"at-"}ABCDEFGHJKLMNPQRST42`;

for (const { id, dialect, installation, kind } of knownAssistants) {
  if (dialect === undefined || installation === undefined) continue;
  test(`${id}: what is planted is refused or masked, and what is harmless passes`, (context) => {
    const home = temporaryFolder(context);
    const folder = join(home, "shop");
    mkdirSync(join(folder, ".git"), { recursive: true });
    writeFileSync(join(folder, ".env"), `API_KEY=${secret}\n`);
    const parts = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
    const places = installation.user.filter(({ onlyIfThere }) => onlyIfThere === undefined).map(({ path }) => join(home, path));
    assert.deepEqual(plantedQuestions(installation.planted, { folder, restricted: join(folder, ".env"), secret, hookFile: places[0] ?? "" }).map((question) => {
      const answer = answerHook({ text: JSON.stringify(question.payload) }, { assistant: { id, kind, dialect }, event: question.event }, parts.forCall(), 10_000);
      return [question.channel, toProblem(dialect, question, answer, secret)];
    }).filter(([, problem]) => problem !== undefined), []);
    parts.finish();
  });
}
