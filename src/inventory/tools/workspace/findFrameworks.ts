import { expandPlaces } from "../expandPlaces.ts";
import { shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { frameworks } from "./frameworks.ts";

/** Frameworks by which assistants are driven, in the workspaces. */
export async function findFrameworks(places: ToolPlaces): Promise<readonly ToolFound[]> {
  const found = await Promise.all(places.workspaces.flatMap((root) => frameworks.map(async ({ name, marks, loops }): Promise<readonly ToolFound[]> => {
    const paths = (await Promise.all(marks.map((mark) => expandPlaces(places.disk, root, mark)))).flat();
    const there = await Promise.all(paths.map(async (path) => ((await places.disk.real(path)) === undefined ? [] : [path])));
    const [first] = there.flat();
    return first === undefined ? [] : [{ kind: "framework", name, place: shownPlace(places, first), evidence: ["its files are in the workspace"], risks: loops === true ? ["starts agents again and again without a person between"] : [] }];
  })));
  return found.flat();
}
