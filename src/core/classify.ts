import { createGlobIndex, type GlobIndex } from "./globIndex.ts";
import { knownLabel, labelRank, matchesAny, type Policy } from "./policy/policy.ts";
import type { PathIdentity } from "./request.ts";

/** How much of a text is searched for markers, in characters. Headers stand at the top; the rest belongs to detection. */
export const markerWindow = 8192;

export interface Classification {
  readonly label: string;
  /** Entries that gave this label or a lower one, highest first. */
  readonly matched: readonly Match[];
}

export interface Match {
  readonly id: string;
  readonly label: string;
  readonly by: "path" | "marker" | "repository";
}

type Entry = Policy["classification"][number];
export type Classify = (path: PathIdentity | undefined, text: string | undefined) => Classification;

/**
 * Compiles a policy's classification once (about 1 ms for 200 globs) into a function of path and text.
 * Of all entries that match, the highest label wins; markers and front matter can only raise. Without a match it is
 * the default label.
 */
export function createClassify(policy: Pick<Policy, "labels" | "defaultLabel" | "classification">): Classify {
  const rank = (label: string) => labelRank(policy, knownLabel(policy, label));
  const defaultLabel = knownLabel(policy, policy.defaultLabel);
  const entries = policy.classification;
  const include = createGlobIndex(entries.flatMap((entry, index) => (entry.paths ?? []).map((glob) => ({ glob, root: entry.origin.root, value: index }))));
  const exceptIndexes = entries.map((entry) => ((entry.except ?? []).length === 0 ? undefined : createGlobIndex((entry.except ?? []).map((glob) => ({ glob, root: entry.origin.root, value: 0 })))));
  const markers = entries.flatMap((entry) => (entry.markers ?? []).map((marker) => ({ entry, marker: asMarker(marker) })));
  const read = rememberLast((head: string) => {
    const words = asMarker(head);
    return { marked: markers.filter(({ marker }) => words.includes(marker)), byFrontMatter: frontMatterLabel(head.toLowerCase(), policy.labels) };
  });
  return (path, text) => {
    const byPath = path === undefined ? [] : entriesForPath(path, entries, include, exceptIndexes);
    const head = text?.slice(0, markerWindow);
    const { marked, byFrontMatter } = head === undefined ? nothingRead : read(head);
    const byMarker = marked.filter(({ entry }) => inRepository(entry, path)).map(({ entry }) => ({ id: entry.id, label: entry.label, by: "marker" as const }));
    const matched = [...byPath, ...byMarker, ...byFrontMatter].sort((a, b) => rank(b.label) - rank(a.label));
    const top = matched[0]?.label;
    if (top === undefined || (byPath.length === 0 && rank(defaultLabel) > rank(top))) return { label: defaultLabel, matched };
    return { label: knownLabel(policy, top), matched };
  };
}

/** Neither case nor the width of a gap tells one marker from another, nor does a comment's sign where a line begins. */
const asMarker = (text: string) => text.toLowerCase().replaceAll(/\n[ \t]*(?:\/\/+|\*+(?!\/)|#+|--+|;+|%+|')[ \t]*/g, " ").replaceAll(/\s+/g, " ");

const nothingRead = { marked: [], byFrontMatter: [] };

/** The same head is asked about once for each destination; looking for 17 markers in it costs 40 µs each time. */
function rememberLast<T>(read: (text: string) => T): (text: string) => T {
  const last: { text?: string; value?: T } = {};
  return (text) => {
    if (last.text === text && last.value !== undefined) return last.value;
    const value = read(text);
    Object.assign(last, { text, value });
    return value;
  };
}

function entriesForPath(path: PathIdentity, entries: readonly Entry[], include: GlobIndex, except: readonly (GlobIndex | undefined)[]): readonly Match[] {
  const spellings = [path.absolute, ...path.aliases];
  const hits = spellings.flatMap((spelling) => include.match(spelling, path.repository, "ignoreCase"));
  return entries.flatMap((entry, index): readonly Match[] => {
    if (!inRepository(entry, path)) return [];
    if (entry.paths === undefined) return entry.markers === undefined && entry.detectors === undefined ? [{ id: entry.id, label: entry.label, by: "repository" as const }] : [];
    if (!hits.includes(index)) return [];
    // Every spelling must be excepted: a link named x.example to a real .env is the .env.
    const excepted = except[index] !== undefined && spellings.every((spelling) => (except[index]?.match(spelling, path.repository, "exact").length ?? 0) > 0);
    return excepted ? [] : [{ id: entry.id, label: entry.label, by: "path" as const }];
  });
}

const inRepository = ({ repositories }: Entry, path: PathIdentity | undefined) => repositories === undefined || matchesAny(repositories, path?.remotes ?? []);

/** `classification: restricted` (or sensitivity, confidentiality) in YAML front matter. */
function frontMatterLabel(head: string, labels: readonly string[]): readonly Match[] {
  const start = head.startsWith("\uFEFF") ? 1 : 0;
  if (!head.startsWith("---", start)) return [];
  const end = head.indexOf("\n---", start + 3);
  const block = head.slice(start + 3, end < 0 ? undefined : end);
  return block.split("\n").flatMap((line): readonly Match[] => {
    const [key, value] = line.split(":", 2);
    const label = labels.find((candidate) => candidate.toLowerCase() === value?.replace(/\s#.*/, "").trim().replaceAll(/["']/g, ""));
    return label !== undefined && ["classification", "sensitivity", "confidentiality"].includes(key?.trim() ?? "") ? [{ id: "front-matter", label, by: "marker" }] : [];
  });
}
