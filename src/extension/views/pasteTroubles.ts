/** A setting as VS Code gives it, layer by layer. */
export interface InspectedSetting {
  readonly defaultValue?: unknown;
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/** What our manifest sets as the default of `editor.pasteAs.preferences`: the kind of the guard's own edits. */
const ours = "gatelodge";

/** Settings of the editor with which it asks nobody before it pastes or drops, or takes another answer than the guard's. Pure. */
export function pasteTroubles(inspect: (key: string) => InspectedSetting | undefined): readonly string[] {
  const offs = Object.entries({ "editor.pasteAs.enabled": "pasted text is not judged", "editor.dropIntoEditor.enabled": "dropped text is not judged" });
  const preferences = Object.entries({ "editor.pasteAs.preferences": "paste", "editor.dropIntoEditor.preferences": "drop" });
  return [
    ...offs.flatMap(([key, what]) => (inForce(inspect(key)) === false ? [`${key} is off: ${what}`] : [])),
    ...preferences.flatMap(([key, way]) => {
      const setting = inspect(key);
      const value = inForce(setting);
      if (!Array.isArray(value) || value.length === 0 || value[0] === ours) return [];
      const who = isSet(setting?.workspaceValue) || isSet(setting?.workspaceFolderValue) ? "this repository sets" : "your settings have";
      return [`${who} ${key}, which can choose another ${way} than the guard's`];
    }),
  ];
}

const isSet = (value: unknown) => value !== undefined;
const inForce = (setting: InspectedSetting | undefined) => [setting?.workspaceFolderValue, setting?.workspaceValue, setting?.globalValue, setting?.defaultValue].find(isSet);
