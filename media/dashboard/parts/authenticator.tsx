import type { ComponentChildren } from "preact";

/** The secret that an authenticator takes, shown once. */
export function Authenticator({ totp, children }: { readonly totp: string; readonly children?: ComponentChildren }) {
  const secret = /[?&]secret=([A-Z2-7]+)/.exec(totp)?.[1] ?? "";
  return <section class="once" aria-label="Authenticator">
    <p>Put this key into an authenticator app now; it is not shown again. Choose “enter a key” there, time-based, six digits.</p>
    <p><code class="key">{secret.match(/.{1,4}/g)?.join(" ")}</code></p>
    <p>On this machine: <a href={totp.startsWith("otpauth://") ? totp : "#"}>open in an app</a></p>
    {children}
  </section>;
}
