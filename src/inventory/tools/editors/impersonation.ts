import { knownExtensions } from "./knownExtensions.ts";

// Names that say what a thing is, and that anybody may give to it.
const tooCommon = new Set(["builder", "document", "chatgpt", "copilot", "assistant"]);
const shortest = { shown: 5, id: 8 };
const folded = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

const byName = new Map([...knownExtensions].flatMap(([id, { name }]) => [folded(name), folded(id.slice(id.indexOf(".") + 1))].filter((each) => each.length >= shortest.shown && !tooCommon.has(each)).map((each) => [each, id] as const)).toReversed());

/** The known extension that one with another id is called like; `undefined`: none. */
export function impersonated(id: string, displayName: string | undefined): string | undefined {
  if (knownExtensions.has(id)) return undefined;
  const short = folded(id.slice(id.indexOf(".") + 1));
  return byName.get(folded(displayName ?? "")) ?? (short.length < shortest.id ? undefined : byName.get(short));
}
