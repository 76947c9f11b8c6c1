import { guardNamesSql } from "./eventRow.ts";

/**
 * What the pages read, so that none counts raw events. Deleting an event or a machine takes its traces along, whoever deletes;
 * sums of days stay.
 */
export const rollUpSchema = `
  CREATE TABLE IF NOT EXISTS viewEvents (time INTEGER NOT NULL, device TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, effect TEXT NOT NULL, subject TEXT NOT NULL, assistant TEXT NOT NULL, channel TEXT NOT NULL, PRIMARY KEY (time, device, id)) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS viewEventsBySubject ON viewEvents (subject, time);
  DROP INDEX IF EXISTS viewEventsOfGuards;
  CREATE INDEX IF NOT EXISTS viewEventsAboutGuards ON viewEvents (device, time) WHERE name IN (${guardNamesSql});
  CREATE TABLE IF NOT EXISTS viewDays (day TEXT NOT NULL, name TEXT NOT NULL, effect TEXT NOT NULL, subject TEXT NOT NULL, assistant TEXT NOT NULL, channel TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, name, effect, subject, assistant, channel)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS viewUsage (day TEXT NOT NULL, assistant TEXT NOT NULL, channel TEXT NOT NULL, effect TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, assistant, channel, effect)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS viewSeen (kind TEXT NOT NULL, value TEXT NOT NULL, device TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (kind, value, device)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS viewDevices (device TEXT PRIMARY KEY, heartbeat INTEGER, reported INTEGER, tampered INTEGER, tamperKind TEXT NOT NULL DEFAULT '', mode TEXT NOT NULL DEFAULT '', policy TEXT NOT NULL DEFAULT '', programs TEXT NOT NULL DEFAULT '', server TEXT NOT NULL DEFAULT '', doorsOff TEXT NOT NULL DEFAULT '[]', hooks TEXT NOT NULL DEFAULT '[]', hooksOff TEXT NOT NULL DEFAULT '[]', undecided INTEGER NOT NULL DEFAULT 0, unrecorded INTEGER NOT NULL DEFAULT 0, unspooled INTEGER NOT NULL DEFAULT 0, queueAge INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS viewFacts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS viewForgetEvent AFTER DELETE ON events BEGIN DELETE FROM viewEvents WHERE time = OLD.time AND device = OLD.device AND id = OLD.id; END;
  CREATE TRIGGER IF NOT EXISTS viewForgetDevice AFTER DELETE ON devices BEGIN
    DELETE FROM viewDevices WHERE device = OLD.id;
    DELETE FROM viewSeen WHERE device = OLD.id;
  END;
`;
