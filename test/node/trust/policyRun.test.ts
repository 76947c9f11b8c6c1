import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { createPolicyRun } from "../../../src/node/trust/policyRun.ts";
import { createOrganisationReader } from "../../../src/node/trust/organisationReader.ts";
import { readPin, trustPlaces, writeTrustFile } from "../../../src/node/trust/trustFiles.ts";
import { createOrganisation, day, today } from "../../support/organisation.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const endpoint = "https://gatelodge.example";
const device = { endpoint, deviceId: "d-1", deviceToken: "token-1", privateKey: "" };

function setUp(context: TestContext, { rootKeys = true } = {}) {
  const organisation = createOrganisation();
  const places = trustPlaces({ state: temporaryFolder(context) });
  const clock = { time: today };
  const served = { answer: () => new Response(null, { status: 503 }), asked: [] as Headers[] };
  const now = () => clock.time;
  const read = createOrganisationReader(places, now);
  const state = () => read({ id: "northwind", endpoint, ...(rootKeys ? { rootKeys: [organisation.root.publicKey] } : {}) }, "trusted");
  const forgotten: string[] = [];
  const run = createPolicyRun({
    places, now, organisation: state, random: () => 0.5, deviceOf: async () => device, onUnauthorised: ({ deviceToken }) => void forgotten.push(deviceToken),
    fetch: async (address, init) => {
      assert.equal(address, `${endpoint}/v1/policy`);
      served.asked.push(new Headers(init?.headers));
      return served.answer();
    },
  });
  const serve = (policy: object, etag = '"sha256-1"') => { served.answer = () => Response.json(policy, { headers: { etag } }); };
  return { organisation, places, clock, served, run, serve, state, forgotten };
}

test("a policy is fetched with the device's key, comes into force, and is asked for again by its name", async (context) => {
  const { organisation, served, run, serve, state, clock } = setUp(context);
  assert.equal(state()?.condition, "missing");
  serve(organisation.signed({ version: 7 }));
  assert.deepEqual(await run.look(), { kind: "applied", version: 7 });
  assert.equal(state()?.condition, "fresh");
  assert.deepEqual(await run.look(), { kind: "waiting" });
  clock.time += 180_000;
  served.answer = () => new Response(null, { status: 304 });
  assert.deepEqual(await run.look(), { kind: "unchanged" });
  assert.deepEqual(served.asked.map((headers) => [headers.get("authorization"), headers.get("if-none-match")]), [["Bearer token-1", null], ["Bearer token-1", '"sha256-1"']]);
});

test("what an endpoint serves and does not count leaves the good one in force", async (context) => {
  const { organisation, run, serve, state } = setUp(context);
  serve(organisation.signed({ version: 7 }));
  await run.ask();
  for (const [offered, reason] of [[organisation.signed({ version: 6 }), "rollback"], [organisation.signed({ version: 7, monitorRules: ["x"] }), "equivocation"], [createOrganisation().signed({ version: 9 }), "keys-key"]] as const) {
    serve(offered);
    assert.deepEqual(await run.ask(), { kind: "rejected", reason });
    assert.deepEqual([state()?.condition, state()?.version], ["fresh", 7]);
  }
});

for (const [what, file] of [["a lost ratchet", "ratchet"], ["a lost clock", "clock"], ["a damaged policy", "policy"]] as const) test(`${what} is mended by the next answer, which is asked for in full`, async (context) => {
  const { organisation, run, serve, state, served, places } = setUp(context);
  serve(organisation.signed());
  await run.ask();
  writeTrustFile(places[file], {} as never);
  assert.notEqual(state()?.condition, "fresh");
  await run.ask();
  assert.equal(served.asked[1]?.get("if-none-match"), null);
  assert.equal(state()?.condition, "fresh");
});

test("an endpoint that fails is asked more and more seldom, at most once an hour, and no sooner than it says", async (context) => {
  const { run, clock, served } = setUp(context);
  const pauses = [];
  for (let question = 0; question < 8; question++) {
    await run.look();
    const before = clock.time;
    while ((await run.look()).kind === "waiting") clock.time += 60_000;
    pauses.push((clock.time - before) / 60_000);
  }
  assert.deepEqual(pauses.slice(0, 2).map((pause) => pause <= 6), [true, true]);
  assert.ok(pauses.every((pause) => pause <= 60) && pauses.at(-1) === 60, String(pauses));
  served.answer = () => new Response(null, { status: 503, headers: { "retry-after": "7200" } });
  await run.ask();
  clock.time += 7_100_000;
  assert.equal((await run.look()).kind, "waiting");
});

test("a key that is not taken is forgotten, and the policy stays", async (context) => {
  const { organisation, run, serve, state, served, forgotten } = setUp(context);
  serve(organisation.signed());
  await run.ask();
  served.answer = () => new Response(null, { status: 401 });
  assert.deepEqual(await run.ask(), { kind: "unauthorised" });
  assert.deepEqual([forgotten, state()?.condition], [["token-1"], "fresh"]);
});

for (const [what, answer] of [["a page", () => new Response("<html>sign in</html>")], ["a redirect", () => new Response(null, { status: 302, headers: { location: "https://elsewhere.example" } })], ["more than a policy can be", () => new Response("x".repeat(2_200_000))], ["an error", () => Response.error()], ["null", () => Response.json(null)]] as const) test(`${what} in place of a policy is no answer`, async (context) => {
  const { run, served } = setUp(context);
  served.answer = answer;
  assert.deepEqual(await run.ask(), { kind: "later" });
});

test("without root keys in the machine file the first answer's are pinned, and no others count from then on", async (context) => {
  const { organisation, run, serve, state, places } = setUp(context, { rootKeys: false });
  serve(organisation.signed());
  assert.deepEqual(await run.ask(), { kind: "applied", version: 1 });
  assert.deepEqual(readPin(places.pin)?.roots, organisation.anchor.roots);
  assert.deepEqual([state()?.condition, state()?.trusted.pinnedByRoot], ["fresh", false]);
  serve(createOrganisation().signed({ version: 9 }));
  assert.deepEqual(await run.ask(), { kind: "rejected", reason: "keys-key" });
});

test("a first answer that does not count pins nothing", async (context) => {
  const { run, serve, places } = setUp(context, { rootKeys: false });
  serve(createOrganisation("contoso").signed());
  assert.equal((await run.ask()).kind, "rejected");
  assert.equal(readPin(places.pin), undefined);
});

test("a clock that once ran far ahead is put right by a policy that is newer than all before, and by no other", async (context) => {
  const { organisation, run, serve, state, clock } = setUp(context);
  serve(organisation.signed());
  await run.ask();
  clock.time += 4000 * day;
  assert.equal(state()?.condition, "stale");
  clock.time = today + day;
  assert.equal(state()?.condition, "stale");
  assert.deepEqual(await run.ask(), { kind: "rejected", reason: "expired" });
  serve(organisation.signed({ version: 2 }));
  assert.deepEqual(await run.ask(), { kind: "applied", version: 2 });
  assert.equal(state()?.condition, "fresh");
});
