import { useState } from "preact/hooks";
import { useMay } from "../session.ts";
import { useWriting } from "../useWriting.ts";
import { toNumber } from "../words.ts";

/** Counts the machines that an inventory says there should be. */
export function ExpectedList() {
  const { busy, trouble, write } = useWriting();
  const [count, setCount] = useState<number>();
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const list = await file.text();
    await write<{ readonly count: number }>("/api/expected", { method: "POST", body: { list } }, (value) => setCount(value.count));
  };
  if (!useMay("operator")) return null;
  return <section>
    <h2>Machines there should be</h2>
    <p class="note">A list from your inventory, one machine a line. It is counted and not kept: machines report no names, so it says how many are missing, not which.</p>
    <label class="form">List<input type="file" accept=".txt,.csv,text/plain" disabled={busy} onChange={({ currentTarget }) => void read(currentTarget.files?.[0])} /></label>
    {count !== undefined && <p role="status">{toNumber(count)} machines are expected.</p>}
    {trouble !== "" && <p role="alert" class="trouble">It was not counted: {trouble}.</p>}
  </section>;
}
