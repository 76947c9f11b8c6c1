import { signInTroubles, type SignInTrouble } from "../../../src/core/dashboard/administration.ts";
import { Field, textsOf } from "../parts/field.tsx";
import { useWriting } from "../useWriting.ts";

const troubleWords: Readonly<Record<SignInTrouble, string>> = {
  failed: "It did not end in the window it began in, took too long, or the provider's answer does not count. Try again.",
  unreachable: "Your organisation's sign-in cannot be reached.",
  noRole: "None of your groups may do anything here. Ask who runs this collector.",
  nameTaken: "There is a local account of your name. Ask who runs this collector.",
};

/** Why one has just come back without being in. */
const readTrouble = (): SignInTrouble | undefined => signInTroubles.find((each) => each === new URLSearchParams(location.search).get("sign-in"));

/** Name, password and the code of the moment, or the organisation's own sign-in. */
export function SignInPage({ done, elsewhere }: { readonly done: () => Promise<void>; readonly elsewhere: boolean }) {
  const back = readTrouble();
  const { busy, trouble, write } = useWriting();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { name = "", password = "", code = "" } = textsOf(event.currentTarget);
    void write("/api/session", { method: "POST", body: { name, password, code: code.replaceAll(" ", "") } }, () => void done());
  };
  return <main class="door">
    <h1>Sign in to Gatelodge</h1>
    {back !== undefined && <p role="alert" class="trouble">Not signed in. {troubleWords[back]}</p>}
    {elsewhere && <><p><a class="button" href="/api/oidc/start">Sign in with your organisation</a></p><h2>Or with an account of this collector</h2></>}
    <form class="form" onSubmit={submit}>
      <Field label="Name" name="name" complete="username" />
      <Field label="Password" name="password" type="password" complete="current-password" />
      <Field label="Code of your authenticator" name="code" complete="one-time-code" numeric />
      <button type="submit" class="main" disabled={busy}>Sign in</button>
      {trouble !== "" && <p role="alert" class="trouble">Not signed in: {trouble}.</p>}
    </form>
  </main>;
}
