import { useState } from "preact/hooks";
import { Authenticator } from "../parts/authenticator.tsx";
import { Field, textsOf } from "../parts/field.tsx";
import { useWriting } from "../useWriting.ts";

/** The first account, by the token that the collector's first start showed. */
export function SetUpPage({ done }: { readonly done: () => Promise<void> }) {
  const { busy, trouble, write } = useWriting();
  const [totp, setTotp] = useState<string>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { token = "", name = "", password = "" } = textsOf(event.currentTarget);
    void write<{ readonly totp: string }>("/api/setup", { method: "POST", body: { token: token.trim(), name, password } }, (value) => setTotp(value.totp));
  };
  return <main class="door">
    <h1>Set up Gatelodge</h1>
    <ol class="steps" aria-label="Steps"><li {...(totp === undefined ? { "aria-current": "step" as const } : {})}>Your account</li><li {...(totp === undefined ? {} : { "aria-current": "step" as const })}>Your authenticator</li><li>Sign in</li></ol>
    {totp === undefined ? <form class="form" onSubmit={submit}>
      <p>Nobody has an account yet. The first one may do everything; more people are added by it.</p>
      <Field label="Administrator's token" name="token" type="password" hint="The collector's first start showed it." />
      <Field label="Name" name="name" complete="username" hint="Letters, digits and . _ @ -" />
      <Field label="Password" name="password" type="password" complete="new-password" hint="A long one: four words that have nothing to do with each other." />
      <button type="submit" class="main" disabled={busy}>Make the account</button>
      {trouble !== "" && <p role="alert" class="trouble">It was not made: {trouble}.</p>}
    </form> : <Authenticator totp={totp}><button type="button" class="main" onClick={() => void done()}>Go on to sign in</button></Authenticator>}
  </main>;
}
