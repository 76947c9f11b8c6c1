import { useState } from "preact/hooks";
import type { ExceptionRow } from "../../../src/core/dashboard/administration.ts";
import { longestNote } from "../../../src/core/exceptionAsk.ts";
import { useWriting } from "../useWriting.ts";

const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
const dayMilliseconds = 86_400_000;

/** Approves until the end of a day, no later than was asked for, or refuses with a reason. */
export function AnswerException({ ask: { id, until }, changed }: { readonly ask: ExceptionRow; readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  const [day, setDay] = useState(toDay(until));
  const [note, setNote] = useState("");
  const short = id.slice(0, 8);
  const answer = (what: "approve" | "refuse", body: object) => void write(`/api/exceptions/${id}/${what}`, { method: "POST", body: { note, ...body } }, changed);
  return <form class="filter" onSubmit={(event) => {
    event.preventDefault();
    answer("approve", { until: Math.min(until, Date.parse(day) + dayMilliseconds) });
  }}>
    <label>Holds to the end of<input type="date" required min={toDay(Date.now())} max={toDay(until)} value={day} onInput={({ currentTarget }) => setDay(currentTarget.value)} /></label>
    <label>What to tell who asked<input type="text" maxLength={longestNote} size={40} value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} /></label>
    <button type="submit" class="main" disabled={busy}>Approve {short}</button>
    <button type="button" disabled={busy} onClick={() => answer("refuse", {})}>Refuse {short}</button>
    {trouble !== "" && <p role="alert" class="trouble">It was not answered: {trouble}.</p>}
  </form>;
}
