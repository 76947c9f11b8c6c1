import { useWriting } from "../useWriting.ts";

/** Ends an exception that was approved, with a reason. */
export function WithdrawException({ id, changed }: { readonly id: string; readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  const withdraw = () => {
    const note = prompt(`Why is ${id.slice(0, 8)} taken back? Whoever asked reads it.`)?.trim() ?? "";
    if (note !== "") void write(`/api/exceptions/${id}/withdraw`, { method: "POST", body: { note } }, changed);
  };
  return <>
    <button type="button" disabled={busy} onClick={withdraw}>Take {id.slice(0, 8)} back</button>
    {trouble !== "" && <span role="alert" class="trouble"> It was not done: {trouble}.</span>}
  </>;
}
