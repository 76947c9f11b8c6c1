import { useEffect } from "preact/hooks";
import { Frame } from "./frame.tsx";
import { SetUpPage } from "./pages/setUpPage.tsx";
import { SignInPage } from "./pages/signInPage.tsx";
import { Name, Roles, useSession } from "./session.ts";

/** The dashboard for whoever is signed in; for others the way in. The address stays, so that one is then where one wanted to go. */
export function App() {
  const [session, look] = useSession();
  const title = session.kind === "signedOut" ? "Sign in" : session.kind === "setUp" ? "Set up" : undefined;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} – Gatelodge`;
  }, [title]);
  switch (session.kind) {
    case "asking": return <p class="state" role="status">Loading…</p>;
    case "failed": return <main class="door"><h1>Gatelodge</h1><p role="alert">It cannot be shown: {session.message}.</p><button type="button" onClick={() => void look()}>Try again</button></main>;
    case "signedOut": return <SignInPage done={look} elsewhere={session.elsewhere} />;
    case "setUp": return <SetUpPage done={look} />;
    case "signedIn": return <Name.Provider value={session.name}><Roles.Provider value={session.roles}><Frame name={session.name} signedOut={look} /></Roles.Provider></Name.Provider>;
  }
}
