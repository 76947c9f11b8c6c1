import type { ComponentChildren } from "preact";
import type { Loaded } from "../useView.ts";

/** Waits, fails or shows: said to whoever listens, too. */
export function Loading<T>({ loaded, children }: { readonly loaded: Loaded<T>; readonly children: (value: T) => ComponentChildren }) {
  switch (loaded.kind) {
    case "loading": return <p class="state" role="status">Loading…</p>;
    case "got": return <>{children(loaded.value)}</>;
    case "refused": return <p class="state" role="alert">You are not signed in.</p>;
    case "absent": return <p class="state" role="alert">There is none.</p>;
    case "failed": return <p class="state" role="alert">It cannot be shown: {loaded.message}. It is tried again every half minute.</p>;
  }
}
