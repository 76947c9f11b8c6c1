import { Field, textsOf } from "../parts/field.tsx";
import { useWriting } from "../useWriting.ts";

/** Name, password and the code of the moment. */
export function SignInPage({ done }: { readonly done: () => Promise<void> }) {
  const { busy, trouble, write } = useWriting();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { name = "", password = "", code = "" } = textsOf(event.currentTarget);
    void write("/api/session", { method: "POST", body: { name, password, code: code.replaceAll(" ", "") } }, () => void done());
  };
  return <main class="door">
    <h1>Sign in to Gatelodge</h1>
    <form class="form" onSubmit={submit}>
      <Field label="Name" name="name" complete="username" />
      <Field label="Password" name="password" type="password" complete="current-password" />
      <Field label="Code of your authenticator" name="code" complete="one-time-code" numeric />
      <button type="submit" class="main" disabled={busy}>Sign in</button>
      {trouble !== "" && <p role="alert" class="trouble">Not signed in: {trouble}.</p>}
    </form>
  </main>;
}
