import type { EditorPlace } from "./editors/editorPlaces.ts";
import type { ToolPlaces } from "./toolFound.ts";

/** What the path of a configuration starts from; `editor`: the settings folder of each editor and profile. */
export type From = "home" | "workspace" | "editor" | "root";

export function rootsOf({ home, root, workspaces }: ToolPlaces, editors: readonly EditorPlace[], from: From): readonly string[] {
  switch (from) {
    case "home": return [home];
    case "workspace": return workspaces;
    case "root": return [root];
    case "editor": return editors.flatMap(({ user, profiles }) => [user, ...profiles.map(({ folder }) => folder)]);
  }
}
