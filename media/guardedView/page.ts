/** The guarded view's page: names and comments of a secret file; a value only for a while, on request. */
import type { FromGuardedPage, GuardedRow, ToGuardedPage } from "../../src/core/guardedMessages.ts";
import { createAddLine } from "./addLine.ts";
import { button, element } from "./element.ts";
import { removeSelected, routeCopies } from "./routeCopies.ts";
import { createRow, type RowActions, type Shown } from "./row.ts";

declare function acquireVsCodeApi(): { readonly postMessage: (message: FromGuardedPage) => void };

const revealedMilliseconds = 30_000;
const editor = acquireVsCodeApi();
const state: { revision: number; rows: readonly GuardedRow[]; shown?: Shown; timer?: ReturnType<typeof setTimeout> } = { revision: 0, rows: [] };

const filter = element("input", { type: "search", "aria-label": "Filter names", placeholder: "Filter names", spellcheck: "false", "data-key": "filter" });
const openAsText = button("Open as Text…", "Open as text: assistants can then read it", () => editor.postMessage({ type: "openAsText" }), "text");
const bar = element("header", { class: "bar" }, filter, openAsText);
const said = element("p", { class: "said", role: "status" });
const list = element("ul", { class: "rows", "aria-label": "Lines of the file" });
const addLine = createAddLine((name, value) => editor.postMessage({ type: "add", name, value }));

const actions: RowActions = {
  ask: (id, purpose) => editor.postMessage({ type: "ask", revision: state.revision, id, purpose }),
  hide: () => hide(),
  edit: (id, value, save) => {
    const { revision } = state;
    hide();
    editor.postMessage({ type: "edit", revision, id, value, save });
  },
  remove: (id) => editor.postMessage({ type: "remove", revision: state.revision, id }),
};

/** Forgets the value that is shown, if any. */
function hide(): void {
  if (state.shown === undefined) return;
  clearTimeout(state.timer);
  const { id, purpose } = state.shown;
  delete state.shown;
  paint(document.hasFocus() ? `${id} ${purpose}` : undefined);
}

function show(shown: Shown): void {
  clearTimeout(state.timer);
  state.shown = shown;
  if (shown.purpose === "reveal") state.timer = setTimeout(hide, revealedMilliseconds);
  paint(shown.purpose === "edit" ? "value" : `${shown.id} reveal`);
}

/** Draws the rows anew and gives the focus back to what has `key`. */
function paint(key = document.activeElement?.getAttribute("data-key") ?? undefined): void {
  const words = filter.value.trim().toLowerCase();
  const rows = state.rows.filter(({ name, text }) => words === "" || name.toLowerCase().includes(words) || text.toLowerCase().includes(words));
  list.replaceChildren(...rows.map((row) => createRow(row, state.shown?.id === row.id ? state.shown : undefined, actions)));
  const target = key === undefined ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (target !== null && target !== document.activeElement) target.focus();
}

function receive(message: ToGuardedPage): void {
  switch (message.type) {
    case "rows":
      state.revision = message.revision;
      state.rows = message.rows;
      clearTimeout(state.timer);
      delete state.shown;
      said.textContent = "";
      return paint();
    case "unsuitable":
      state.rows = [];
      said.textContent = `This file cannot be shown here. ${message.reason}`;
      filter.remove();
      return list.replaceWith(said);
    case "value":
      return message.revision === state.revision ? show(message) : undefined;
    case "refused":
      said.textContent = message.reason;
      return undefined;
    case "cut":
      return removeSelected();
  }
}

document.body.append(bar, element("main", {}, list, addLine, said));
filter.addEventListener("input", () => {
  paint();
  said.textContent = filter.value.trim() === "" ? "" : `${list.childElementCount} of ${state.rows.length} lines`;
});
routeCopies((text, cut) => editor.postMessage({ type: "copy", text, cut }));
window.addEventListener("blur", hide);
document.addEventListener("visibilitychange", hide);
window.addEventListener("message", ({ data }: MessageEvent<ToGuardedPage>) => receive(data));
editor.postMessage({ type: "ready" });
