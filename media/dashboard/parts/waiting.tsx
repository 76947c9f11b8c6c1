import { useView } from "../useView.ts";

/** How many wait for an answer, beside the link that leads to them. */
export function Waiting({ at }: { readonly at: "exceptions" | "identities" }) {
  const loaded = useView<Readonly<Record<string, readonly { readonly state: string }[]>>>(`/api/${at}`);
  const count = loaded.kind === "got" ? Object.values(loaded.value).flat().filter(({ state }) => state === "asked").length : 0;
  return count === 0 ? null : <> <span class="mark">{count} wait{count === 1 ? "s" : ""}</span></>;
}
