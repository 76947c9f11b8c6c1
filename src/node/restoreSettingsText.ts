import { applyEdits, modify, parse, type ParseError } from "jsonc-parser";
import { editList, ownLanguage, suppressKey, valueBefore, type SettingsRecord } from "../core/settingsRecord.ts";

/** Settings text without what the record names; `undefined` where it is no JSON a person could want edited. */
export function restoreSettingsText(text: string, { suppress, suppressOwnLanguage, associations, replaced }: SettingsRecord): string | undefined {
  const problems: ParseError[] = [];
  const settings: unknown = parse(text, problems, { allowTrailingComma: true });
  if (problems.length > 0 || typeof settings !== "object" || settings === null) return undefined;
  const values = settings as Readonly<Record<string, unknown>>;
  const set = (current: string, path: readonly string[], value: unknown) => applyEdits(current, modify(current, [...path], value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }));
  const list = values[suppressKey];
  const language = values[`[${ownLanguage}]`] as Readonly<Record<string, unknown>> | undefined;
  const globs = values["files.associations"] as Readonly<Record<string, unknown>> | undefined;
  const ours = Object.entries(globs ?? {}).filter(([glob, id]) => associations.includes(glob) && id === ownLanguage).map(([glob]) => glob);
  const replacedBack = Object.entries(replaced).reduce((current, [key, entry]) => {
    const back = valueBefore(values[key], entry);
    return back === undefined ? current : set(current, [key], back.value);
  }, text);
  const withoutList = typeof list === "string" && suppress.length > 0 ? set(replacedBack, [suppressKey], editList(list, [], suppress)) : replacedBack;
  const withoutGlobs = ours.length === 0 ? withoutList : ours.length === Object.keys(globs ?? {}).length ? set(withoutList, ["files.associations"], undefined) : ours.reduce((current, glob) => set(current, ["files.associations", glob], undefined), withoutList);
  if (suppressOwnLanguage.length === 0 || language?.[suppressKey] === undefined) return withoutGlobs;
  return Object.keys(language).length === 1 ? set(withoutGlobs, [`[${ownLanguage}]`], undefined) : set(withoutGlobs, [`[${ownLanguage}]`, suppressKey], undefined);
}
