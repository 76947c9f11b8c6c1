import type { ComponentChildren } from "preact";
import type { Loaded } from "../useView.ts";

/** Waits, fails or shows: said to whoever listens, too. */
export function Loading<T>({ loaded, children }: { readonly loaded: Loaded<T>; readonly children: (value: T) => ComponentChildren }) {
  switch (loaded.kind) {
    case "loading": return <p class="state" role="status">Loading…</p>;
    case "got": return <>{children(loaded.value)}</>;
    case "signIn": return <p class="state" role="alert">You are not signed in, or may not see this.</p>;
    case "absent": return <p class="state" role="alert">There is none.</p>;
    case "failed": return <p class="state" role="alert">{loaded.message} It is tried again every half minute.</p>;
  }
}
