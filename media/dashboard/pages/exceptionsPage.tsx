import { useState } from "preact/hooks";
import { askReasonWords, askStateWords } from "../../../src/core/askWords.ts";
import type { ExceptionRow, ExceptionsView } from "../../../src/core/dashboard/administration.ts";
import { AnswerException } from "../parts/answerException.tsx";
import { AskIdentity } from "../parts/askIdentity.tsx";
import { FigureTable } from "../parts/figureTable.tsx";
import { Loading } from "../parts/loading.tsx";
import { WithdrawException } from "../parts/withdrawException.tsx";
import { useMay } from "../session.ts";
import { useView } from "../useView.ts";
import { toTime } from "../words.ts";

/** What developers ask to be lifted, and what was answered. */
export function ExceptionsPage() {
  const [again, setAgain] = useState(0);
  const loaded = useView<ExceptionsView>("/api/exceptions", again);
  return <>
    <h1>Exceptions</h1>
    <p>Each is for one file of one machine, whatever stands in it by then. Neither is told here: whoever asks names the number to you where you need to know more. An answer goes out with the next signed policy, within minutes.</p>
    <Loading loaded={loaded}>{({ asks }) => <Asks asks={asks} changed={() => setAgain(again + 1)} />}</Loading>
  </>;
}

function Asks({ asks, changed }: { readonly asks: readonly ExceptionRow[]; readonly changed: () => void }) {
  const mayAnswer = useMay("approver");
  const waiting = asks.filter(({ state }) => state === "asked");
  const answered = asks.filter(({ state }) => state !== "asked");
  return <>
    <section>
      <h2>Waiting</h2>
      {waiting.length === 0 && <p class="empty">Nobody waits for an answer.</p>}
      {waiting.map((ask) => <article key={ask.id} aria-label={`Exception ${ask.id.slice(0, 8)}`}>
        <h3>Exception {ask.id.slice(0, 8)}</h3>
        <dl class="facts">
          <div><dt>Rules to lift</dt><dd>{ask.rules.join(", ")}</dd></div>
          <div><dt>Reason</dt><dd>{askReasonWords[ask.reason]}</dd></div>
          <div><dt>Asked (UTC)</dt><dd>{toTime(ask.asked)}</dd></div>
          <div><dt>Until (UTC)</dt><dd>{toTime(ask.until)}</dd></div>
        </dl>
        <AskIdentity subject={{ kind: "exception", id: ask.id, time: ask.asked }} />
        {mayAnswer ? <AnswerException ask={ask} changed={changed} /> : <p class="note">An approver answers.</p>}
      </article>)}
    </section>
    <section>
      <h2>Answered and over</h2>
      <FigureTable caption="Exceptions that were answered or are over" heads={["Number", "Rules", "Reason", "State", "Until (UTC)", "Answer", "By", "Take back"]} words={8} empty="There is none." rows={answered.map((ask) => [
        ask.id.slice(0, 8), ask.rules.join(", "), askReasonWords[ask.reason], askStateWords[ask.state], toTime(ask.until), ask.note, ask.answeredBy ?? "nobody",
        ask.state === "approved" && mayAnswer ? <WithdrawException id={ask.id} changed={changed} /> : "",
      ])} />
    </section>
  </>;
}
