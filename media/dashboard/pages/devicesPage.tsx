import { deviceStates, type DevicesView } from "../../../src/core/dashboard/views.ts";
import { goTo } from "../address.ts";
import { FigureTable } from "../parts/figureTable.tsx";
import { Loading } from "../parts/loading.tsx";
import { useView } from "../useView.ts";
import { stateWords, toNumber } from "../words.ts";

interface Chosen {
  readonly state?: string;
  readonly id?: string;
  readonly page?: string;
}

const toHref = (path: string, chosen: Chosen) => {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== undefined && value !== "")).toString();
  return query === "" ? path : `${path}?${query}`;
};

/** Machines, those that need somebody first. */
export function DevicesPage({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const { state = "", id = "", page = "" } = query;
  const loaded = useView<DevicesView>(toHref("/api/devices", { state, id, page }));
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement).get("id");
    goTo(toHref("/devices", { state, id: typeof typed === "string" ? typed.trim() : "" }));
  };
  return <>
    <h1>Devices</h1>
    <p>Machines by the random number they got when they were enrolled. Days, not times: when somebody works is not told.</p>
    <form class="filter" role="search" key={id} onSubmit={search}><label>Number begins with<input type="search" name="id" value={id} /></label><button type="submit">Search</button></form>
    <Loading loaded={loaded}>{(view) => <Machines view={view} chosen={{ state, id }} />}</Loading>
  </>;
}

function Machines({ view, chosen }: { readonly view: DevicesView; readonly chosen: Chosen }) {
  const all = Object.values(view.states).reduce((sum, count) => sum + count, 0);
  const tab = (state: string, word: string, count: number) => <li key={state}><a href={toHref("/devices", { ...chosen, state })} {...(chosen.state === state ? { "aria-current": "true" as const } : {})}>{word} <span class="number">{toNumber(count)}</span></a></li>;
  return <>
    <nav aria-label="States"><ul class="tabs">{tab("", "All", all)}{deviceStates.filter((state) => view.states[state] > 0 || chosen.state === state).map((state) => tab(state, stateWords[state].word, view.states[state]))}</ul></nav>
    {deviceStates.filter((state) => state === chosen.state).map((state) => <p class="note" key={state}>{stateWords[state].means}</p>)}
    <FigureTable caption={`Machines, page ${view.page} of ${view.pages}`} heads={["Machine", "State", "Guard heard", "Policy", "Hooks of", "Off", "Same programs on"]} words={6} empty={all === 0 ? "No machine is enrolled yet." : "No machine fits."} rows={view.rows.map((row) => [
      <a href={`/devices/${row.id}`}>{row.id.slice(0, 8)}</a>,
      <span class={`mark state-${row.state}`} title={stateWords[row.state].means}>{stateWords[row.state].word}</span>,
      row.heartbeat ?? "never", row.mode === "" ? "–" : row.mode, row.hooks.join(", "), [...row.doorsOff, ...row.hooksOff.map((each) => `hooks of ${each}`)].join(", "), row.programs === "" ? "–" : toNumber(row.alike),
    ])} />
    {view.pages > 1 && <nav class="pages" aria-label="Pages of machines">
      {view.page > 1 && <a class="button" href={toHref("/devices", { ...chosen, page: String(view.page - 1) })}>Page before</a>}
      <span>Page {view.page} of {view.pages}</span>
      {view.page < view.pages && <a class="button" href={toHref("/devices", { ...chosen, page: String(view.page + 1) })}>Next page</a>}
    </nav>}
  </>;
}
