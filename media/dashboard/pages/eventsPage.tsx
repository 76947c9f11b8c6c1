import { readEventFilter, toQuery, type EventFilter } from "../../../src/core/dashboard/eventFilter.ts";
import type { Counted, EventsView } from "../../../src/core/dashboard/views.ts";
import { DayChart } from "../parts/dayChart.tsx";
import { EventList } from "../parts/eventList.tsx";
import { FilterBar } from "../parts/filterBar.tsx";
import { Bars } from "../parts/bars.tsx";
import { Loading } from "../parts/loading.tsx";
import { useView } from "../useView.ts";
import { effectWord, eventWord, toNumber } from "../words.ts";

/** Events of a filter that stands in the address. */
export function EventsPage({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const filter = readEventFilter(query);
  const loaded = useView<EventsView>(`/api/events${toQuery(filter)}`);
  return <>
    <h1>Events</h1>
    <FilterBar filter={filter} />
    <Loading loaded={loaded}>{(view) => <Found view={view} filter={filter} />}</Loading>
  </>;
}

function Found({ view, filter }: { readonly view: EventsView; readonly filter: EventFilter }) {
  const { before: _, ...whole } = filter;
  const bars = (field: "name" | "effect" | "subject" | "assistant", counted: readonly Counted[], word: (value: string) => string = (value) => value) => counted.map(({ value, count }) => ({ text: word(value), count, href: `/events${toQuery({ ...whole, [field]: value })}` }));
  return <>
    <p role="status">{filter.device === undefined ? `${toNumber(view.total)} events` : "Events about the guard of this machine"}{filter.before === undefined ? "" : ", further back"}. Heartbeats and hourly counts are not listed. What people did is not told by machine.</p>
    {filter.device === undefined && filter.before === undefined && view.total > 0 && <>
      <DayChart label="Events by day" days={view.days.map(({ value }) => value)} series={[{ word: "Events", colour: "accent", dash: [], values: view.days.map(({ count }) => count) }]} />
      <div class="columns">
        <section><h2>Kinds</h2><Bars label="Kinds of events" empty="None." bars={bars("name", view.names, eventWord)} /></section>
        <section><h2>What was done</h2><Bars label="What was done" empty="None." bars={bars("effect", view.effects, effectWord)} /></section>
        <section><h2>Rules and causes</h2><Bars label="Rules and causes" empty="None." bars={bars("subject", view.subjects)} /></section>
        <section><h2>Assistants</h2><Bars label="Assistants" empty="None on ten machines or more." bars={bars("assistant", view.assistants)} /></section>
      </div>
    </>}
    <section>
      <h2>One by one, the newest first</h2>
      <EventList rows={view.rows} />
      {view.next !== undefined && <p><a class="button" href={`/events${toQuery({ ...whole, before: view.next })}`}>Further back</a></p>}
    </section>
  </>;
}
