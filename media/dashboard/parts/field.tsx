import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: "text" | "password";
  readonly complete?: string;
  readonly numeric?: boolean;
  readonly hint?: ComponentChildren;
}

/** A field with its label; what it expects is told before it is typed. */
export function Field({ label, name, type = "text", complete = "off", numeric = false, hint }: FieldProps) {
  const attributes = { name, required: true, autocomplete: complete, ...(numeric ? { inputmode: "numeric" as const } : {}), ...(hint === undefined ? {} : { "aria-describedby": `${name}-hint` }) };
  return <label>{label}{type === "password" ? <input type="password" {...attributes} /> : <input type="text" {...attributes} />}{hint !== undefined && <span class="note" id={`${name}-hint`}>{hint}</span>}</label>;
}

/** The texts of a form's fields by name. */
export function textsOf(form: EventTarget | null): Readonly<Record<string, string>> {
  if (!(form instanceof HTMLFormElement)) return {};
  return Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
