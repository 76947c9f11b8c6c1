import { progressStates, type PolicyProgressView, type ProgressState } from "../../../src/core/dashboard/administration.ts";
import { useView } from "../useView.ts";
import { toNumber } from "../words.ts";
import { FigureTable } from "./figureTable.tsx";
import { Loading } from "./loading.tsx";

const words: Readonly<Record<ProgressState, string>> = { applied: "It holds there", given: "Was given it, has not asked since", waiting: "Has not asked since it is served", refused: "Was given it and did not take it" };

/** How many machines have what is served, and which do not yet. */
export function PolicyProgress() {
  const loaded = useView<PolicyProgressView>("/api/policies/progress");
  return <section>
    <h2>On the machines</h2>
    <Loading loaded={loaded}>{(view) => <Progress view={view} />}</Loading>
  </section>;
}

function Progress({ view: { all, ring, neverAsked, behind } }: { readonly view: PolicyProgressView }) {
  return <>
    <p class="note">From the questions that machines ask for their policy, every three minutes while somebody works; a policy that is only signed anew counts as the same.{ring?.byGroup === true ? " It is also meant for groups, which only the machines know." : ""}</p>
    <FigureTable caption="How many machines have the policy that is served" heads={["", ...(ring === undefined ? [] : [`Ring of ${ring.percent} %`]), "All machines"]} rows={[
      ...progressStates.map((state) => [words[state], ...(ring === undefined ? [] : [toNumber(ring[state])]), toNumber(all[state])]),
      ["Never asked", ...(ring === undefined ? [] : [""]), toNumber(neverAsked)],
    ]} />
    {behind.length > 0 && <details><summary>Machines that do not have it yet{behind.length === 100 ? " (the first 100)" : ""}</summary>
      <FigureTable caption="Machines that do not have the policy that is served" heads={["Machine", "State", "In the ring", "Asked last"]} words={4} rows={behind.map(({ id, state, asked, inRing }) => [<a key={id} href={`/devices/${encodeURIComponent(id)}`}>{id.slice(0, 8)}</a>, words[state], ring === undefined ? "" : inRing ? "yes" : "no", asked])} />
    </details>}
  </>;
}
