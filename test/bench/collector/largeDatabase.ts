/**
 * A collector's database of a fleet of 5,000 with as many events as are wanted, kept in the toolchain's cache: the demo's events by
 * the way that real ones take, and copies of them by SQL, spread over 84 days.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { cache } from "../../../scripts/toolchain/paths.mjs";
import { createDemoEvents } from "../../../src/collector/demo/demoEvents.ts";
import { createRandom } from "../../../src/collector/demo/random.ts";
import type { EventStore } from "../../../src/collector/eventStore.ts";
import { openSqliteStore } from "../../../src/collector/sqliteStore.ts";

export const fleet = 5000;
export const idOf = (device: number): string => `device-${device}`;
export const tokenOf = (device: number): string => `made-up-token-of-machine-${device}`;

export interface LargeDatabase {
  readonly folder: string;
  readonly adminToken: string;
  /** The moment at which the events end. */
  readonly now: number;
  readonly events: number;
}

/** What each machine of the fleet reports in the demo; many at once, since a store that gathers writes them together. */
export async function reportFleet(store: EventStore, now: number): Promise<number> {
  const reports = Array.from({ length: fleet }, (_, number) => createDemoEvents(createRandom(number), now));
  await Promise.all(reports.map(async (events, number) => store.append({ id: idOf(number) }, events, now)));
  return reports.reduce((sum, { length }) => sum + length, 0);
}

/** Copies of what is there, each of its number, some of them earlier. */
const copies = (factor: number) => `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${factor - 1})`;
const earlier = "(n.value % 3) * 28 * 86400000";

function multiply(file: string, factor: number): void {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN;
    CREATE TABLE seed AS SELECT * FROM events; CREATE TABLE seedListed AS SELECT * FROM viewEvents; CREATE TABLE seedUsage AS SELECT * FROM viewUsage;
    DROP INDEX eventsByTime; DROP INDEX viewEventsBySubject; DROP INDEX viewEventsOfGuards;
    ${copies(factor)} INSERT INTO events SELECT id || '-' || n.value, device, time - ${earlier}, name, attributes FROM seed, n ORDER BY device, id, n.value;
    ${copies(factor)} INSERT INTO viewEvents SELECT time - ${earlier}, device, id || '-' || n.value, name, effect, subject, assistant, channel FROM seedListed, n ORDER BY 1, 2, 3;
    DELETE FROM viewDays;
    INSERT INTO viewDays SELECT date(time / 1000, 'unixepoch') AS day, name, effect, subject, assistant, channel, COUNT(*) FROM viewEvents GROUP BY 1, 2, 3, 4, 5, 6;
    ${copies(factor)} INSERT INTO viewUsage SELECT date(day, '-' || ((n.value % 3) * 28) || ' days'), assistant, channel, effect, count FROM seedUsage, n WHERE TRUE ON CONFLICT DO UPDATE SET count = count + excluded.count;
    DROP TABLE seed; DROP TABLE seedListed; DROP TABLE seedUsage;
    COMMIT`);
  database.close();
}

/** Made once; a run that was interrupted leaves none. */
export async function openLargeDatabase(wanted: number): Promise<LargeDatabase> {
  const folder = join(cache, "bench", `collector-${wanted}`);
  const facts = join(folder, "facts.json");
  if (!existsSync(facts)) {
    const draft = `${folder}.draft-${process.pid}`;
    mkdirSync(draft, { recursive: true });
    const now = Date.now();
    const { store, views, first } = openSqliteStore(draft);
    const state = { seed: 0 };
    await views.asDemo(async () => {
      for (let number = 0; number < fleet; number += 1) store.enrol({ id: idOf(number), token: tokenOf(number), publicKey: `key-${number}` }, now);
      state.seed = await reportFleet(store, now);
    });
    // Its token is known from now on.
    await first?.shown();
    store.close();
    const factor = Math.max(1, Math.ceil(wanted / state.seed));
    multiply(join(draft, "events.db"), factor);
    // Opening it makes the indexes that were left out.
    openSqliteStore(draft).store.close();
    writeFileSync(join(draft, "facts.json"), JSON.stringify({ now, events: state.seed * factor, adminToken: first?.adminToken ?? "" }));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  }
  return { folder, ...(JSON.parse(readFileSync(facts, "utf8")) as Omit<LargeDatabase, "folder">) };
}
