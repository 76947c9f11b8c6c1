import type { GuardedRow } from "../../src/core/guardedMessages.ts";
import { button, element } from "./element.ts";
import { createValueField } from "./valueField.ts";

/** What a page shows of a value at the moment. At most one row has one. */
export interface Shown {
  readonly id: number;
  readonly purpose: "reveal" | "edit";
  readonly value: string;
}

export interface RowActions {
  readonly ask: (id: number, purpose: Shown["purpose"]) => void;
  readonly hide: () => void;
  readonly edit: (id: number, value: string, save: boolean) => void;
  readonly remove: (id: number) => void;
}

// Always as long: the length of a value says something about it.
const mask = "••••••••";

export function createRow(row: GuardedRow, shown: Shown | undefined, actions: RowActions): HTMLLIElement {
  const item = element("li", { class: `row ${row.kind}${row.commented ? " commented" : ""}` }, element("span", { class: "line", "aria-hidden": "true" }, String(row.line)));
  if (row.kind === "comment") {
    item.append(element("span", { class: "comment" }, row.text));
    return item;
  }
  const { id, name } = row;
  item.append(element("span", { class: "name" }, row.commented ? `# ${name}` : name));
  if (shown?.purpose === "edit") {
    item.append(createValueField({ name, value: shown.value, apply: (value, save) => actions.edit(id, value, save), cancel: actions.hide }));
    return item;
  }
  const seen = shown?.value ?? (row.empty ? "" : mask);
  const spoken = shown === undefined ? (row.empty ? "empty" : "hidden value") : shown.value;
  item.append(
    element("code", { class: shown === undefined ? "value" : "value revealed", role: "img", "aria-label": spoken }, seen),
    element("span", { class: "comment" }, row.text),
    element("span", { class: "actions" },
      ...(row.empty ? [] : [shown === undefined ? button("Reveal", `Reveal ${name}`, () => actions.ask(id, "reveal"), `${id} reveal`) : button("Hide", `Hide ${name}`, actions.hide, `${id} reveal`)]),
      button("Edit", `Edit ${name}`, () => actions.ask(id, "edit"), `${id} edit`),
      button("Remove", `Remove ${name}`, () => actions.remove(id), `${id} remove`)),
  );
  return item;
}
