import { getNodeValue } from "jsonc-parser";
import { appendTo, parseJsonText, removeAt } from "../jsonText.ts";
import type { TextEditor } from "../textEdit.ts";
import { fieldsOf } from "./fields.ts";
import { launcherName } from "./launcherName.ts";

/** Hooks of ours in a JSON file: under `hooks`, a list for each event. */
export interface JsonHooks {
  /** What is added to an event's list: a hook, or a group of hooks with `hooks` of its own. */
  readonly entries: readonly { readonly event: string; readonly entry: object }[];
  /** What else the file must say; what it says already stays. */
  readonly top?: Readonly<Record<string, unknown>>;
  /** What it must say and no otherwise: where it says something else there, that is for a person to settle. */
  readonly pinned?: Readonly<Record<string, unknown>>;
}

type Path = readonly (string | number)[];

/** An editor for files in the form that Claude Code began with, and for flat lists as Copilot has them. */
export function jsonHooksEditor({ entries, top: asked = {}, pinned = {} }: JsonHooks): TextEditor {
  const top = { ...asked, ...pinned };
  return {
    put: (text = "") => {
      const start = text.trim() === "" ? "{}\n" : text;
      const values = readValues(start);
      if ("error" in values) return values;
      const other = Object.entries(pinned).find(([key, value]) => key in values.value && JSON.stringify(values.value[key]) !== JSON.stringify(value));
      if (other !== undefined) return { error: `it has ${other[0]} of its own; say there by hand: ${JSON.stringify(other[1])}` };
      if (text !== "" && isDone(values.value, entries, top)) return { text };
      const out = removeOurs(start, new Set(entries.map(({ event }) => event)));
      const withTop = Object.entries(top).reduce<string | undefined>((current, [key, value]) => (current === undefined || key in values.value ? current : appendTo(current, [], value, key)), out);
      const done = entries.reduce<string | undefined>((current, { event, entry }) => (current === undefined ? undefined : addHook(current, event, entry)), withTop);
      return done !== undefined && parseJsonText(done) !== undefined && sameBut(start, done) ? { text: done } : { error: "its hooks stand in a form that is not known" };
    },
    takeOut: (text) => {
      const values = readValues(text.trim() === "" ? "{}" : text);
      if ("error" in values) return values;
      const out = removeOurs(text, new Set());
      if (out !== text && !sameBut(text, out)) return { error: "what is ours cannot be told from the rest" };
      const left = readValues(out);
      // `$version` and its like the client adds by itself.
      const empty = out !== text && "value" in left && Object.entries(left.value).every(([key, value]) => key.startsWith("$") || JSON.stringify(value) === JSON.stringify(top[key]));
      return { text: out, ...(empty ? { empty } : {}) };
    },
  };
}

function readValues(text: string): { readonly value: Readonly<Record<string, unknown>> } | { readonly error: string } {
  const root = parseJsonText(text);
  if (root?.type !== "object") return { error: "it is no JSON object, or holds a name twice; it was left as it is" };
  const value = fieldsOf(getNodeValue(root));
  const hooks = value["hooks"] ?? {};
  if (typeof hooks !== "object" || Array.isArray(hooks) || Object.values(fieldsOf(hooks)).some((list) => !Array.isArray(list))) return { error: "its hooks stand in a form that is not known; it was left as it is" };
  return { value };
}

/** Whether a hook or a whole group is ours: it starts our launcher. */
const isOurs = (value: unknown): boolean => JSON.stringify(value).includes(launcherName) && !Array.isArray(fieldsOf(value)["hooks"]);
const listsOf = (values: Readonly<Record<string, unknown>>) => Object.entries(fieldsOf(values["hooks"])).map(([event, list]) => ({ event, list: Array.isArray(list) ? (list as readonly unknown[]) : [] }));
const isGroupOfOurs = (value: unknown) => {
  const { hooks } = fieldsOf(value);
  return Array.isArray(hooks) && hooks.length > 0 && hooks.every(isOurs);
};

function isDone(values: Readonly<Record<string, unknown>>, entries: JsonHooks["entries"], top: NonNullable<JsonHooks["top"]>): boolean {
  const found = listsOf(values).flatMap(({ event, list }) => list.filter((item) => JSON.stringify(item).includes(launcherName)).map((item) => `${event}\n${JSON.stringify(item)}`));
  const wanted = entries.map(({ event, entry }) => `${event}\n${JSON.stringify(entry)}`);
  return found.sort().join("\n") === wanted.sort().join("\n") && Object.keys(top).every((key) => key in values);
}

function addHook(text: string, event: string, entry: object): string | undefined {
  const root = parseJsonText(text);
  const hooks = fieldsOf(root === undefined ? undefined : getNodeValue(root))["hooks"];
  if (hooks === undefined) return appendTo(text, [], { [event]: [entry] }, "hooks");
  return Array.isArray(fieldsOf(hooks)[event]) ? appendTo(text, ["hooks", event], entry) : appendTo(text, ["hooks"], [entry], event);
}

/** Lists that held nothing else go too, unless something is about to come into them. */
function removeOurs(text: string, kept: ReadonlySet<string>): string {
  for (let current = text; ;) {
    const path = findOurs(current);
    if (path === undefined) return current;
    const out = removeAt(current, [...path]);
    if (out === current) return current;
    current = removeIfEmpty(removeIfEmpty(out, ["hooks", path[1] ?? ""], kept), ["hooks"], kept);
  }
}

function removeIfEmpty(text: string, path: Path, kept: ReadonlySet<string>): string {
  const root = parseJsonText(text);
  const values: unknown = root === undefined ? undefined : getNodeValue(root);
  const value = path.reduce<unknown>((current, key) => fieldsOf(current)[key], values);
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return isEmpty && !(path.length === 2 && kept.has(String(path[1]))) && !(path.length === 1 && kept.size > 0) ? removeAt(text, [...path]) : text;
}

function findOurs(text: string): Path | undefined {
  const root = parseJsonText(text);
  for (const { event, list } of root === undefined ? [] : listsOf(fieldsOf(getNodeValue(root)))) {
    for (const [index, item] of list.entries()) {
      if (isOurs(item) || isGroupOfOurs(item)) return ["hooks", event, index];
      const inner = fieldsOf(item)["hooks"];
      const at = Array.isArray(inner) ? inner.findIndex(isOurs) : -1;
      if (at >= 0) return ["hooks", event, index, "hooks", at];
    }
  }
  return undefined;
}

/** Apart from what is ours nothing has changed; empty lists say as much as none. */
function sameBut(before: string, after: string): boolean {
  const of = (text: string) => {
    const root = parseJsonText(text);
    const values = fieldsOf(root === undefined ? undefined : getNodeValue(root));
    const others = listsOf(values).flatMap(({ event, list }) => list.flatMap((item) => withoutOurs(item)).map((item) => [event, item]));
    return { rest: Object.entries(values).filter(([key]) => key !== "hooks"), others };
  };
  const [a, b] = [of(before), of(after)];
  return JSON.stringify(a.others) === JSON.stringify(b.others) && a.rest.every(([key, value]) => b.rest.some(([other, its]) => other === key && JSON.stringify(its) === JSON.stringify(value)));
}

function withoutOurs(item: unknown): readonly unknown[] {
  if (isOurs(item) || isGroupOfOurs(item)) return [];
  const { hooks } = fieldsOf(item);
  return [Array.isArray(hooks) ? { ...fieldsOf(item), hooks: hooks.filter((hook) => !isOurs(hook)) } : item];
}
