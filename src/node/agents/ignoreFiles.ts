import { join } from "node:path";
import { markedBlockEditor } from "../../assistants/hooks/markedBlock.ts";
import { ignoreFiles } from "../../assistants/ignoreFiles.ts";
import { toIgnoreLines, type DeniedNames } from "../../core/nativeDenies.ts";
import type { Change, ChangeJournal } from "../changeJournal.ts";

export interface IgnoreFileChange {
  readonly file: string;
  readonly readBy: string;
  readonly change: Change;
}

/** Puts names in the form of .gitignore into the ignore files of a folder, in a marked block; or, without names, takes the block out. */
export function changeIgnoreFiles(journal: ChangeJournal, folder: string, denied: readonly DeniedNames[] | undefined): readonly IgnoreFileChange[] {
  return ignoreFiles.map(({ file: name, readBy, keepsExceptionsOut }) => {
    const names = (denied ?? []).map((each) => (keepsExceptionsOut === undefined ? each : { ...each, except: [] }));
    const editor = markedBlockEditor({ lines: toIgnoreLines(names) });
    const file = join(folder, name);
    return { file, readBy, change: denied === undefined ? journal.restore(file, editor) : journal.put(file, "ignore-file", editor, 0o644) };
  });
}
