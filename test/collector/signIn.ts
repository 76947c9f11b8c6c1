/** The first account of a collector that runs, as a person makes it: token, password, authenticator. */
import { totpAt } from "../../src/collector/accounts/totp.ts";
import type { RunningCollector } from "./startCollector.ts";

export interface SignedIn {
  readonly cookie: string;
  /** Throws where the answer is none of 200 or 201. */
  readonly ask: (method: string, path: string, body?: object) => Promise<Readonly<Record<string, unknown>>>;
}

const [name, password] = ["ada", "correct horse battery"];

export async function signIn({ url, adminToken }: RunningCollector): Promise<SignedIn> {
  const post = (path: string, body: object) => fetch(`${url}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const { totp } = (await (await post("/api/setup", { token: adminToken, name, password })).json()) as { readonly totp: string };
  const secret = new URL(totp).searchParams.get("secret") ?? "";
  const session = await post("/api/session", { name, password, code: totpAt(secret, Math.floor(Date.now() / 30_000)) });
  const cookie = (session.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return {
    cookie,
    ask: async (method, path, body) => {
      const answer = await fetch(`${url}${path}`, { method, headers: { cookie, "x-gatelodge": "1", "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      if (answer.status > 201) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Readonly<Record<string, unknown>>;
    },
  };
}
