import type { TextEditor } from "../textEdit.ts";
import { launcherName } from "./launcherName.ts";

/** A file that is ours as a whole, known by the launcher it names. `undefined`: we do not ship what it is made of. */
export function ownFileEditor(text: string | undefined): TextEditor {
  const isOurs = (present: string) => present.includes(launcherName);
  return {
    put: (present = "") => {
      if (text === undefined) return { error: "what belongs into it is not shipped with this program" };
      return present.trim() === "" || isOurs(present) ? { text } : { error: "a hook of somebody else's stands there, and the client runs only one; it was left as it is" };
    },
    takeOut: (present) => (isOurs(present) ? { text: "", empty: true } : { text: present }),
  };
}
