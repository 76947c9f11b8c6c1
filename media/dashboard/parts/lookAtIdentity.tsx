import { useState } from "preact/hooks";
import { useWriting } from "../useWriting.ts";

/** Shows the machine to one of the two who may look; the look is in the audit. */
export function LookAtIdentity({ id }: { readonly id: number }) {
  const { busy, trouble, write } = useWriting();
  const [devices, setDevices] = useState<readonly string[]>();
  const look = () => void write<{ readonly devices: readonly string[] }>(`/api/identities/${id}/look`, { method: "POST" }, (value) => setDevices(value.devices));
  if (devices !== undefined) return <span role="status">{devices.length === 0 ? "It was taken away meanwhile." : devices.map((device) => <a key={device} href={`/devices/${encodeURIComponent(device)}`}>{device.slice(0, 8)} </a>)}</span>;
  return <>
    <button type="button" disabled={busy} onClick={look}>Look at {id}</button>
    {trouble !== "" && <span role="alert" class="trouble"> It was not shown: {trouble}.</span>}
  </>;
}
