import { useEffect, useState } from "preact/hooks";

export interface Address {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

const current = (): Address => ({ path: location.pathname, query: Object.fromEntries(new URLSearchParams(location.search)) });

/** Goes to another page of ours without loading it anew. */
export function goTo(href: string): void {
  history.pushState(null, "", href);
  dispatchEvent(new PopStateEvent("popstate"));
}

/** The address, which says all that a page shows; links within the dashboard change only it. */
export function useAddress(): Address {
  const [address, setAddress] = useState(current);
  useEffect(() => {
    const done = new AbortController();
    addEventListener("popstate", () => setAddress(current()), { signal: done.signal });
    document.addEventListener("click", (event) => follow(event), { signal: done.signal });
    return () => done.abort();
  }, []);
  return address;
}

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  // What opens a new tab, or is a file, is the browser's.
  if (link === null || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.hasAttribute("download") || link.origin !== location.origin || link.hash !== "") return;
  event.preventDefault();
  goTo(link.pathname + link.search);
}
