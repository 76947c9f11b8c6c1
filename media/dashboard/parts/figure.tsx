import type { ComponentChildren } from "preact";

/** One number, what it is of, and what it is made of. */
export function Figure({ name, value, children }: { readonly name: string; readonly value: string; readonly children: ComponentChildren }) {
  return <section class="figure"><h2>{name}</h2><p class="value">{value}</p><p class="note">{children}</p></section>;
}
