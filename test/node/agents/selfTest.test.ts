/** What counts as a refusal in a self-test: only what the client itself takes for one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { HookAnswer } from "../../../src/assistants/dialect.ts";
import { knownAssistants } from "../../../src/assistants/known.ts";
import { plantedQuestions } from "../../../src/assistants/plantedQuestions.ts";
import { toProblem } from "../../../src/node/agents/selfTest.ts";

const reason = "Gatelodge, rule above-ceiling (.env): not for it.";
const things = { folder: "/shop", restricted: "/shop/.env", secret: "the-secret", hookFile: "/home/dev/hooks.json" };

for (const { id, dialect, installation } of knownAssistants) {
  if (dialect === undefined || installation === undefined) continue;
  test(`${id}: refusals pass; what lets through, fails, gives back or speaks another's tongue does not`, () => {
    for (const question of plantedQuestions(installation.planted, things)) {
      const { event, payload } = question;
      const read = dialect.read(event, payload);
      assert.ok(read, `${event} is not understood`);
      const problem = (answer: Partial<HookAnswer>): string | undefined => toProblem(dialect, question, { stdout: "", stderr: "", exitCode: 0, ...answer }, things.secret);
      const written = (effect: "allow" | "block", text: string): HookAnswer => dialect.write(event, { effect, reason: text }, read);
      if (question.harmless === true) {
        assert.equal(problem(written("allow", "")), undefined);
        assert.ok(problem(written("block", reason)));
        continue;
      }
      assert.equal(problem(written("block", reason)), undefined, `${question.channel}: ${written("block", reason).stdout}`);
      assert.match(problem(written("allow", "")) ?? "", /let it through/);
      assert.match(problem(written("block", "Gatelodge's hook cannot run, so this was stopped.")) ?? "", /cannot run/);
      assert.match(problem(written("block", "Gatelodge, rule otherwise: unread")) ?? "", /could not decide/);
      assert.match(problem({ ...written("block", reason), stdout: `${written("block", reason).stdout}the-secret` }) ?? "", /gave a secret back/);
      assert.ok(problem({}), "silence");
      assert.ok(problem({ stdout: JSON.stringify({ verdict: reason }) }), "a form the client does not know");
      assert.ok(problem({ ...written("block", reason), exitCode: 1 }), "an exit code that lets through");
    }
  });
}
