import { applyEdits, modify, parse, type ParseError } from "jsonc-parser";
import { editList, guardedViewType, ownLanguage, suppressKey, valueBefore, type SettingsRecord } from "../core/settingsRecord.ts";

/**
 * Settings text without what the record names; byte for byte as it was before us, unless somebody else has changed a value
 * since. `undefined` where it is no JSON a person could want edited.
 */
export function restoreSettingsText(text: string, record: SettingsRecord): string | undefined {
  const without = takeOut(text, record);
  return without !== undefined && record.original !== undefined && valuesOf(without) === valuesOf(record.original) ? record.original : without;
}

/** All values, to compare; an empty list or object says as much as none. */
function valuesOf(text: string): string {
  const values: unknown = parse(text, [], { allowTrailingComma: true });
  return JSON.stringify(Object.entries(values ?? {}).filter(([, value]) => value !== "" && JSON.stringify(value) !== "{}"));
}

function takeOut(text: string, { suppress, suppressOwnLanguage, associations, editorAssociations = [], replaced }: SettingsRecord): string | undefined {
  const problems: ParseError[] = [];
  const settings: unknown = parse(text, problems, { allowTrailingComma: true });
  if (problems.length > 0 || typeof settings !== "object" || settings === null) return undefined;
  const values = settings as Readonly<Record<string, unknown>>;
  const set = (current: string, path: readonly string[], value: unknown) => applyEdits(current, modify(current, [...path], value, {}));
  const list = values[suppressKey];
  const language = values[`[${ownLanguage}]`] as Readonly<Record<string, unknown>> | undefined;
  const without = (current: string, setting: string, keys: readonly string[], value: string) => {
    const entries = Object.entries((values[setting] ?? {}) as Readonly<Record<string, unknown>>);
    const ours = entries.filter(([key, id]) => keys.includes(key) && id === value).map(([key]) => key);
    if (ours.length > 0 && ours.length === entries.length) return set(current, [setting], undefined);
    return ours.reduce((edited, key) => set(edited, [setting, key], undefined), current);
  };
  const replacedBack = Object.entries(replaced).reduce((current, [key, entry]) => {
    const back = valueBefore(values[key], entry);
    return back === undefined ? current : set(current, [key], back.value);
  }, text);
  const withoutList = typeof list === "string" && suppress.length > 0 ? set(replacedBack, [suppressKey], editList(list, [], suppress)) : replacedBack;
  const withoutViews = without(withoutList, "workbench.editorAssociations", editorAssociations, guardedViewType);
  const withoutGlobs = without(withoutViews, "files.associations", associations, ownLanguage);
  const silent = language?.[suppressKey];
  if (language === undefined || suppressOwnLanguage.length === 0 || typeof silent !== "string") return withoutGlobs;
  const left = editList(silent, [], suppressOwnLanguage);
  const block = `[${ownLanguage}]`;
  return left === undefined && Object.keys(language).length === 1 ? set(withoutGlobs, [block], undefined) : set(withoutGlobs, [block, suppressKey], left);
}
