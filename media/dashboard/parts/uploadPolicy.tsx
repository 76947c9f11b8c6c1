import { useState } from "preact/hooks";
import { useMay } from "../session.ts";
import { useWriting } from "../useWriting.ts";

/** Hands in a policy that was signed elsewhere; a second person publishes it. */
export function UploadPolicy({ changed }: { readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  const [problem, setProblem] = useState("");
  if (!useMay("editor")) return null;
  const read = async (file: File | undefined) => {
    setProblem("");
    const signed = await file?.text().then(parse);
    if (file !== undefined && signed === undefined) setProblem("it is not what gatelodge policy sign writes");
    if (signed !== undefined) await write("/api/policies/signed", { method: "POST", body: signed }, changed);
  };
  return <section>
    <h2>Upload a signed policy</h2>
    <p class="note">As <code>gatelodge policy sign</code> writes it, or from a pipeline: <code>gatelodge policy publish signed.json --endpoint {location.origin}</code>. It is checked as a machine would.</p>
    <label class="form">Signed policy<input type="file" accept=".json,application/json" disabled={busy} onChange={({ currentTarget }) => void read(currentTarget.files?.[0])} /></label>
    {[problem, trouble].filter((each) => each !== "").map((each) => <p key={each} role="alert" class="trouble">It was not taken: {each}.</p>)}
  </section>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
