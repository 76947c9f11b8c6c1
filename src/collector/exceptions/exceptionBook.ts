import type { DatabaseSync } from "node:sqlite";
import type { AskAnswer, AskState, ExceptionAsk } from "../../core/exceptionAsk.ts";
import type { ExceptionRow } from "../../core/dashboard/administration.ts";
import type { GrantedException } from "../../core/trust/signedContent.ts";
import { toDeviceName } from "../../node/exceptions/fileKeys.ts";
import { dayMilliseconds } from "../views/days.ts";

export interface Answering {
  readonly state: "approved" | "refused" | "withdrawn";
  readonly until: number;
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

export interface ExceptionBook {
  /** The same ask again changes nothing. `refused`: too many of this machine wait, or the number is another's. */
  readonly ask: (device: string, ask: ExceptionAsk, now: number) => "kept" | "refused";
  readonly ofDevice: (device: string, now: number) => readonly AskAnswer[];
  /** Without machines: what a person did is told without theirs. */
  readonly all: (now: number) => readonly ExceptionRow[];
  readonly find: (id: string, now: number) => ExceptionRow | undefined;
  /** `false`: there is none that can be answered so. */
  readonly answer: (id: string, answering: Answering) => boolean;
  /** What machines are told in the signed policy. */
  readonly granted: (now: number) => readonly GrantedException[];
  readonly isFull: (now: number) => boolean;
  /** Told to whom `identities` lets know it. */
  readonly deviceOf: (id: string) => string | undefined;
  readonly erase: (device: string) => void;
}

const mostWaiting = 20;
/** What a signed policy takes. */
const mostGranted = 2000;
const mostShown = 500;

interface Row { readonly id: string; readonly device: string; readonly rules: string; readonly file: string; readonly reason: string; readonly asked: number; readonly until: number; readonly state: AskState; readonly note: string; readonly answeredBy: string | null; readonly answeredAt: number | null }

/** What machines ask to be lifted, and what was answered. */
export function createExceptionBook(database: DatabaseSync): ExceptionBook {
  const find = database.prepare("SELECT * FROM exceptions WHERE id = ?");
  // Those that nobody answered in time count too, for a day.
  const waiting = database.prepare("SELECT COUNT(*) AS count FROM exceptions WHERE device = ? AND state = 'asked' AND (until > ? OR asked > ?)");
  const add = database.prepare("INSERT INTO exceptions (id, device, rules, file, reason, asked, until, state, note) VALUES (?, ?, ?, ?, ?, ?, ?, 'asked', '')");
  const ofDevice = database.prepare(`SELECT * FROM exceptions WHERE device = ? ORDER BY asked DESC LIMIT ${mostShown}`);
  const all = database.prepare(`SELECT * FROM exceptions ORDER BY state = 'asked' AND until > ? DESC, asked DESC, id LIMIT ${mostShown}`);
  const answer = database.prepare("UPDATE exceptions SET state = ?, until = ?, note = ?, answeredBy = ?, answeredAt = ? WHERE id = ? AND state = ? AND until > ?");
  const approved = database.prepare("SELECT * FROM exceptions WHERE state = 'approved' AND until > ? ORDER BY id");
  const granted = (now: number) => approved.all(now).map((row) => toGranted(row as unknown as Row));
  return {
    ask: (device, ask, now) => {
      const known = find.get(ask.id);
      if (known !== undefined) return known["device"] === device ? "kept" : "refused";
      if (Number(waiting.get(device, now, now - dayMilliseconds)?.["count"]) >= mostWaiting) return "refused";
      add.run(ask.id, device, JSON.stringify(ask.rules), ask.file, ask.reason, now, ask.until);
      return "kept";
    },
    ofDevice: (device, now) => ofDevice.all(device).map((row) => row as unknown as Row).map((row) => ({ id: row.id, state: stateOf(row, now), until: row.until, note: row.note })),
    all: (now) => all.all(now).map((row) => toShown(row as unknown as Row, now)),
    find: (id, now) => {
      const row = find.get(id);
      return row === undefined ? undefined : toShown(row as unknown as Row, now);
    },
    answer: (id, { state, until, note, by, at }) => answer.run(state, until, note, by, at, id, state === "withdrawn" ? "approved" : "asked", at).changes > 0,
    granted,
    isFull: (now) => granted(now).length >= mostGranted,
    deviceOf: (id) => (find.get(id) as Row | undefined)?.device,
    erase: (device) => void database.prepare("DELETE FROM exceptions WHERE device = ?").run(device),
  };
}

const stateOf = ({ state, until }: Row, now: number): AskState => ((state === "asked" || state === "approved") && until <= now ? "expired" : state);

const rulesOf = ({ rules }: Row) => JSON.parse(rules) as readonly string[];

function toShown(row: Row, now: number): ExceptionRow {
  const { id, reason, asked, until, note, answeredBy, answeredAt } = row;
  return { id, rules: rulesOf(row), reason: reason as ExceptionRow["reason"], asked, until, state: stateOf(row, now), note, ...(answeredBy === null || answeredAt === null ? {} : { answeredBy, answeredAt }) };
}

const toGranted = (row: Row): GrantedException => ({ id: row.id, device: toDeviceName(row.id, row.device), file: row.file, rules: rulesOf(row), owner: row.answeredBy ?? "", reason: row.reason, expires: new Date(row.until).toISOString() });
