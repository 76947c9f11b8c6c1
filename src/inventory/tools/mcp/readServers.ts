import { fieldsOf, textIn } from "../../../assistants/hooks/fields.ts";
import type { McpServer } from "./mcpServer.ts";

const most = { servers: 200, words: 200, given: 200 };

/** The tool servers in a client's configuration, wherever its keys say they stand. What has no form that we know is there all the same. */
export function readServers(value: unknown, keys: readonly (readonly string[])[]): readonly McpServer[] {
  const places = keys.flatMap((path) => valuesAt(value, path));
  return places.flatMap(namedServers).slice(0, most.servers);
}

function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  const inside = fieldsOf(value);
  return (key === "*" ? Object.values(inside).slice(0, most.servers) : [inside[key]]).flatMap((each) => valuesAt(each, rest));
}

/** By their names, or as a list of servers that say their own. */
function namedServers(value: unknown): readonly McpServer[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => toServer(textIn(each, "name") ?? `server ${index + 1}`, each));
  return Object.entries(fieldsOf(value)).flatMap(([name, each]) => toServer(name, each));
}

function toServer(name: string, value: unknown): readonly McpServer[] {
  const fields = fieldsOf(value);
  // A list beside servers, or a switch among them, is none.
  if (Object.keys(fields).length === 0) return [];
  const inner = fieldsOf(fields["transport"]);
  const words = wordsOf(fields);
  const url = [fields["url"], fields["serverUrl"], fields["httpUrl"], fields["uri"], inner["url"]].find((each) => typeof each === "string");
  const start = words.length > 0 ? { kind: "program", words } as const : url !== undefined ? { kind: "remote", url } as const : { kind: "unknown" } as const;
  const isSelf = start.kind === "unknown" && !["type", "enabled", "disabled", "tools", "env"].some((key) => key in fields);
  return isSelf ? [] : [{ name, start, given: givenTo(fields), unasked: unaskedOf(fields), off: fields["disabled"] === true || fields["enabled"] === false }];
}

/** `command` with `args`; both in one list; in an object of their own. */
function wordsOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const command = fields["command"] ?? fields["cmd"];
  if (Array.isArray(command)) return textsIn(command);
  const inner = fieldsOf(command);
  const program = typeof command === "string" ? command : textIn(inner, "path") ?? textIn(inner, "command");
  return program === undefined || program === "" ? [] : [program, ...textsIn(fields["args"] ?? fields["arguments"] ?? inner["args"])];
}

function givenTo(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const inner = fieldsOf(fields["command"]);
  const groups = [fields["env"], fields["envs"], fields["environment"], inner["env"], fields["headers"], fields["http_headers"], fieldsOf(fields["requestOptions"])["headers"]];
  const pairs = groups.flatMap((group) => Object.entries(fieldsOf(group))).slice(0, most.given);
  return Object.fromEntries(pairs.map(([name, value]) => [name, typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : ""]));
}

/** Tools that a client uses without asking: by list, or all of a server that it trusts. */
function unaskedOf(fields: Readonly<Record<string, unknown>>): McpServer["unasked"] {
  const lists = [fields["autoApprove"], fields["alwaysAllow"], fields["autoApproved"], fields["always_allow"]];
  if (fields["trust"] === true || lists.some((list) => list === true || textsIn(list).includes("*"))) return "all";
  return lists.reduce<number>((sum, list) => sum + textsIn(list).length, 0);
}

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === "string").slice(0, most.words) : []);
