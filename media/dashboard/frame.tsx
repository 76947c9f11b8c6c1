import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Role } from "../../src/core/dashboard/administration.ts";
import type { NoticeView } from "../../src/core/dashboard/views.ts";
import { useAddress, type Address } from "./address.ts";
import { AiPage } from "./pages/aiPage.tsx";
import { AuditPage } from "./pages/auditPage.tsx";
import { DevicePage } from "./pages/devicePage.tsx";
import { DevicesPage } from "./pages/devicesPage.tsx";
import { EnrolmentPage } from "./pages/enrolmentPage.tsx";
import { EventsPage } from "./pages/eventsPage.tsx";
import { ExceptionsPage } from "./pages/exceptionsPage.tsx";
import { IdentitiesPage } from "./pages/identitiesPage.tsx";
import { OverviewPage } from "./pages/overviewPage.tsx";
import { PeoplePage } from "./pages/peoplePage.tsx";
import { PolicyPage } from "./pages/policyPage.tsx";
import { Waiting } from "./parts/waiting.tsx";
import { useMay } from "./session.ts";
import { useView } from "./useView.ts";
import { useWriting } from "./useWriting.ts";

interface Link {
  readonly path: string;
  readonly text: string;
  /** Who it is offered to. */
  readonly role: Role;
  /** What waits there for an approver. */
  readonly waiting?: "exceptions" | "identities";
}

const links: readonly Link[] = [
  { path: "/", text: "Overview", role: "viewer" }, { path: "/ai", text: "AI in use", role: "viewer" }, { path: "/events", text: "Events", role: "viewer" }, { path: "/devices", text: "Devices", role: "viewer" },
  { path: "/policy", text: "Policy", role: "viewer" }, { path: "/exceptions", text: "Exceptions", role: "viewer", waiting: "exceptions" }, { path: "/identities", text: "Re-identification", role: "viewer", waiting: "identities" }, { path: "/audit", text: "Audit and export", role: "viewer" }, { path: "/enrolment", text: "Enrolment", role: "operator" }, { path: "/people", text: "People", role: "owner" },
];

/** Every page within the same frame: where one is, where one can go, who one is. */
export function Frame({ name, signedOut }: { readonly name: string; readonly signedOut: () => Promise<void> }) {
  const address = useAddress();
  const notice = useView<NoticeView>("/api/notice");
  const signing = useWriting();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const title = links.find(({ path }) => isWithin(address.path, path))?.text ?? "Not found";
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
      <nav aria-label="Pages"><ul>{links.map((link) => <NavigationItem key={link.path} link={link} here={isWithin(address.path, link.path)} />)}</ul></nav>
      <p class="who">{name}</p>
      <button type="button" onClick={() => void signing.write("/api/session", { method: "DELETE" }, () => void signedOut())}>Sign out</button>
    </header>
    <main id="main" ref={main} tabIndex={-1} aria-label={title}>
      {notice.kind === "got" && notice.value.demo && <p class="banner" role="note"><strong>Demo data.</strong> These machines and events are made up.</p>}
      {toPage(address)}
    </main>
  </>;
}

function NavigationItem({ link: { path, text, role, waiting }, here }: { readonly link: Link; readonly here: boolean }) {
  const mayAnswer = useMay("approver");
  return useMay(role) ? <li><a href={path} {...(here ? { "aria-current": "page" as const } : {})}>{text}{waiting !== undefined && mayAnswer && <Waiting at={waiting} />}</a></li> : null;
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
    case "/policy": return <PolicyPage />;
    case "/exceptions": return <ExceptionsPage />;
    case "/identities": return <IdentitiesPage />;
    case "/audit": return <AuditPage />;
    case "/enrolment": return <EnrolmentPage />;
    case "/people": return <PeoplePage />;
    default: return <><h1>Not found</h1><p>There is no such page. <a href="/">To the overview</a></p></>;
  }
}
