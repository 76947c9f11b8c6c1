import { useEffect, useState } from "preact/hooks";
import { ask, type Answer } from "./ask.ts";
import { tellSessionEnded } from "./session.ts";

export type Loaded<T> = { readonly kind: "loading" } | Answer<T>;

const refreshMilliseconds = 30_000;

/** What the collector says at this address; asked again every half minute while somebody looks, and at once when `again` changes. */
export function useView<T>(url: string, again = 0): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly url: string; readonly answer: Loaded<T> }>({ url, answer: { kind: "loading" } });
  useEffect(() => {
    const state = { over: false };
    const load = async () => {
      const answer = await ask<T>(url);
      if (state.over) return;
      setLoaded({ url, answer });
      if (answer.kind === "refused") tellSessionEnded();
    };
    const loadIfSeen = () => {
      if (document.visibilityState === "visible") void load();
    };
    const timer = setInterval(loadIfSeen, refreshMilliseconds);
    document.addEventListener("visibilitychange", loadIfSeen);
    void load();
    return () => {
      state.over = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", loadIfSeen);
    };
  }, [url, again]);
  // What another address said is not shown as this one's.
  return loaded.url === url ? loaded.answer : { kind: "loading" };
}
