import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pinEditor, type PinEdit } from "../../assistants/pins/pinEditor.ts";
import { pinFiles } from "../../assistants/pins/pinText.ts";
import type { PinInForce } from "../../core/policy/policy.ts";
import { keepsPin } from "../../core/policy/pins.ts";
import { createChangeJournal } from "../changeJournal.ts";
import type { Locations } from "../locations.ts";
import { readHeadNow } from "../readHeadNow.ts";

/** How a pinned setting of an assistant stands in its file. */
export interface PinnedState {
  readonly pin: PinInForce;
  readonly file: string;
  /** `unclear`: the file cannot be read, so nobody knows. */
  readonly state: "kept" | "drifted" | "unclear";
  /** As it is written. */
  readonly found?: string;
}

export interface PinnedFiles {
  /** Of pins of assistants that are used here; whose folder is missing is not. */
  readonly look: (pins: readonly PinInForce[]) => readonly PinnedState[];
  /** Sets those that drifted. Gives a sentence for each file that could not be written. */
  readonly restore: (states: readonly PinnedState[]) => ReadonlyMap<string, string>;
  /** Puts back what stood there before us, byte for byte where nobody else has written the file since. */
  readonly undo: () => void;
}

const longest = 1_000_000;

export const pinsFolder = ({ state }: Pick<Locations, "state">): string => join(state, "pins");

/** `folder`: for what stood in the files, this user's alone. */
export function createPinnedFiles({ home, folder }: { readonly home: string; readonly folder: string }): PinnedFiles {
  const journal = createChangeJournal(folder);
  const textOf = (assistant: string) => pinFiles.find((each) => each.assistant === assistant)?.text;
  const recorded = (file: string) => journal.entries().find((entry) => entry.file === file)?.editor;
  return {
    look: (pins) => pinFiles.flatMap(({ assistant, file, text }): readonly PinnedState[] => {
      const own = pins.filter((pin) => pin.assistant === assistant);
      const place = join(home, file);
      if (own.length === 0 || !existsSync(dirname(place))) return [];
      const content = existsSync(place) ? readHeadNow(place, longest) : "";
      return own.map((pin): PinnedState => {
        const read = content === undefined ? "unclear" : text.read(content.replace(/^\uFEFF/, ""), pin.setting);
        return read === "unclear" ? { pin, file: place, state: "unclear" } : { pin, file: place, state: keepsPin(pin, read.value) ? "kept" : "drifted", ...(read.source === undefined ? {} : { found: read.source }) };
      });
    }),
    restore: (states) => {
      const drifted = states.filter(({ state }) => state === "drifted");
      return new Map([...new Set(drifted.map(({ file }) => file))].flatMap((file): readonly (readonly [string, string])[] => {
        const own = drifted.filter((each) => each.file === file);
        const assistant = own[0]?.pin.assistant ?? "";
        const text = textOf(assistant);
        if (text === undefined) return [];
        const now = own.map(({ pin: { setting, value }, found }): PinEdit => ({ setting, ours: value, ...(found === undefined ? {} : { before: found }) }));
        const edits = [...readEdits(recorded(file)).edits.filter(({ setting }) => !now.some((each) => each.setting === setting)), ...now];
        const change = journal.put(file, JSON.stringify({ assistant, edits }), pinEditor(text, edits));
        return typeof change === "string" ? [] : [[file, change.error]];
      }));
    },
    undo: () => {
      for (const { file, editor } of journal.entries()) {
        const { assistant, edits } = readEdits(editor);
        const text = textOf(assistant);
        if (text !== undefined) journal.restore(file, pinEditor(text, edits));
      }
    },
  };
}

/** The journal's own record says what an edit was, so that it can be taken out when no policy knows of it any more. */
function readEdits(editor = "{}"): { readonly assistant: string; readonly edits: readonly PinEdit[] } {
  const { assistant = "", edits = [] } = JSON.parse(editor) as { readonly assistant?: string; readonly edits?: readonly PinEdit[] };
  return { assistant, edits };
}
