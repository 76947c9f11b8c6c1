import { useState } from "preact/hooks";
import { roles, type AccountsView } from "../../../src/core/dashboard/administration.ts";
import { Authenticator } from "../parts/authenticator.tsx";
import { Field, textsOf } from "../parts/field.tsx";
import { FigureTable } from "../parts/figureTable.tsx";
import { Loading } from "../parts/loading.tsx";
import { useView } from "../useView.ts";
import { useWriting } from "../useWriting.ts";

const roleMeans: Readonly<Record<(typeof roles)[number], string>> = { viewer: "looks", operator: "enrols and revokes machines", editor: "proposes policies", approver: "publishes what somebody else proposed", owner: "all of these, and people" };

/** Who has an account, and what they may. */
export function PeoplePage() {
  const [again, setAgain] = useState(0);
  const loaded = useView<AccountsView>("/api/accounts", again);
  const { busy, trouble, write } = useWriting();
  const changed = () => setAgain(again + 1);
  return <>
    <h1>People</h1>
    {trouble !== "" && <p role="alert" class="trouble">It was not done: {trouble}.</p>}
    <section><h2>Accounts</h2><Loading loaded={loaded}>{({ accounts }) => <FigureTable caption="Accounts" heads={["Name", "May", "Signed in", "Remove"]} words={4} rows={accounts.map(({ name, roles: given, signedInOnce, elsewhere }) => [
      name, given.join(", "), elsewhere ? "with your organisation" : signedInOnce ? "yes" : "not yet", <button type="button" disabled={busy} aria-label={`Remove ${name}`} onClick={() => void (confirm(`Remove the account ${name}?`) && write(`/api/accounts/${encodeURIComponent(name)}`, { method: "DELETE" }, changed))}>Remove</button>,
    ])} />}</Loading></section>
    <NewAccount changed={changed} />
  </>;
}

function NewAccount({ changed }: { readonly changed: () => void }) {
  const { busy, trouble, write } = useWriting();
  const [made, setMade] = useState<{ readonly name: string; readonly totp: string }>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const texts = textsOf(event.currentTarget);
    const { name = "", password = "" } = texts;
    void write<{ readonly totp: string }>("/api/accounts", { method: "POST", body: { name, password, roles: roles.filter((role) => texts[`role-${role}`] !== undefined) } }, ({ totp }) => {
      setMade({ name, totp });
      changed();
    });
  };
  return <section>
    <h2>Another person</h2>
    <form class="form" onSubmit={submit} key={made?.name ?? ""}>
      <Field label="Name" name="name" hint="Letters, digits and . _ @ -" />
      <Field label="First password" name="password" type="password" complete="new-password" />
      <fieldset><legend>May</legend>{roles.map((role) => <label class="choice" key={role}><input type="checkbox" name={`role-${role}`} /><span>{role}: {roleMeans[role]}</span></label>)}</fieldset>
      <button type="submit" class="main" disabled={busy}>Make the account</button>
      {trouble !== "" && <p role="alert" class="trouble">It was not made: {trouble}.</p>}
    </form>
    {made !== undefined && <><h3>Key for {made.name}</h3><Authenticator totp={made.totp} /></>}
  </section>;
}
