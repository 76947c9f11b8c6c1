/** The page of the Wire. Everything from the wire is set as text; nothing of it is ever parsed as HTML. */
/* global acquireVsCodeApi */

const editor = acquireVsCodeApi();
const status = document.getElementById("status");
const list = document.getElementById("requests");
/** Request id → its list item, so that a request that somebody has opened stays open. */
const shown = new Map();

window.addEventListener("message", ({ data }) => {
  if (data.kind === "unreachable") status.textContent = "The model server does not answer.";
  else showRequests(data.requests);
});
editor.postMessage("ready");

function showRequests(requests) {
  const ids = new Set(requests.map(({ id, time }) => `${id} ${time}`));
  for (const [id, item] of shown) {
    if (ids.has(id)) continue;
    item.remove();
    shown.delete(id);
  }
  for (const request of requests) {
    const id = `${request.id} ${request.time}`;
    if (shown.has(id)) continue;
    const item = itemFor(request);
    shown.set(id, item);
    list.prepend(item);
  }
  status.textContent = requests.length === 0 ? "Nothing has reached the model yet." : `${requests.length} ${requests.length === 1 ? "request has" : "requests have"} reached the model.`;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function itemFor(request) {
  const sections = sectionsOf(request.body);
  const details = element("details");
  // The first one is open, so that the demo needs no click.
  details.open = shown.size === 0;
  details.append(summaryFor(request, sections), ...sections.flatMap(({ title, text }) => [element("h3", "", title), element("pre", "", text)]));
  const raw = element("details", "raw");
  raw.append(element("summary", "", "Raw request body"), element("pre", "", JSON.stringify(request.body, undefined, 2)));
  details.append(raw);
  const item = element("li");
  item.append(details);
  return item;
}

function summaryFor(request, sections) {
  const summary = element("summary");
  const size = sections.reduce((sum, { text }) => sum + text.length, 0);
  const kind = request.body.messages ? "Chat" : "Completion";
  const what = request.body.path ?? sections.at(-1)?.text.split("\n")[0] ?? "";
  summary.append(
    element("span", "kind", kind),
    element("span", "what", what),
    element("span", "size", `${size.toLocaleString()} characters`),
    element("time", "", new Date(request.time).toLocaleTimeString()),
  );
  return summary;
}

/** The texts of a request body under the names a person would give them. */
function sectionsOf({ path, prompt, suffix, neighbours = [], messages = [] }) {
  const plain = (content) => (Array.isArray(content) ? content.map((part) => part.text ?? "").join("") : String(content ?? ""));
  return [
    ...(prompt === undefined ? [] : [{ title: `Before the cursor${path ? `, ${path}` : ""}`, text: prompt }]),
    ...(suffix ? [{ title: "After the cursor", text: suffix }] : []),
    ...neighbours.map((file) => ({ title: `Other open file: ${file.path}`, text: file.text })),
    ...messages.map((message) => ({ title: `Message of ${message.role}`, text: plain(message.content) })),
  ];
}
