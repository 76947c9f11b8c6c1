/**
 * What Gatelodge added to one settings file of the editor, so that exactly that can be taken out again.
 * The user's own values never stand here: taking out leaves them as they are then.
 */
export interface SettingsRecord {
  readonly settingsFile: string;
  /** Ids in the comma list of the suppress setting, window-wide and for our own language. */
  readonly suppress: readonly string[];
  readonly suppressOwnLanguage: readonly string[];
  /** Globs in `files.associations` that map to our language. */
  readonly associations: readonly string[];
  /** Keys in `workbench.editorAssociations` that map to the guarded view. Absent in records of older versions. */
  readonly editorAssociations?: readonly string[];
  /** Plain settings by key, with the value that stood there before (null: none). */
  readonly replaced: Readonly<Record<string, { readonly before: unknown; readonly ours: unknown }>>;
  /** The file's text before anything of ours came in: the editor's own writes do not keep its tabs, line ends and gaps. */
  readonly original?: string;
}

/** Nothing of ours stands in the settings file. */
export function isEmptyRecord({ suppress, suppressOwnLanguage, associations, editorAssociations = [], replaced }: SettingsRecord): boolean {
  return [suppress, suppressOwnLanguage, associations, editorAssociations, Object.keys(replaced)].every(({ length }) => length === 0);
}

export const suppressKey = "editor.inlineSuggest.experimental.suppressInlineSuggestions";
export const guardedViewType = "gatelodge.guardedView";
export const ownLanguage = "gatelodge-restricted";

/** The comma list without `remove` and with `add`; VS Code splits at commas without trimming. `undefined` when nothing is left. */
export function editList(list: string | undefined, add: readonly string[], remove: readonly string[]): string | undefined {
  const kept = (list ?? "").split(",").filter((id) => id !== "" && !remove.includes(id));
  const result = [...new Set([...kept, ...add])].join(",");
  return result === "" ? undefined : result;
}

/** What stood in a setting before ours, as long as ours still stands there; `undefined`: it is the user's again and stays. */
export function valueBefore(current: unknown, entry: SettingsRecord["replaced"][string] | undefined): { readonly value: unknown } | undefined {
  if (entry === undefined || JSON.stringify(current) !== JSON.stringify(entry.ours)) return undefined;
  return { value: entry.before ?? undefined };
}
