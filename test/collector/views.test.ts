import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { openSqliteStore } from "../../src/collector/sqliteStore.ts";
import { createRollUp } from "../../src/collector/views/rollUp.ts";
import { createSqliteViewDatabase } from "../../src/collector/views/viewDatabase.ts";
import { createViews } from "../../src/collector/views/views.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { asOf, decision, now, reportingTo, type Engine } from "./contract/reportingTo.ts";
import { testStore } from "./contract/storeContract.ts";
import { testViews } from "./contract/viewsContract.ts";

async function openSqlite(context: TestContext, folder: string): Promise<Engine> {
  const { store, views, first } = openSqliteStore(folder);
  context.after(() => store.close());
  return {
    store, views, adminToken: first?.adminToken ?? "",
    facts: async () => {
      const database = new DatabaseSync(join(folder, "events.db"));
      const facts = JSON.stringify(database.prepare("SELECT * FROM viewFacts").all());
      database.close();
      return facts;
    },
  };
}

const open = (context: TestContext) => openSqlite(context, temporaryFolder(context));
testStore("SQLite", open);
testViews("SQLite", open);

test("a database from before the pages is counted once when it is opened, and forgets with its events and machines", async (context) => {
  const folder = temporaryFolder(context);
  const { views, event, report } = await reportingTo((each) => openSqlite(each, folder))(context, 1);
  await report(0, event("decision", now, decision), event("tamper", now, { "gatelodge.tamper.kind": "hooksChanged" }));
  const whole = await views.overview(asOf);
  const database = new DatabaseSync(join(folder, "events.db"));
  context.after(() => database.close());
  for (const table of ["viewEvents", "viewDays", "viewUsage", "viewSeen", "viewDevices", "viewFacts"]) database.exec(`DROP TABLE ${table}`);
  createRollUp(database);
  createRollUp(database);
  const again = createViews(createSqliteViewDatabase(database));
  assert.deepEqual(await again.overview(asOf), whole);
  database.exec("DELETE FROM events; DELETE FROM devices");
  assert.deepEqual([(await again.events({}, now)).rows, (await again.ai("", now)).assistants, (await again.devices.list({ page: 1 }, asOf)).total], [[], [], 0]);
});
