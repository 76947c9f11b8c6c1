import { useState } from "preact/hooks";
import type { PoliciesView } from "../../../src/core/dashboard/administration.ts";
import { FigureTable } from "../parts/figureTable.tsx";
import { Loading } from "../parts/loading.tsx";
import { PolicyProgress } from "../parts/policyProgress.tsx";
import { PolicyProposals } from "../parts/policyProposals.tsx";
import { PolicyRing } from "../parts/policyRing.tsx";
import { ProposePolicy } from "../parts/proposePolicy.tsx";
import { UploadPolicy } from "../parts/uploadPolicy.tsx";
import { useMay } from "../session.ts";
import { useView } from "../useView.ts";
import { useWriting } from "../useWriting.ts";
import { toTime } from "../words.ts";

/** The organisation's policy: what holds, what is proposed, and what there was. */
export function PolicyPage() {
  const [again, setAgain] = useState(0);
  const loaded = useView<PoliciesView>("/api/policies", again);
  return <>
    <h1>Policy</h1>
    <Loading loaded={loaded}>{(view) => <Policies view={view} changed={() => setAgain(again + 1)} />}</Loading>
  </>;
}

function Policies({ view, changed }: { readonly view: PoliciesView; readonly changed: () => void }) {
  const { current } = view;
  return <>
    <section>
      <h2>In force</h2>
      {current === null ? <p class="empty">Nothing was published yet: machines hold to their machine file and the built-in policy.</p> : <>
        <p>Version {current.version}, published by {current.publishedBy} on {toTime(current.publishedAt)} UTC.</p>
        {current.yaml !== undefined && <details><summary>Show its text</summary><pre tabIndex={0}>{current.yaml}</pre></details>}
      </>}
      {view.signedUntil !== undefined && <p>Policies are signed elsewhere, and this collector holds no key.{view.signedUntil === null ? "" : ` What is in force ends on ${toTime(Date.parse(view.signedUntil))} UTC: sign and upload another one before.`}</p>}
      {view.signedUntil === undefined && <PolicyRing view={view} changed={changed} />}
    </section>
    <PolicyProgress />
    <PolicyProposals pending={view.pending} current={current?.yaml ?? ""} changed={changed} />
    {view.signedUntil === undefined ? <ProposePolicy current={current?.yaml ?? ""} changed={changed} /> : <UploadPolicy changed={changed} />}
    <Versions view={view} changed={changed} />
  </>;
}

const stateWords: Readonly<Record<string, string>> = { published: "in force", ring: "in force for a part", replaced: "replaced" };

function Versions({ view, changed }: { readonly view: PoliciesView; readonly changed: () => void }) {
  const mayPropose = useMay("editor") && view.signedUntil === undefined;
  const { busy, trouble, write } = useWriting();
  return <section>
    <h2>Versions</h2>
    {trouble !== "" && <p role="alert" class="trouble">It was not done: {trouble}.</p>}
    <FigureTable caption="Versions of the policy, the newest first" heads={["Version", "Published (UTC)", "By", "Why", "State", "Go back"]} words={6} empty="There is none yet." rows={view.versions.map(({ version, publishedAt, publishedBy, note, state }) => [
      version, toTime(publishedAt), publishedBy, note, stateWords[state] ?? state,
      mayPropose && state === "replaced" ? <button type="button" disabled={busy} aria-label={`Propose version ${version} again`} onClick={() => void write(`/api/policies/${version}/revert`, { method: "POST" }, changed)}>Propose again</button> : "",
    ])} />
  </section>;
}
