import { shownEffects, type OverviewView } from "../../../src/core/dashboard/views.ts";
import { Attention } from "../parts/attention.tsx";
import { Bars } from "../parts/bars.tsx";
import { DayChart } from "../parts/dayChart.tsx";
import { Figure } from "../parts/figure.tsx";
import { Loading } from "../parts/loading.tsx";
import { useView } from "../useView.ts";
import { effectWords, toNumber, toShare } from "../words.ts";

export function OverviewPage() {
  const loaded = useView<OverviewView>("/api/overview");
  return <>
    <h1>Overview</h1>
    <Loading loaded={loaded}>{(view) => (view.devices === 0 ? <Empty /> : <Overview view={view} />)}</Loading>
  </>;
}

const Empty = () => <section>
  <h2>No machine is enrolled yet</h2>
  <p>Put the collector's address and the enrolment token, which its first start showed, into the machine file of your machines. Each appears here as soon as an editor with Gatelodge runs there.</p>
</section>;

const drawn = [["block", []], ["redact", [8, 4]], ["warn", [2, 3]]] as const;

function Overview({ view }: { readonly view: OverviewView }) {
  const { guarded, devices, expected, days } = view;
  const whole = expected === undefined ? devices : Math.max(expected.count, devices);
  const enforcing = view.modes.find(({ value }) => value === "enforce")?.count ?? 0;
  const [policy] = view.policies;
  return <>
    <div class="figures">
      <Figure name="Guarded machines" value={toShare(guarded, whole)}>{toNumber(guarded)} of {toNumber(whole)} {expected === undefined ? "enrolled" : "expected"}, heard within three days{expected === undefined ? "" : `; ${toNumber(devices)} are enrolled`}</Figure>
      <Figure name="Every guard is on" value={toShare(view.states.fine, guarded)}>{toNumber(view.states.fine)} of {toNumber(guarded)} guarded machines</Figure>
      <Figure name="Policy is enforced" value={toShare(enforcing, guarded)}>{toNumber(enforcing)} machines; {policy === undefined ? "none has told its policy" : `${toNumber(policy.count)} have the most common policy`}</Figure>
      <Figure name="Stopped, 7 days" value={toNumber(view.effects["block"] ?? 0)}>{compare(view, "block")}</Figure>
      <Figure name="Masked, 7 days" value={toNumber(view.effects["redact"] ?? 0)}>{compare(view, "redact")}</Figure>
    </div>
    <div class="aside">
      <section class="tall"><h2>Needs attention</h2><Attention view={view} /></section>
      <section>
        <h2>What was done, 28 days</h2>
        <DayChart label="What was done by day, 28 days" days={days.map(({ day }) => day)} series={drawn.map(([effect, dash]) => ({ word: effectWords[effect].word, colour: effect, dash, values: days.map((day) => day[effect]) }))} />
      </section>
      <section>
        <h2>Rules that stopped or masked most, 7 days</h2>
        <Bars label="Rules that stopped or masked most" empty="Nothing was stopped or masked." bars={view.rules.map(({ rule, count }) => ({ text: rule, count, href: `/events?name=gatelodge.decision&subject=${encodeURIComponent(rule)}` }))} />
      </section>
      <section>
        <h2>Decisions, 7 days</h2>
        <Bars label="Decisions by what was done" empty="No decision was reported." bars={shownEffects.map((effect) => ({ text: effectWords[effect].word, count: view.effects[effect] ?? 0, href: `/events?name=gatelodge.decision&effect=${effect}` })).filter(({ count }) => count > 0)} />
      </section>
    </div>
  </>;
}

/** Against the week before, in words: an arrow alone says nothing to a screen reader. */
function compare({ effects, before }: OverviewView, effect: string): string {
  const [now, then] = [effects[effect] ?? 0, before[effect] ?? 0];
  if (then === 0) return now === 0 ? "none the week before either" : "none the week before";
  const change = Math.round(((now - then) / then) * 100);
  return change === 0 ? `as many as the week before (${toNumber(then)})` : `${Math.abs(change)} % ${change > 0 ? "more" : "fewer"} than the week before (${toNumber(then)})`;
}
