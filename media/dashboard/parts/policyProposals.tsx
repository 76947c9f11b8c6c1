import type { PolicyProposal } from "../../../src/core/dashboard/administration.ts";
import { useMay } from "../session.ts";
import { useWriting } from "../useWriting.ts";
import { toTime } from "../words.ts";
import { Diff } from "./diff.tsx";
import { PolicyPreview } from "./policyPreview.tsx";

/** What waits for a second person, with what it changes. */
export function PolicyProposals({ pending, current, changed }: { readonly pending: readonly PolicyProposal[]; readonly current: string; readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  const mayApprove = useMay("approver");
  if (pending.length === 0) return null;
  return <section>
    <h2>Proposed</h2>
    {trouble !== "" && <p role="alert" class="trouble">It was not done: {trouble}.</p>}
    {pending.map(({ id, proposedBy, proposedAt, yaml, note, percent = 100 }) => <article key={id} aria-label={`Proposal ${id}`}>
      <h3>Proposal {id}</h3>
      <p>By {proposedBy}, {toTime(proposedAt)} UTC{percent < 100 ? `, at first for ${percent} % of the machines` : ""}. {note}</p>
      <Diff before={current} after={yaml} label={`What proposal ${id} changes`} />
      <PolicyPreview current={current} yaml={yaml} />
      {mayApprove ? <p class="actions">
        <button type="button" class="main" disabled={busy} onClick={() => void write(`/api/policies/${id}/approve`, { method: "POST" }, changed)}>Publish proposal {id}</button>
        <button type="button" disabled={busy} onClick={() => void write(`/api/policies/${id}/refuse`, { method: "POST" }, changed)}>Refuse proposal {id}</button>
      </p> : <p class="note">An approver publishes it.</p>}
    </article>)}
  </section>;
}
