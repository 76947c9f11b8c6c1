/** What is left to do after a secret left a file, in one line. */
export function toAdvice(note: string | undefined): string {
  return [note, "Rotate it: undo, local history and git may still hold the old value."].filter((part) => part !== undefined).join(" ");
}
