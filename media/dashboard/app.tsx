import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { NoticeView } from "../../src/core/dashboard/views.ts";
import { useAddress, type Address } from "./address.ts";
import { AiPage } from "./pages/aiPage.tsx";
import { DevicePage } from "./pages/devicePage.tsx";
import { DevicesPage } from "./pages/devicesPage.tsx";
import { EventsPage } from "./pages/eventsPage.tsx";
import { OverviewPage } from "./pages/overviewPage.tsx";
import { useView } from "./useView.ts";

const links = [["/", "Overview"], ["/ai", "AI in use"], ["/events", "Events"], ["/devices", "Devices"]] as const;

/** Every page within the same frame: where one is, where one can go. */
export function App() {
  const address = useAddress();
  const notice = useView<NoticeView>("/api/notice");
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const title = links.find(([path]) => isWithin(address.path, path))?.[1] ?? "Not found";
  useEffect(() => {
    document.title = `${title} – Gatelodge`;
    // Whoever follows a link hears where they have come to; at the start the browser reads the page from its top.
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [address.path]);
  return <>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="side">
      <p class="brand"><img src="/dashboard/icon.svg" alt="" width="24" height="24" /> Gatelodge</p>
      <nav aria-label="Pages"><ul>{links.map(([path, text]) => <li key={path}><a href={path} {...(isWithin(address.path, path) ? { "aria-current": "page" as const } : {})}>{text}</a></li>)}</ul></nav>
    </header>
    <main id="main" ref={main} tabIndex={-1} aria-label={title}>
      {notice.kind === "got" && notice.value.demo && <p class="banner" role="note"><strong>Demo data.</strong> These machines and events are made up.</p>}
      {toPage(address)}
    </main>
  </>;
}

const isWithin = (path: string, link: string) => path === link || (link !== "/" && path.startsWith(`${link}/`));

function toPage({ path, query }: Address): ComponentChildren {
  const device = /^\/devices\/([\w-]{1,64})$/.exec(path)?.[1];
  if (device !== undefined) return <DevicePage id={device} />;
  switch (path) {
    case "/": return <OverviewPage />;
    case "/ai": return <AiPage />;
    case "/events": return <EventsPage query={query} />;
    case "/devices": return <DevicesPage query={query} />;
    default: return <><h1>Not found</h1><p>There is no such page. <a href="/">To the overview</a></p></>;
  }
}
