import { getNodeValue } from "jsonc-parser";
import { appendTo, parseJsonText, removeAt } from "../jsonText.ts";
import type { TextEditor } from "../textEdit.ts";
import { fieldsOf } from "./fields.ts";
import { launcherName } from "./launcherName.ts";

/** Hooks of ours in a JSON file: a list for each event. */
export interface JsonHooks {
  /** The key under which the lists stand, `hooks` as a rule; "": the file is nothing else. */
  readonly under?: string;
  /** What is added to an event's list: a hook, or a group of hooks with `hooks` of its own. */
  readonly entries: readonly { readonly event: string; readonly entry: object }[];
  /** What else the file must say; what it says already stays. */
  readonly top?: Readonly<Record<string, unknown>>;
  /** What it must say and no otherwise: where it says something else there, that is for a person to settle. */
  readonly pinned?: Readonly<Record<string, unknown>>;
}

type Path = readonly (string | number)[];

/** An editor for files in the form that Claude Code began with, and for flat lists as Copilot has them. */
export function jsonHooksEditor({ under = "hooks", entries, top: asked = {}, pinned = {} }: JsonHooks): TextEditor {
  const top = { ...asked, ...pinned };
  const at: Path = under === "" ? [] : [under];
  return {
    put: (text = "") => {
      const start = text.trim() === "" ? "{}\n" : text;
      const values = readValues(start, at);
      if ("error" in values) return values;
      const other = Object.entries(pinned).find(([key, value]) => key in values.value && JSON.stringify(values.value[key]) !== JSON.stringify(value));
      if (other !== undefined) return { error: `it has ${other[0]} of its own; say there by hand: ${JSON.stringify(other[1])}` };
      if (text !== "" && isDone(values.value, at, entries, top)) return { text };
      const out = removeOurs(start, at, new Set(entries.map(({ event }) => event)));
      const withTop = Object.entries(top).reduce<string | undefined>((current, [key, value]) => (current === undefined || key in values.value ? current : appendTo(current, [], value, key)), out);
      const done = entries.reduce<string | undefined>((current, { event, entry }) => (current === undefined ? undefined : addHook(current, at, event, entry)), withTop);
      return done !== undefined && parseJsonText(done) !== undefined && sameBut(start, done, at) ? { text: done } : { error: "its hooks stand in a form that is not known" };
    },
    takeOut: (text) => {
      const values = readValues(text.trim() === "" ? "{}" : text, at);
      if ("error" in values) return values;
      const out = removeOurs(text, at, new Set());
      if (out !== text && !sameBut(text, out, at)) return { error: "what is ours cannot be told from the rest" };
      const left = readValues(out, at);
      // `$version` and its like the client adds by itself.
      const empty = out !== text && "value" in left && Object.entries(left.value).every(([key, value]) => key.startsWith("$") || JSON.stringify(value) === JSON.stringify(top[key]));
      return { text: out, ...(empty ? { empty } : {}) };
    },
  };
}

function readValues(text: string, at: Path): { readonly value: Readonly<Record<string, unknown>> } | { readonly error: string } {
  const root = parseJsonText(text);
  if (root?.type !== "object") return { error: "it is no JSON object, or holds a name twice; it was left as it is" };
  const value = fieldsOf(getNodeValue(root));
  const hooks = valueAt(value, at) ?? {};
  if (typeof hooks !== "object" || Array.isArray(hooks) || Object.entries(hooks).some(([key, list]) => !Array.isArray(list) && !isFlag(key, list))) return { error: "its hooks stand in a form that is not known; it was left as it is" };
  return { value };
}

const valueAt = (values: unknown, path: Path) => path.reduce<unknown>((value, key) => fieldsOf(value)[key], values);
/** What a client lets stand beside the lists, to switch them. */
const isFlag = (key: string, value: unknown) => key === "enabled" && typeof value === "boolean";

/** Whether a hook or a whole group is ours: it starts our launcher. */
const isOurs = (value: unknown): boolean => JSON.stringify(value).includes(launcherName) && !Array.isArray(fieldsOf(value)["hooks"]);
const listsOf = (values: Readonly<Record<string, unknown>>, at: Path) => Object.entries(fieldsOf(valueAt(values, at))).map(([event, list]) => ({ event, list: Array.isArray(list) ? (list as readonly unknown[]) : [] }));
const isGroupOfOurs = (value: unknown) => {
  const { hooks } = fieldsOf(value);
  return Array.isArray(hooks) && hooks.length > 0 && hooks.every(isOurs);
};

function isDone(values: Readonly<Record<string, unknown>>, at: Path, entries: JsonHooks["entries"], top: NonNullable<JsonHooks["top"]>): boolean {
  const found = listsOf(values, at).flatMap(({ event, list }) => list.filter((item) => JSON.stringify(item).includes(launcherName)).map((item) => `${event}\n${JSON.stringify(item)}`));
  const wanted = entries.map(({ event, entry }) => `${event}\n${JSON.stringify(entry)}`);
  return found.sort().join("\n") === wanted.sort().join("\n") && Object.keys(top).every((key) => key in values);
}

function addHook(text: string, at: Path, event: string, entry: object): string | undefined {
  const root = parseJsonText(text);
  const hooks = valueAt(root === undefined ? undefined : getNodeValue(root), at);
  if (hooks === undefined) return appendTo(text, [], { [event]: [entry] }, String(at[0]));
  return Array.isArray(fieldsOf(hooks)[event]) ? appendTo(text, [...at, event], entry) : appendTo(text, [...at], [entry], event);
}

/** Lists that held nothing else go too, unless something is about to come into them. */
function removeOurs(text: string, at: Path, kept: ReadonlySet<string>): string {
  for (let current = text; ;) {
    const path = findOurs(current, at);
    if (path === undefined) return current;
    const out = removeAt(current, [...path]);
    if (out === current) return current;
    const event = path[at.length] ?? "";
    const tidy = removeIfEmpty(out, [...at, event], kept.has(String(event)));
    current = at.length === 0 ? tidy : removeIfEmpty(tidy, at, kept.size > 0);
  }
}

function removeIfEmpty(text: string, path: Path, kept: boolean): string {
  const root = parseJsonText(text);
  const value = valueAt(root === undefined ? undefined : getNodeValue(root), path);
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return isEmpty && !kept ? removeAt(text, [...path]) : text;
}

function findOurs(text: string, at: Path): Path | undefined {
  const root = parseJsonText(text);
  for (const { event, list } of root === undefined ? [] : listsOf(fieldsOf(getNodeValue(root)), at)) {
    for (const [index, item] of list.entries()) {
      if (isOurs(item) || isGroupOfOurs(item)) return [...at, event, index];
      const inner = fieldsOf(item)["hooks"];
      const hook = Array.isArray(inner) ? inner.findIndex(isOurs) : -1;
      if (hook >= 0) return [...at, event, index, "hooks", hook];
    }
  }
  return undefined;
}

/** Apart from what is ours nothing has changed; empty lists say as much as none. */
function sameBut(before: string, after: string, at: Path): boolean {
  const of = (text: string) => {
    const root = parseJsonText(text);
    const values = fieldsOf(root === undefined ? undefined : getNodeValue(root));
    const others = listsOf(values, at).flatMap(({ event, list }) => list.flatMap((item) => withoutOurs(item)).map((item) => [event, item]));
    return { rest: at.length === 0 ? [] : Object.entries(values).filter(([key]) => key !== at[0]), others };
  };
  const [a, b] = [of(before), of(after)];
  return JSON.stringify(a.others) === JSON.stringify(b.others) && a.rest.every(([key, value]) => b.rest.some(([other, its]) => other === key && JSON.stringify(its) === JSON.stringify(value)));
}

function withoutOurs(item: unknown): readonly unknown[] {
  if (isOurs(item) || isGroupOfOurs(item)) return [];
  const { hooks } = fieldsOf(item);
  return [Array.isArray(hooks) ? { ...fieldsOf(item), hooks: hooks.filter((hook) => !isOurs(hook)) } : item];
}
