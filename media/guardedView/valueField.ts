import { button, element } from "./element.ts";

interface Field {
  readonly name: string;
  readonly value: string;
  readonly apply: (value: string, save: boolean) => void;
  readonly cancel: () => void;
}

/** The value of one row while it is edited: Enter applies, Shift+Enter is a new line, Escape leaves it as it was, going elsewhere applies. */
export function createValueField({ name, value, apply, cancel }: Field): HTMLElement {
  const input = element("textarea", { "aria-label": `Value of ${name}`, "data-key": "value", spellcheck: "false", autocomplete: "off", rows: String(Math.min(12, value.split(/\r\n|\r|\n/).length)) });
  input.value = value;
  const done = new AbortController();
  const finish = (act: () => void) => {
    if (done.signal.aborted) return;
    done.abort();
    act();
  };
  const whole = element("span", { class: "editing" }, input,
    button("Apply", `Apply the value of ${name}`, () => finish(() => apply(input.value, false)), "apply"),
    button("Cancel", `Leave the value of ${name} as it was`, () => finish(cancel), "cancel"));
  whole.addEventListener("keydown", (event) => {
    if (event.target === input) keepUndo(event);
    if (event.key === "Escape") finish(cancel);
    else if (event.target === input && event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      finish(() => apply(input.value, false));
    } else if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.stopPropagation();
      event.preventDefault();
      finish(() => apply(input.value, true));
    }
  });
  whole.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && whole.contains(event.relatedTarget)) return;
    finish(() => (input.value === value ? cancel() : apply(input.value, false)));
  });
  return whole;
}

/** The editor takes Ctrl+Z of a page for the whole file; in a field it means the field. */
export function keepUndo(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && ["z", "y"].includes(event.key.toLowerCase())) event.stopPropagation();
}
