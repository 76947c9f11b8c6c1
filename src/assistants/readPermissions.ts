import { getNodeValue } from "jsonc-parser";
import { fieldsOf } from "./hooks/fields.ts";
import { appendTo, parseJsonText, removeAt } from "./jsonText.ts";
import type { TextEditor } from "./textEdit.ts";

const path = ["permission", "read"] as const;
const unknownForm = { error: "its permissions stand in a form that is not known; it was left as it is" };

/** Patterns that opencode's tools may not read, `permission.read`. The last pattern that matches counts; a person's own stay. */
export function readPermissionEditor(patterns: readonly string[]): TextEditor {
  return {
    put: (text = "") => {
      const start = text.trim() === "" ? "{}\n" : text;
      const present = permissionsIn(start);
      if (present === undefined) return unknownForm;
      const done = patterns.filter((pattern) => !(pattern in present)).reduce<string | undefined>((current, pattern) => (current === undefined ? undefined : add(current, pattern)), start);
      return done === undefined || parseJsonText(done) === undefined ? unknownForm : { text: done };
    },
    takeOut: (text) => {
      const present = permissionsIn(text);
      if (present === undefined) return unknownForm;
      const out = patterns.filter((pattern) => present[pattern] === "deny").reduce((current, pattern) => removeAt(current, [...path, pattern]), text);
      if (out === text) return { text };
      const tidy = [[...path], ["permission"]].reduce((current, each) => (isEmptyAt(current, each) ? removeAt(current, each) : current), out);
      return { text: tidy, ...(isEmptyAt(tidy, []) ? { empty: true } : {}) };
    },
  };
}

/** Its `*` also runs over slashes, so a name anywhere is two patterns. */
export const toReadPatterns = (glob: string): readonly string[] => {
  const pattern = glob.replace(/^\*\*\//, "").replaceAll("**", "*");
  return pattern.startsWith("*") ? [pattern] : [pattern, `*/${pattern}`];
};

function add(text: string, pattern: string): string | undefined {
  const { permission } = valuesIn(text);
  if (permission === undefined) return appendTo(text, [], { read: { [pattern]: "deny" } }, "permission");
  return fieldsOf(permission)["read"] === undefined ? appendTo(text, ["permission"], { [pattern]: "deny" }, "read") : appendTo(text, [...path], "deny", pattern);
}

/** `undefined`: one word for all, or in another form. */
function permissionsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (parseJsonText(text)?.type !== "object") return undefined;
  const { permission = {} } = valuesIn(text);
  const { read = {} } = fieldsOf(permission);
  return isObject(permission) && isObject(read) ? fieldsOf(read) : undefined;
}

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

function valuesIn(text: string): Readonly<Record<string, unknown>> {
  const root = parseJsonText(text);
  return fieldsOf(root === undefined ? undefined : getNodeValue(root));
}

function isEmptyAt(text: string, keys: readonly string[]): boolean {
  const value = keys.reduce<unknown>((current, key) => fieldsOf(current)[key], valuesIn(text));
  return isObject(value) && Object.keys(fieldsOf(value)).length === 0;
}
