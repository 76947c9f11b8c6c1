/** Generated secrets in every listed form, through the real gateway, in pieces of a few bytes: none may be read out of what arrives. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { detect } from "../../src/core/detect/detect.ts";
import { countLeaks } from "../gateway/countLeaks.ts";
import { leaks } from "../gateway/leaksIn.ts";
import { formNames, mixedRequests } from "../gateway/mixedRequests.ts";
import { startGateway, type RunningGateway } from "../gateway/startGateway.ts";

const running: { gateway?: RunningGateway } = {};
before(async () => void (running.gateway = await startGateway()));
after(() => running.gateway!.stop());

test("what would be a leak is told for one, in every form", () => {
  for (const { form, secret, body } of mixedRequests(200, 3)) {
    // Of twins a reader may take either; what is written anew has only the last.
    if (form !== "nothing") assert.ok(leaks(body, secret), form);
  }
  assert.ok(!leaks('{"content":"nothing"}', "a".repeat(40)));
});

test("the generated secrets are what detectors know", () => {
  for (const { secret } of mixedRequests(200, 4)) if (secret !== "") assert.ok(detect(`key: ${secret}`).some(({ kind, tier }) => kind === "secret" && tier !== "possible"), secret.slice(0, 4));
});

test("5,000 mixed requests: no secret arrives, and what hides nothing arrives as it was sent", async () => {
  const { leaked, changed, byForm, refused } = await countLeaks(running.gateway!, 5000, 20_261_125);
  assert.deepEqual([...new Set(leaked)], []);
  assert.equal(changed, 0);
  assert.deepEqual([...byForm.keys()].sort(), [...formNames, "nothing"].sort());
  assert.ok(refused >= byForm.get("as a field's name")! && refused < 1000, `${refused} refused`);
});
