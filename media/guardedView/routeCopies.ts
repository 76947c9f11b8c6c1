/**
 * Copies leave through the editor, which judges them: the page itself puts nothing into the clipboard, and nothing can be
 * dragged out of it. After a cut the editor says when the text may go.
 */
export function routeCopies(copy: (text: string, cut: boolean) => void): void {
  for (const type of ["copy", "cut"] as const) document.addEventListener(type, (event) => {
    event.preventDefault();
    const text = selectedText();
    if (text !== "") copy(text, type === "cut");
  }, true);
  document.addEventListener("dragstart", (event) => event.preventDefault(), true);
}

/** Takes out what was cut, so that it can be undone like typing. */
export function removeSelected(): void {
  const field = document.activeElement;
  if (!isField(field)) return;
  const { selectionStart, selectionEnd } = field;
  if (selectionStart === null || selectionEnd === null || selectionStart === selectionEnd) return;
  // The only way to change a field that its own undo knows of.
  if (!document.execCommand("delete")) field.setRangeText("", selectionStart, selectionEnd, "end");
}

function selectedText(): string {
  const field = document.activeElement;
  if (!isField(field)) return document.getSelection()?.toString() ?? "";
  // A hidden value stays hidden.
  return field instanceof HTMLInputElement && field.type === "password" ? "" : field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
}

const isField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
