import { matchesAny, type AiEntryInForce, type AiPolicy, type LayerSource } from "../policy/policy.ts";
import { unknownRuntime, type AiItem, type AiModel, type LocalReader } from "./aiItem.ts";
import { modelNames } from "./modelNames.ts";

export type AiStatus = "approved" | "denied" | "unknown";

/** Where something stands with the policy, and why. */
export interface Standing {
  readonly status: AiStatus;
  /** The entry that decided; absent: none did. */
  readonly entry?: string;
  /** Whose policy that entry stands in. */
  readonly layer?: LayerSource;
  /** One sentence, of the policy's or our words; nothing that a maker of the thing wrote is in it. */
  readonly reason: string;
  /** What to use or do in its place. */
  readonly instead?: string;
}

/** Where one thing stands: who denies wins, then who approves, then what the policy says of what it does not list. */
export function standingOf(ai: AiPolicy, item: AiItem): Standing {
  const denial = ai.denied.find((entry) => covers(entry, item));
  if (denial !== undefined) return denied(ai, denial.reason ?? "The policy denies it.", { ...denial, layer: denial.origin.source });
  if (item.kind === "runtime" && item.bind === "network" && ai.bind === "loopback") return denied(ai, "Other machines reach it, and the policy wants model servers on this machine only.", { instead: "Let it listen on 127.0.0.1 only." });
  const approval = ai.approved.find((entry) => covers(entry, item));
  if (approval !== undefined) return { status: "approved", entry: approval.id, layer: approval.origin.source, reason: approval.reason ?? "The policy approves it." };
  if (ai.unlisted[`${item.kind}s`] === "denied") return denied(ai, "The policy approves it nowhere.", {});
  return { status: "unknown", reason: "The policy says nothing of it." };
}

/** Where a server stands with all its models that may answer: one that is denied denies it, and only all of them approve it. */
export function standingOfReader(ai: AiPolicy, { runtime, models }: LocalReader): Standing {
  // Nobody knows which: it is none that a name approves.
  const answering = models.length === 0 ? [{ kind: "model", name: "", runtime: runtime.id, digests: [] } as const] : models;
  const standings = [runtime, ...answering].map((item) => standingOf(ai, item));
  const ofModels = standings.slice(1);
  // A server that is none we know may say what it likes of its models.
  const unnamed = runtime.id === unknownRuntime && standings[0]?.status !== "approved" ? standings[0] : undefined;
  const unapproved = ofModels.find(({ status }) => status !== "approved");
  return standings.find(({ status }) => status === "denied") ?? unnamed ?? unapproved ?? ofModels[0]!;
}

/** Stand for whoever it may be, or for something that is no assistant. */
const nobody: ReadonlySet<string> = new Set(["unknown", "clipboard", "local-model"]);

/**
 * Where an assistant stands that asks for something. Only an entry that names it counts here: of its extension or package, by
 * which it may be approved, nothing is known where it asks.
 */
export function standingOfAssistant(ai: AiPolicy, assistant: string): Standing | undefined {
  if (ai.denied.length === 0 || nobody.has(assistant)) return undefined;
  const standing = standingOf(ai, { kind: "tool", names: [assistant] });
  return standing.status === "denied" && standing.entry !== undefined ? standing : undefined;
}

/** Whether the policy says anything of servers and models, so that it is worth asking what they are. */
export function speaksOfModels({ approved, denied, unlisted, bind }: AiPolicy): boolean {
  return [...approved, ...denied].some(({ tools }) => tools === undefined) || unlisted.runtimes === "denied" || unlisted.models === "denied" || bind === "loopback";
}

/** Whether there can be anything that is denied. */
export const deniesAnything = ({ denied, unlisted, bind }: AiPolicy): boolean => denied.length > 0 || Object.values(unlisted).includes("denied") || bind === "loopback";

/** Whether it asks for what only a model's file says. */
export const asksForFiles = ({ approved, denied }: AiPolicy): boolean => [...approved, ...denied].some(({ digests, licences, formats }) => digests !== undefined || licences !== undefined || formats !== undefined);

/** Ceilings of the entries that approve each model; an empty list: one of them is not approved, or its approval says nothing of that. */
export function ceilingsByModel(ai: AiPolicy, reader: LocalReader): readonly (readonly string[])[] {
  if (standingOfReader(ai, reader).status !== "approved") return [];
  return reader.models.map((model) => ai.approved.filter((entry) => covers(entry, model)).flatMap(({ ceiling }) => ceiling ?? []));
}

function covers(entry: AiEntryInForce, item: AiItem): boolean {
  if (item.kind === "tool") return entry.tools !== undefined && matchesAny(entry.tools, item.names);
  if (item.kind === "model") return isAboutModels(entry) && coversModel(entry, item);
  return entry.runtimes !== undefined && !isAboutModels(entry) && matchesAny(entry.runtimes, [item.id]);
}

/** With a model beside it, a runtime is a condition of the model. */
const isAboutModels = ({ models, digests, licences, formats, maxGigabytes, minGigabytes }: AiEntryInForce) => [models, digests, licences, formats, maxGigabytes, minGigabytes].some((condition) => condition !== undefined);

function coversModel({ runtimes, models, digests, licences, formats, maxGigabytes, minGigabytes }: AiEntryInForce, model: AiModel): boolean {
  const named = (patterns: readonly string[] | undefined, names: readonly string[]) => patterns === undefined || matchesAny(patterns, names);
  const gigabytes = model.bytes === undefined ? undefined : model.bytes / 1e9;
  return named(models, modelNames(model.name))
    && named(runtimes, model.runtime === undefined ? [] : [model.runtime])
    && named(licences, model.licence === undefined ? [] : [model.licence])
    && named(formats, model.format === undefined ? [] : [model.format])
    && (digests === undefined || digests.some((digest) => model.digests.some((own) => plainDigest(own) === plainDigest(digest))))
    && (maxGigabytes === undefined || (gigabytes !== undefined && gigabytes <= maxGigabytes))
    && (minGigabytes === undefined || (gigabytes !== undefined && gigabytes >= minGigabytes));
}

const plainDigest = (digest: string) => digest.toLowerCase().replace(/^sha256[:-]/, "");

function denied({ instead }: AiPolicy, reason: string, entry: { readonly id?: string; readonly layer?: LayerSource; readonly instead?: string }): Standing {
  const alternative = entry.instead ?? instead;
  return { status: "denied", reason, ...(entry.id === undefined ? {} : { entry: entry.id }), ...(entry.layer === undefined ? {} : { layer: entry.layer }), ...(alternative === undefined ? {} : { instead: alternative }) };
}
