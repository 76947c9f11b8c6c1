import { useState } from "preact/hooks";
import type { EventRow } from "../../../src/core/dashboard/views.ts";
import { AskIdentity } from "./askIdentity.tsx";
import { effectWord, eventWord, toTime } from "../words.ts";

/** Events, each of which can be opened to see all that it says. */
export function EventList({ rows }: { readonly rows: readonly EventRow[] }) {
  const [open, setOpen] = useState<string>();
  if (rows.length === 0) return <p class="empty">No event fits.</p>;
  return <div class="wide" tabIndex={0} role="region" aria-label="Events">
    <table class="events">
      <thead><tr><th scope="col">Time (UTC)</th><th scope="col">Kind</th><th scope="col">Done</th><th scope="col">Rule or cause</th><th scope="col">Assistant</th><th scope="col">Way</th><th scope="col">Machine</th></tr></thead>
      <tbody>{rows.map((row) => <Row key={row.id} row={row} open={open === row.id} toggle={() => setOpen(open === row.id ? undefined : row.id)} />)}</tbody>
    </table>
  </div>;
}

function Row({ row, open, toggle }: { readonly row: EventRow; readonly open: boolean; readonly toggle: () => void }) {
  return <>
    <tr>
      <th scope="row"><button type="button" class="plain" aria-expanded={open} onClick={toggle}>{toTime(row.time)}</button></th>
      <td>{eventWord(row.name)}</td>
      <td>{row.effect === "" ? "" : <span class={`mark mark-${row.effect}`}>{effectWord(row.effect)}</span>}</td>
      <td>{row.subject}</td><td>{row.assistant}</td><td>{row.channel}</td>
      <td>{row.device === undefined ? <span class="note">not told</span> : <a href={`/devices/${encodeURIComponent(row.device)}`}>{row.device.slice(0, 8)}</a>}</td>
    </tr>
    {open && <tr class="opened"><td colSpan={7}><dl>{Object.entries(row.attributes).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{Array.isArray(value) ? value.join(", ") : String(value)}</dd></div>)}</dl>{row.device === undefined && <AskIdentity subject={{ kind: "event", id: row.id, time: row.time }} />}</td></tr>}
  </>;
}
