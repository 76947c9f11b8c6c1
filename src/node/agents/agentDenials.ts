import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deniedIn } from "../../assistants/denyList.ts";
import type { Denial } from "../../assistants/installation.ts";
import { knownAssistants } from "../../assistants/known.ts";
import type { ChangeJournal } from "../changeJournal.ts";
import { exclusively } from "../exclusively.ts";
import { readHeadNow } from "../readHeadNow.ts";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";
import { switchStands, type FoundSwitch } from "./hookSwitches.ts";

/** An agent that may use no tool, and why. */
interface Denied {
  readonly assistant: string;
  readonly switches: readonly FoundSwitch[];
  /** What we put into its list. */
  readonly rules: readonly string[];
  /** The file before that; its bytes come back where nobody else has changed it since. */
  readonly kept?: string;
}

/** Keeps agents whose hooks are switched off from every tool, by their clients' own settings, until the switch is gone. */
export interface AgentDenials {
  /** Denies those of `found`, and lifts what no switch stands for any more, in this window or another. Returns the ids of those denied now. */
  readonly settle: (found: readonly FoundSwitch[], wanted: boolean) => readonly string[];
  /** Whose hooks are taken out has none that could be switched off. */
  readonly lift: (assistants: readonly string[]) => void;
  readonly denied: () => readonly string[];
}

interface DenialPlaces {
  readonly home: string;
  /** Our own folder, which agents' tools do not touch. */
  readonly folder: string;
  readonly journal: ChangeJournal;
}

const maxBytes = 1_000_000;

/** The record lives on disk: another window, or the command line, must not lift what this one denied. */
export function createAgentDenials({ home, folder, journal }: DenialPlaces): AgentDenials {
  const record = join(folder, "denied.json");
  const write = ({ assistant, rules, kept }: Omit<Denied, "switches">, { file, editor }: Denial, deny: boolean) => {
    const { put, takeOut } = editor(rules);
    const lift = (text = "") => {
      const ours = put(kept);
      return kept !== undefined && "text" in ours && ours.text === text ? { text: kept } : takeOut(text);
    };
    const place = join(home, file);
    // What is denied stands in a file of its own, or beside the hooks: then only this goes out of it.
    const shared = knownAssistants.some(({ installation }) => installation?.user.some(({ path }) => path === file));
    return deny || shared ? journal.put(place, assistant, { put: deny ? put : lift, takeOut }) : journal.restore(place, { takeOut });
  };
  const settle = (standing: readonly FoundSwitch[]): readonly string[] => {
    const known = read(record);
    const now = knownAssistants.flatMap(({ id, installation }): readonly Denied[] => {
      const denial = installation?.denial;
      const before = known.find(({ assistant }) => assistant === id);
      const switches = unique(standing.filter(({ assistant }) => assistant === id));
      if (denial === undefined || (switches.length === 0 && before === undefined)) return [];
      const change = before ?? toChange(id, denial, readHeadNow(join(home, denial.file), maxBytes)?.replace(/^\uFEFF/, ""));
      // Recorded first: what is not recorded could not be told from a person's own.
      if (before === undefined) writeRecord(record, [...read(record), { ...change, switches }]);
      const done = write(change, denial, switches.length > 0);
      // What could not be lifted is tried again; what could not be denied is not said to be.
      return typeof done === "string" ? (switches.length > 0 ? [{ ...change, switches }] : []) : before === undefined ? [] : [before];
    });
    if (JSON.stringify(now) !== JSON.stringify(read(record))) writeRecord(record, now);
    return now.map(({ assistant }) => assistant);
  };
  return {
    settle: (found, wanted) => {
      if (read(record).length === 0 && (found.length === 0 || !wanted)) return [];
      return exclusively(folder, () => settle(wanted ? [...found, ...switchesIn(record).filter(switchStands)] : []));
    },
    lift: (assistants) => {
      if (read(record).length > 0) exclusively(folder, () => settle(switchesIn(record).filter(({ assistant }) => !assistants.includes(assistant))));
    },
    denied: () => read(record).map(({ assistant }) => assistant),
  };
}

/** What a person denies by a rule of theirs stays when ours go. */
function toChange(assistant: string, { rules }: Denial, kept: string | undefined): Omit<Denied, "switches"> {
  const theirs = deniedIn(kept ?? "");
  return { assistant, rules: rules.filter((rule) => !theirs.includes(rule)), ...(kept === undefined ? {} : { kept }) };
}

const switchesIn = (record: string) => read(record).flatMap(({ switches }) => switches);
const unique = (switches: readonly FoundSwitch[]) => switches.filter(({ file, what }, index) => switches.findIndex((other) => other.file === file && other.what === what) === index);

function writeRecord(file: string, denied: readonly Denied[]): void {
  makeFoldersFor(file, 0o700);
  replaceFile(file, Buffer.from(JSON.stringify(denied)), standingOfNew(file));
}

function read(file: string): readonly Denied[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly Denied[];
  } catch {
    return []; // nobody is denied
  }
}
