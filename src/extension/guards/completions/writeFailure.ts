import { isWritable } from "../../../node/isWritable.ts";

/**
 * Why VS Code or the disk refused to change a setting, in words for the status bar and the log. Their own messages can
 * hold full paths, so only what is recognised is said.
 */
export function toWriteFailure(error: unknown, settingsFile: string): string {
  const message = error instanceof Error ? error.message : "";
  if (/correct errors\/warnings/i.test(message)) return "settings.json has an error that only you can correct";
  // A first write that the disk refused leaves unsaved changes behind, which is what the editor complains of from then on.
  if (/dirty|unsaved/i.test(message) && isWritable(settingsFile)) return "settings.json has unsaved changes";
  if (/EPERM|EACCES|EROFS|NoPermissions|dirty|unsaved|read-?only/i.test(message)) return "settings.json or Gatelodge's own folder is read-only";
  if (/ENOSPC|EDQUOT/.test(message)) return "the disk is full";
  if (/not a registered configuration/i.test(message)) return "this editor has no setting that stops completions";
  return "the editor refused to write the user settings";
}
