import { useContext, useState } from "preact/hooks";
import type { IdentitiesView, IdentityRow } from "../../../src/core/dashboard/administration.ts";
import { FigureTable } from "../parts/figureTable.tsx";
import { LookAtIdentity } from "../parts/lookAtIdentity.tsx";
import { Loading } from "../parts/loading.tsx";
import { Name, useMay } from "../session.ts";
import { useView } from "../useView.ts";
import { useWriting } from "../useWriting.ts";
import { toTime } from "../words.ts";

/** Who wants to know which machine something came from, and who agreed. */
export function IdentitiesPage() {
  const [again, setAgain] = useState(0);
  const loaded = useView<IdentitiesView>("/api/identities", again);
  return <>
    <h1>Re-identification</h1>
    <p>What a person did is told without their machine. An operator who has to know it asks, with a reason, at the event or exception; an approver who is somebody else agrees. Both may then look for a day. Each step, each look too, stands in the audit.</p>
    <Loading loaded={loaded}>{({ questions }) => <Questions questions={questions} changed={() => setAgain(again + 1)} />}</Loading>
  </>;
}

function Questions({ questions, changed }: { readonly questions: readonly IdentityRow[]; readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  const [mayAgree, me] = [useMay("approver"), useContext(Name)];
  const answer = (id: number, what: "agree" | "refuse") => <button type="button" disabled={busy} onClick={() => void write(`/api/identities/${id}/${what}`, { method: "POST" }, changed)}>{what === "agree" ? "Agree to" : "Refuse"} {id}</button>;
  const next = ({ id, state, askedBy, answeredBy }: IdentityRow) => {
    if (state === "asked") return askedBy === me ? "somebody else agrees" : mayAgree ? <span class="actions">{answer(id, "agree")}{answer(id, "refuse")}</span> : "an approver agrees";
    return state === "agreed" && [askedBy, answeredBy].includes(me) ? <LookAtIdentity id={id} /> : "";
  };
  return <section>
    <h2>Questions</h2>
    {trouble !== "" && <p role="alert" class="trouble">It was not done: {trouble}.</p>}
    <FigureTable caption="Questions for a machine, the newest first" heads={["Number", "About", "Why", "Asked by", "State", "Until (UTC)", "By", "Next"]} words={8} empty="Nobody has asked yet." rows={questions.map((question) => [
      question.id, `${question.subject.kind} ${question.subject.id.slice(0, 8)}`, question.reason, question.askedBy, stateWords[question.state], toTime(question.until), question.answeredBy ?? "nobody yet", next(question),
    ])} />
  </section>;
}

const stateWords: Readonly<Record<IdentityRow["state"], string>> = { asked: "waits", agreed: "may be looked at", refused: "refused", expired: "over" };
