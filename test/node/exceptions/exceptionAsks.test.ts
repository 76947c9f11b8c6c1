import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { createExceptionAsks } from "../../../src/node/exceptions/exceptionAsks.ts";
import { writeDevice } from "../../../src/node/reporting/device.ts";
import type { OrganisationState } from "../../../src/node/trust/organisationReader.ts";
import { trustPlaces } from "../../../src/node/trust/trustFiles.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const endpoint = "https://gatelodge.example";
const now = Date.parse("2026-11-25T12:00:00Z");
const wish = { rules: ["above-ceiling"], path: "/home/jo/CANARY.plan", reason: "madeUp", why: "CANARY words", until: now + 86_400_000 } as const;

function setUp(context: TestContext) {
  const places = trustPlaces({ state: temporaryFolder(context) });
  writeDevice(places.device, { endpoint, deviceId: "d-1", deviceToken: "token-1", privateKey: "" });
  const sent: { readonly address: string; readonly body: string | undefined; readonly authorization: string | undefined }[] = [];
  const served = { answer: (): Response => { throw new TypeError("offline"); } };
  const asks = createExceptionAsks({
    places, now: () => now, organisation: () => ({ trusted: { endpoint } }) as OrganisationState,
    fetch: (async (address: string, init: RequestInit) => {
      sent.push({ address, body: init.body as string | undefined, authorization: new Headers(init.headers).get("authorization") ?? undefined });
      return served.answer();
    }) as typeof fetch,
  });
  return { asks, sent, serve: (answer: () => Response) => { served.answer = answer; } };
}

test("what is asked without a connection waits here and goes out later, once, without path and words", async (context) => {
  const { asks, sent, serve } = setUp(context);
  assert.equal((await asks.ask(wish)).state, "waiting");
  serve(() => Response.json({}, { status: 201 }));
  await asks.look();
  await asks.look();
  assert.deepEqual([asks.all().map(({ state }) => state), sent.filter(({ body }) => body !== undefined).length], [["asked"], 2]);
  assert.ok(sent.every(({ address, body = "", authorization }) => address === `${endpoint}/v1/exceptions` && authorization === "Bearer token-1" && !body.includes("CANARY")));
  assert.equal(sent[0]?.body, sent[1]?.body, "the second try is the same ask");
});

test("an answer is kept and told once; one that is no answer changes nothing", async (context) => {
  const { asks, serve } = setUp(context);
  serve(() => Response.json({}, { status: 201 }));
  const { id } = await asks.ask(wish);
  for (const nonsense of [null, { asks: "x" }, { asks: [{ id, state: "granted", until: now, note: "" }] }, { asks: [{ id, state: "approved", until: "soon", note: "" }] }]) {
    serve(() => Response.json(nonsense));
    await asks.look();
    assert.deepEqual([asks.all()[0]?.state, asks.takeUntold()], ["asked", []]);
  }
  serve(() => Response.json({ asks: [{ id, state: "refused", until: wish.until, note: "use samples" }] }));
  await asks.look();
  assert.deepEqual([asks.takeUntold().map(({ state, note }) => [state, note]), asks.takeUntold(), asks.isOpen()], [[["refused", "use samples"]], [], false]);
});

test("what the collector does not take is refused at once", async (context) => {
  const { asks, serve } = setUp(context);
  serve(() => Response.json({}, { status: 403 }));
  assert.equal((await asks.ask(wish)).state, "refused");
});
