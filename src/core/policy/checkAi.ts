import type { PolicyError } from "./checkSchema.ts";
import type { AiEntry, PolicyDocument } from "./policyDocument.ts";

/** What the schema cannot say of `ai`: an entry is about something, and about tools or models, not both. */
export function checkAi({ ai }: PolicyDocument): readonly PolicyError[] {
  const seen = new Set<string>();
  return (["approved", "denied"] as const).flatMap((section) => (ai?.[section] ?? []).flatMap((entry, index): readonly PolicyError[] => {
    const path = ["ai", section, index];
    const again = seen.has(entry.id);
    seen.add(entry.id);
    return [
      ...(again ? [{ path: [...path, "id"], message: `${entry.id} is used twice` }] : []),
      ...troublesOf(entry).map((message) => ({ path, message })),
      ...(section === "denied" && entry.ceiling !== undefined ? [{ path: [...path, "ceiling"], message: "what is denied sees nothing" }] : []),
    ];
  }));
}

const words = new Set(["id", "reason", "instead", "ceiling", "tools"]);

function troublesOf(entry: AiEntry): readonly string[] {
  const { ceiling, tools } = entry;
  const conditions = Object.keys(entry).filter((key) => !words.has(key));
  if (tools !== undefined) return conditions.length > 0 ? ["is about tools or about models, not both"] : ceiling === undefined ? [] : ["a ceiling is for models; that of a tool stands under destinations"];
  if (conditions.length === 0) return ["needs runtimes, models, digests, licences, formats, maxGigabytes, minGigabytes or tools"];
  return ceiling !== undefined && conditions.every((name) => name === "runtimes") ? ["a ceiling is for models; say which"] : [];
}
