import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { mayDo, type Role, type SessionView } from "../../src/core/dashboard/administration.ts";
import { ask } from "./ask.ts";

/** Who looks. `asking`: not known yet. `setUp`: nobody has an account yet. `elsewhere`: one can sign in at the organisation's own provider, too. */
export type Session = { readonly kind: "asking" | "setUp" } | { readonly kind: "signedOut"; readonly elsewhere: boolean } | { readonly kind: "failed"; readonly message: string } | ({ readonly kind: "signedIn" } & SessionView);

const ended = "gatelodge-session-ended";

/** Some answer was that nobody is signed in (any more). */
export const tellSessionEnded = (): void => void dispatchEvent(new Event(ended));

export function useSession(): readonly [Session, () => Promise<void>] {
  const [session, setSession] = useState<Session>({ kind: "asking" });
  const look = async () => {
    const answer = await ask<SessionView>("/api/session");
    if (answer.kind === "got") setSession({ kind: "signedIn", ...answer.value });
    else if (answer.kind === "refused") setSession(answer.setup ? { kind: "setUp" } : { kind: "signedOut", elsewhere: answer.elsewhere });
    else setSession({ kind: "failed", message: answer.kind === "failed" ? answer.message : "The collector does not answer as one." });
  };
  useEffect(() => {
    const done = new AbortController();
    addEventListener(ended, () => void look(), { signal: done.signal });
    void look();
    return () => done.abort();
  }, []);
  return [session, look];
}

/** Of who looks. */
export const Name = createContext("");
export const Roles = createContext<readonly Role[]>([]);

/** Whether who looks may do what needs this role: what they may not is not offered. The collector decides. */
export const useMay = (role: Role): boolean => mayDo(useContext(Roles), role);
