import { useState } from "preact/hooks";
import type { IdentitySubject } from "../../../src/core/dashboard/administration.ts";
import { useMay } from "../session.ts";
import { useWriting } from "../useWriting.ts";
import { Field, textsOf } from "./field.tsx";

/** Asks, with a reason, which machine something came from; somebody else has to agree. */
export function AskIdentity({ subject }: { readonly subject: IdentitySubject }) {
  const { busy, trouble, write } = useWriting();
  const [asked, setAsked] = useState(false);
  const mayAsk = useMay("operator");
  if (!mayAsk) return null;
  if (asked) return <p role="status">It is asked for. An approver agrees or not, under <a href="/identities">Re-identification</a>.</p>;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void write("/api/identities", { method: "POST", body: { ...subject, reason: textsOf(event.currentTarget)["reason"] ?? "" } }, () => setAsked(true));
  };
  return <details>
    <summary>Which machine was it?</summary>
    <form class="filter" onSubmit={submit}>
      <Field label="Why it has to be known" name="reason" hint="An approver reads it, and it stands in the audit." />
      <button type="submit" disabled={busy}>Ask an approver</button>
      {trouble !== "" && <p role="alert" class="trouble">It was not asked for: {trouble}.</p>}
    </form>
  </details>;
}
