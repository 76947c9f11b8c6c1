/** An element with its attributes and children. Text is set as text: nothing of a file is ever read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button with a short text for the eye and a full one for screen readers. */
export function button(text: string, spoken: string, press: () => void, key: string): HTMLButtonElement {
  const made = element("button", { type: "button", "aria-label": spoken, "data-key": key }, text);
  made.addEventListener("click", press);
  return made;
}
