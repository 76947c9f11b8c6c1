/** ClickHouse's real engine, asked by the official client: the same contract that SQLite keeps, and what several collectors promise. */
import assert from "node:assert/strict";
import { after, test, type TestContext } from "node:test";
import { openClickhouse } from "../../src/collector/clickhouse/clickhouseDatabase.ts";
import { openClickhouseStore } from "../../src/collector/clickhouse/clickhouseStore.ts";
import { asOf, day, decision, now, reportingTo, type Engine } from "../collector/contract/reportingTo.ts";
import { testStore } from "../collector/contract/storeContract.ts";
import { testViews } from "../collector/contract/viewsContract.ts";
import { startClickhouse } from "./startClickhouse.ts";

const clickhouse = await startClickhouse();
const atOnce = { gather: 0, recount: 0, tokens: 0 };

if ("missing" in clickhouse) {
  test("ClickHouse", { skip: `skipped: ${clickhouse.missing}` }, () => {});
} else {
  const { url, stop } = clickhouse;
  after(stop);
  const state = { number: 0 };
  const address = { url, user: "default", password: "" };
  /** A database that no other test has. */
  const newDatabase = async (): Promise<string> => {
    const name = `test${state.number++}`;
    const server = await openClickhouse({ ...address, database: "default" });
    await server.run(`CREATE DATABASE ${name}`);
    await server.close();
    return name;
  };
  const openIn = async (context: TestContext, database: string): Promise<Engine> => {
    const asked = await openClickhouse({ ...address, database });
    const { store, views, first } = await openClickhouseStore(asked, { times: atOnce });
    context.after(() => store.close());
    await first?.shown();
    return { store, views, adminToken: first?.adminToken ?? "", facts: async () => JSON.stringify(await asked.all("SELECT * FROM viewFacts")) };
  };
  const open = async (context: TestContext) => openIn(context, await newDatabase());
  testStore("ClickHouse", open);
  testViews("ClickHouse", open);

  test("as long as nobody has seen the token of the first start each start makes another, and what machines may have got stays", async (context) => {
    const asked = await openClickhouse({ ...address, database: await newDatabase() });
    context.after(() => asked.close());
    const [one, two] = [await openClickhouseStore(asked), await openClickhouseStore(asked)];
    assert.deepEqual([one.first?.isNew, two.first?.isNew], [true, false]);
    assert.deepEqual([await two.store.isAdmin(one.first?.adminToken ?? ""), await two.store.isAdmin(two.first?.adminToken ?? "")], [false, true]);
    assert.equal((await openClickhouseStore(asked, { isIntake: true })).first, undefined);
    await two.first?.shown();
    assert.equal((await openClickhouseStore(asked)).first, undefined);
    assert.equal(await one.store.nameKey(), await two.store.nameKey());
  });

  test("two collectors on one ClickHouse know the same machines, and what both are sent counts once", async (context) => {
    const database = await newDatabase();
    const { store, views, ids, event } = await reportingTo((each) => openIn(each, database))(context, 1);
    const other = await openIn(context, database);
    assert.equal(other.adminToken, "");
    assert.deepEqual([await other.store.deviceOf("token-0"), await other.store.nameKey()], [{ id: ids[0] }, await store.nameKey()]);
    const events = Array.from({ length: 40 }, (_, index) => event("decision", now - index * 1000, decision));
    const usage = event("usage.hourly", now - day, { "gatelodge.assistant.id": "codex", "gatelodge.channel": "shell", "gatelodge.usage.allow": 3 });
    const send = (to: Engine["store"]) => to.append({ id: ids[0] ?? "" }, [...events, usage], now);
    // At the same moment, and again as a sender does that was not answered.
    await Promise.all([send(store), send(other.store), send(store), send(other.store)]);
    assert.deepEqual(await send(other.store), { accepted: 0, duplicate: 41 });
    for (const each of [views, other.views]) assert.equal((await each.overview(asOf)).effects["block"], 40);
    assert.equal((await views.events({}, now)).rows.length, 40);
    await other.store.sendAway(ids[0] ?? "", now);
    assert.equal(await store.deviceOf("token-0"), undefined);
  });
}
