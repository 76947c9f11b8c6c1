/**
 * What may come to stand where something stood, as far as the text of a command tells. Whether the policy has a say is judged by
 * `writes`; here only what guards the agent is closed, so that a word that is no file after all does no harm.
 */
export type Replacement =
  /** `removes` it with all below, `fills` it with files of unknown names; else it is written if it is a file. */
  | { readonly kind: "place"; readonly path: string; readonly glob?: boolean; readonly action?: "removes" | "fills" }
  /** What is at `from` comes to stand at `path`, or in it; `deep`: with all that is in it. */
  | { readonly kind: "copy"; readonly path: string; readonly from: string; readonly glob: boolean; readonly deep: boolean }
  /** An archive is unpacked in a folder; without `from` nobody knows which. */
  | { readonly kind: "archive"; readonly path: string; readonly from?: string }
  /** A patch is applied in a folder; `text`: it stands in the command itself. Without both it comes from elsewhere. */
  | { readonly kind: "patch"; readonly path: string; readonly from?: string; readonly text?: string }
  /** Git brings back what revisions hold; an empty name is the index. */
  | { readonly kind: "revision"; readonly path: string; readonly revisions: readonly string[] }
  /** Names that go to whoever writes to a place that is not written out: a file, or those below a folder. */
  | { readonly kind: "names"; readonly path: string; readonly glob: boolean; readonly names: readonly string[]; readonly without: readonly string[]; readonly plainOnly: boolean; readonly holding?: string; readonly passing?: readonly { readonly texts: readonly string[]; readonly atEnd: boolean; readonly inverted: boolean }[]; readonly handedOn: boolean }
  /** Something is written, and where is only known when it runs; `handed`: to names that others hand on. */
  | { readonly kind: "unknown"; readonly handed?: true };

/** The same below a folder; one that is written as a pattern stands for those it matches. */
export function movedBy(move: (path: string) => string, replacement: Replacement, patterned: boolean): Replacement {
  if (replacement.kind === "unknown") return replacement;
  const moved = { ...replacement, path: move(replacement.path), ...(patterned && replacement.kind === "place" ? { glob: true } : {}) };
  return "from" in moved && moved.from !== undefined ? { ...moved, from: move(moved.from) } : moved;
}
