import { useState } from "preact/hooks";
import type { AuditView } from "../../../src/core/dashboard/administration.ts";
import { FigureTable } from "../parts/figureTable.tsx";
import { Loading } from "../parts/loading.tsx";
import { useView } from "../useView.ts";
import { toTime } from "../words.ts";

const formats = [["csv", "CSV, for spreadsheets"], ["ndjson", "NDJSON, one event a line"], ["ocsf.ndjson", "OCSF, for a SIEM"]] as const;

/** Who did what here, and all events as files. */
export function AuditPage() {
  const loaded = useView<AuditView>("/api/audit");
  return <>
    <h1>Audit and export</h1>
    <Export />
    <section>
      <h2>Who did what</h2>
      <Loading loaded={loaded}>{({ entries, whole }) => <>
        <p class={whole ? "note" : "trouble"} role={whole ? "note" : "alert"}>{whole ? "Each entry follows from the one before it: none was changed or taken out." : "An entry was changed or taken out: the chain of entries is broken."}</p>
        <FigureTable caption="Audit, the newest first" heads={["Time (UTC)", "Who", "What", "Detail", "Number"]} words={4} empty="Nothing was done yet." rows={entries.map(({ seq, at, who, what, detail }) => [toTime(at), who, what, detail, seq])} />
      </>}</Loading>
    </section>
  </>;
}

function Export() {
  const [{ since, until }, setRange] = useState({ since: "", until: "" });
  // The last day is meant as a whole.
  const end = until === "" ? "" : new Date(Date.parse(until) + 86_400_000).toISOString();
  const query = new URLSearchParams([...(since === "" ? [] : [["since", since] as [string, string]]), ...(end === "" ? [] : [["until", end] as [string, string]])]).toString();
  return <section>
    <h2>Export</h2>
    <p class="note">Every event that is kept, with the machine it came from. Each export stands in the audit.</p>
    <form class="filter" aria-label="Days to export" onSubmit={(event) => event.preventDefault()}>
      <label>From<input type="date" value={since} onInput={({ currentTarget: { value } }) => setRange({ since: value, until })} /></label>
      <label>To<input type="date" value={until} onInput={({ currentTarget: { value } }) => setRange({ since, until: value })} /></label>
    </form>
    <ul class="files">{formats.map(([ending, text]) => <li key={ending}><a class="button" download href={`/api/export.${ending}${query === "" ? "" : `?${query}`}`}>{text}</a></li>)}</ul>
  </section>;
}
