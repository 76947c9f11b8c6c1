import { getNodeValue } from "jsonc-parser";
import { fieldsOf } from "./hooks/fields.ts";
import { appendTo, parseJsonText, removeAt } from "./jsonText.ts";
import type { TextEditor } from "./textEdit.ts";

/** Rules in a JSON file's list of what is denied, `permissions.deny`. Others' rules stay. */
export function denyListEditor(rules: readonly string[]): TextEditor {
  const path = ["permissions", "deny"];
  return {
    put: (text = "") => {
      const start = text.trim() === "" ? "{}\n" : text;
      const present = readList(start);
      if (present === undefined) return { error: "its permissions stand in a form that is not known" };
      const done = rules.filter((rule) => !present.includes(rule)).reduce<string | undefined>((current, rule) => (current === undefined ? undefined : addRule(current, rule)), start);
      return done === undefined || parseJsonText(done) === undefined ? { error: "its permissions stand in a form that is not known" } : { text: done };
    },
    takeOut: (text) => {
      if (readList(text) === undefined) return { error: "its permissions stand in a form that is not known" };
      const out = rules.reduce((current, rule) => {
        const at = readList(current)?.indexOf(rule) ?? -1;
        return at < 0 ? current : removeAt(current, [...path, at]);
      }, text);
      if (out === text) return { text };
      const tidy = [path, ["permissions"]].reduce((current, each) => (isEmptyAt(current, each) ? removeAt(current, each) : current), out);
      return { text: tidy, ...(isEmptyAt(tidy, []) ? { empty: true } : {}) };
    },
  };
}

/** What a file's list denies now. */
export const deniedIn = (text: string): readonly unknown[] => readList(text) ?? [];

function addRule(text: string, rule: string): string | undefined {
  const permissions = valueAt(text, ["permissions"]);
  if (permissions === undefined) return appendTo(text, [], { deny: [rule] }, "permissions");
  return fieldsOf(permissions)["deny"] === undefined ? appendTo(text, ["permissions"], [rule], "deny") : appendTo(text, ["permissions", "deny"], rule);
}

/** `undefined`: not in a form we know. */
function readList(text: string): readonly unknown[] | undefined {
  const root = parseJsonText(text);
  if (root?.type !== "object") return undefined;
  const permissions = valueAt(text, ["permissions"]) ?? {};
  const deny = fieldsOf(permissions)["deny"] ?? [];
  return typeof permissions === "object" && !Array.isArray(permissions) && Array.isArray(deny) ? (deny as readonly unknown[]) : undefined;
}

function valueAt(text: string, path: readonly string[]): unknown {
  const root = parseJsonText(text);
  return path.reduce<unknown>((value, key) => fieldsOf(value)[key], root === undefined ? undefined : getNodeValue(root));
}

const isEmptyAt = (text: string, path: readonly string[]) => {
  const value = valueAt(text, path);
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
};
