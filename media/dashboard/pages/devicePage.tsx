import { useState } from "preact/hooks";
import type { DeviceView } from "../../../src/core/dashboard/views.ts";
import { EventList } from "../parts/eventList.tsx";
import { Loading } from "../parts/loading.tsx";
import { useMay } from "../session.ts";
import { useView } from "../useView.ts";
import { useWriting } from "../useWriting.ts";
import { stateWords, toNumber } from "../words.ts";

/** One machine: how its guard stands, and what happened to it. */
export function DevicePage({ id }: { readonly id: string }) {
  const [again, setAgain] = useState(0);
  const loaded = useView<DeviceView>(`/api/devices/${id}`, again);
  return <>
    <p><a href="/devices">Devices</a></p>
    <h1>Machine {id.slice(0, 8)}</h1>
    <Loading loaded={loaded}>{(view) => <><Machine view={view} />{view.device.state !== "revoked" && <Revoke id={id} changed={() => setAgain(again + 1)} />}</>}</Loading>
  </>;
}

/** For a machine that was lost or is somebody else's now. */
function Revoke({ id, changed }: { readonly id: string; readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  if (!useMay("operator")) return null;
  return <section>
    <h2>Send away</h2>
    <p class="note">From then on nothing it sends counts, and it gets no policy. It cannot come back with the key it has.</p>
    <button type="button" disabled={busy} onClick={() => void (confirm(`Revoke the machine ${id.slice(0, 8)}?`) && write(`/api/devices/${id}/revoke`, { method: "POST" }, changed))}>Revoke this machine</button>
    {trouble !== "" && <p role="alert" class="trouble">It was not done: {trouble}.</p>}
  </section>;
}

function Machine({ view: { device, events } }: { readonly view: DeviceView }) {
  const list = (values: readonly string[], none: string) => (values.length === 0 ? none : values.join(", "));
  const facts = [
    ["State", `${stateWords[device.state].word}. ${stateWords[device.state].means}`], ["Number", device.id], ["Enrolled", device.enrolled], ["Reported last", device.seen ?? "never"], ["Guard heard last", device.heartbeat ?? "never"],
    ["Policy", device.mode === "" ? "not told" : `${device.mode === "enforce" ? "enforced" : "only watched"}, ${device.policy}`], ["Guards switched off", list(device.doorsOff, "none")],
    ["Hooks installed", list(device.hooks, "none")], ["Hooks changed or off", list(device.hooksOff, "none")], ["Changed by somebody", device.tamperKind === "" ? "never" : device.tamperKind],
    ["Detection in documents", device.server === "" ? "not told" : device.server], ["Programs", device.programs === "" ? "not told" : `${device.programs}, as on ${toNumber(device.alike)} machines`],
    ["Since its window opened", `${toNumber(device.undecided)} could not be looked at, ${toNumber(device.unrecorded)} not recorded, ${toNumber(device.unspooled)} not kept for sending`], ["Oldest report waited", `${toNumber(device.queueAge)} s`],
  ] as const;
  return <>
    <section aria-label="How its guard stands"><dl class="facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl></section>
    <section><h2>About its guard, 90 days</h2><EventList rows={events} /></section>
  </>;
}
