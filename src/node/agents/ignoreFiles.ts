import { join } from "node:path";
import { markedBlockEditor } from "../../assistants/hooks/markedBlock.ts";
import { ignoreFiles } from "../../assistants/ignoreFiles.ts";
import type { Change, ChangeJournal } from "../changeJournal.ts";

export interface IgnoreFileChange {
  readonly file: string;
  readonly readBy: string;
  readonly change: Change;
}

/** Puts lines in the form of .gitignore into the ignore files of a folder, in a marked block; or takes the block out. */
export function changeIgnoreFiles(journal: ChangeJournal, folder: string, lines: readonly string[] | undefined): readonly IgnoreFileChange[] {
  const editor = markedBlockEditor({ lines: lines ?? [] });
  return ignoreFiles.map(({ file: name, readBy }) => {
    const file = join(folder, name);
    return { file, readBy, change: lines === undefined ? journal.restore(file, editor) : journal.put(file, "ignore-file", editor, 0o644) };
  });
}
