import { button, element } from "./element.ts";
import { keepUndo } from "./valueField.ts";

/** A name and a value for a new line at the end of the file. */
export function createAddLine(add: (name: string, value: string) => void): HTMLElement {
  const name = element("input", { type: "text", "aria-label": "Name of the new line", placeholder: "NAME", spellcheck: "false", autocomplete: "off", "data-key": "add name" });
  const value = element("input", { type: "password", "aria-label": "Value of the new line", placeholder: "value", autocomplete: "new-password", "data-key": "add value" });
  const submit = () => {
    add(name.value.trim(), value.value);
    // What was refused can be mended without typing the value again.
    if (name.value.trim() !== "") value.value = "";
  };
  const whole = element("div", { class: "add", role: "group", "aria-label": "Add a line" }, name, value, button("Add Line", "Add line", submit, "add"));
  whole.addEventListener("keydown", (event) => {
    keepUndo(event);
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) submit();
  });
  return whole;
}
