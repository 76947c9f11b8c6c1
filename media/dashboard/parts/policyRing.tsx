import type { PoliciesView } from "../../../src/core/dashboard/administration.ts";
import { useMay } from "../session.ts";
import { useWriting } from "../useWriting.ts";
import { toTime } from "../words.ts";
import { textsOf } from "./field.tsx";

/** A version that holds for a part of the machines, and rules that only record for a while. */
export function PolicyRing({ view: { ring = null, monitored = [] }, changed }: { readonly view: PoliciesView; readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  const mayApprove = useMay("approver");
  const widen = (percent: number) => void write("/api/policies/ring", { method: "POST", body: { percent } }, changed);
  const monitor = (rule: string, on: boolean) => void write("/api/policies/monitor", { method: "POST", body: { rule, on } }, changed);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    monitor((textsOf(event.currentTarget)["rule"] ?? "").trim(), true);
  };
  return <>
    {ring !== null && <div role="group" aria-label="Ring">
      <p><strong>Version {ring.version} holds for {ring.percent ?? 100} % of the machines</strong>, published by {ring.publishedBy} on {toTime(ring.publishedAt)} UTC.</p>
      <progress aria-label="How many machines the new version holds for" max={100} value={ring.percent ?? 100} />
      {mayApprove && <p class="actions">{[10, 25, 50, 100].filter((percent) => percent > (ring.percent ?? 100)).map((percent) => <button key={percent} type="button" disabled={busy} onClick={() => widen(percent)}>{percent === 100 ? "For all machines" : `For ${percent} %`}</button>)}</p>}
    </div>}
    {monitored.length > 0 && <><p>Only recorded for now, whatever the policy says:</p><ul>{monitored.map((rule) => <li key={rule}><code>{rule}</code> {mayApprove && <button type="button" disabled={busy} onClick={() => monitor(rule, false)}>Enforce {rule} again</button>}</li>)}</ul></>}
    {mayApprove && <form class="filter" aria-label="Drop a rule to recording" key={monitored.join()} onSubmit={submit}><label>A rule stops too much<input type="text" name="rule" required pattern="[\w.\-]{1,80}" placeholder="its id" /></label><button type="submit" disabled={busy}>Only record it</button></form>}
    {trouble !== "" && <p role="alert" class="trouble">It was not done: {trouble}.</p>}
  </>;
}
