import type { PinValue } from "../../core/policy/pinnable.ts";
import type { Edited, TextEditor } from "../textEdit.ts";
import type { PinText } from "./pinText.ts";

/** A setting that we set, and what was written there before; without `before` nothing stood there. */
export interface PinEdit {
  readonly setting: string;
  readonly ours: PinValue;
  readonly before?: string;
}

/** Sets settings of one file; taking out puts back what stood there, wherever ours still stands. */
export function pinEditor(text: PinText, edits: readonly PinEdit[]): TextEditor {
  const put = (given = ""): Edited => {
    const done = edits.reduce<string | undefined>((current, { setting, ours }) => (current === undefined ? undefined : isOurs(text, current, setting, ours) ? current : text.put(current, setting, JSON.stringify(ours))), given);
    return done === undefined ? { error: "its settings cannot be told apart; set them by hand" } : { text: done };
  };
  const takeOut = (given: string): Edited => {
    const out = edits.reduce((current, { setting, ours, before }) => {
      if (!isOurs(text, current, setting, ours)) return current;
      return before === undefined ? text.take(current, setting) : text.put(current, setting, before) ?? current;
    }, given);
    return { text: out, ...(text.isEmpty(out) ? { empty: true } : {}) };
  };
  return { put, takeOut };
}

function isOurs(text: PinText, current: string, setting: string, ours: PinValue): boolean {
  const found = text.read(current, setting);
  return found !== "unclear" && found.value === ours;
}
