/**
 * Why VS Code or the disk refused to change a setting, in words for the status bar and the log. Their own messages can
 * hold full paths, so only what is recognised is said.
 */
export function toWriteFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (/correct errors\/warnings/i.test(message)) return "settings.json has an error that only you can correct";
  if (/dirty|unsaved/i.test(message)) return "settings.json has unsaved changes";
  if (/EPERM|EACCES|EROFS|NoPermissions|read-?only/i.test(message)) return "settings.json or Gatelodge's own folder is read-only";
  if (/ENOSPC|EDQUOT/.test(message)) return "the disk is full";
  if (/not a registered configuration/i.test(message)) return "this editor has no setting that stops completions";
  return "the editor refused to write the user settings";
}
