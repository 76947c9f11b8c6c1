import { useState } from "preact/hooks";
import type { EnrolmentTokensView } from "../../../src/core/dashboard/administration.ts";
import { ExpectedList } from "../parts/expectedList.tsx";
import { Field, textsOf } from "../parts/field.tsx";
import { FigureTable } from "../parts/figureTable.tsx";
import { Loading } from "../parts/loading.tsx";
import { useView } from "../useView.ts";
import { useWriting } from "../useWriting.ts";
import { toNumber } from "../words.ts";

/** How machines come in: a token, and the file that names this collector. */
export function EnrolmentPage() {
  const [again, setAgain] = useState(0);
  const loaded = useView<EnrolmentTokensView>("/api/enrolment-tokens", again);
  const { busy, trouble, write } = useWriting();
  const changed = () => setAgain(again + 1);
  return <>
    <h1>Enrolment</h1>
    <NewToken changed={changed} />
    <section>
      <h2>Tokens</h2>
      {trouble !== "" && <p role="alert" class="trouble">It was not done: {trouble}.</p>}
      <Loading loaded={loaded}>{({ tokens }) => <FigureTable caption="Enrolment tokens" heads={["For", "Ends", "State", "Revoke", "Machines", "At most"]} words={4} empty="There is no token." rows={tokens.map(({ id, label, most, used, expires, revoked }) => [
        label, new Date(expires).toISOString().slice(0, 10), revoked ? "revoked" : used >= most ? "used up" : expires < Date.now() ? "over" : "counts",
        revoked ? "" : <button type="button" disabled={busy} aria-label={`Revoke ${label}`} onClick={() => void write(`/api/enrolment-tokens/${id}/revoke`, { method: "POST" }, changed)}>Revoke</button>, toNumber(used), toNumber(most),
      ])} />}</Loading>
    </section>
    <ExpectedList />
  </>;
}

function NewToken({ changed }: { readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  const [token, setToken] = useState<string>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { label = "", most = "", days = "" } = textsOf(event.currentTarget);
    void write<{ readonly token: string }>("/api/enrolment-tokens", { method: "POST", body: { label, most: Number(most), days: Number(days) } }, (value) => {
      setToken(value.token);
      changed();
    });
  };
  return <section>
    <h2>Let machines in</h2>
    <form class="filter" onSubmit={submit}>
      <Field label="For" name="label" /><Field label="Machines at most" name="most" numeric /><Field label="Days" name="days" numeric />
      <button type="submit" class="main" disabled={busy}>Make a token</button>
    </form>
    {trouble !== "" && <p role="alert" class="trouble">It was not made: {trouble}.</p>}
    {token !== undefined && <MachineFile token={token} />}
  </section>;
}

/** What to put on the machines: shown once, since only a hash of the token is kept. */
function MachineFile({ token }: { readonly token: string }) {
  const loaded = useView<{ readonly organisation: Readonly<Record<string, unknown>> }>("/api/machine-file");
  const source = { endpoint: location.origin, enrolmentToken: token };
  return <section class="once" aria-label="Machine file">
    <p>The token, shown once: <code class="key">{token}</code></p>
    <p>The machine file, for your device management (<code>/etc/gatelodge/managed.json</code> and the same elsewhere):</p>
    <Loading loaded={loaded}>{(file) => <pre tabIndex={0}>{JSON.stringify({ version: 1, organisation: { ...file.organisation, ...source }, reporting: source }, null, 2)}</pre>}</Loading>
  </section>;
}
