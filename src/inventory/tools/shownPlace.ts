import type { ToolPlaces } from "./toolFound.ts";

const longest = 300;

/** A path as it is shown: the home as `~`, with `/`. */
export function shownPlace({ home }: Pick<ToolPlaces, "home">, path: string): string {
  const shown = path === home || path.startsWith(`${home}/`) || path.startsWith(`${home}\\`) ? `~${path.slice(home.length)}` : path;
  return shown.replaceAll("\\", "/").slice(0, longest);
}

/** A name from outside: one that is too long for a name is cut. */
export const shownName = (name: string): string => name.slice(0, 120);
