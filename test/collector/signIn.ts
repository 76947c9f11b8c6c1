/** Accounts of a collector that runs, as people make them: token, password, authenticator. */
import { totpAt } from "../../src/collector/accounts/totp.ts";
import type { RunningCollector } from "./startCollector.ts";

export interface SignedIn {
  readonly cookie: string;
  /** Throws where the answer is none of 200 or 201. */
  readonly ask: (method: string, path: string, body?: object) => Promise<Readonly<Record<string, unknown>>>;
}

const password = "correct horse battery";

/** The first account. */
export async function signIn({ url, adminToken }: RunningCollector): Promise<SignedIn> {
  const { totp } = (await (await post(url, "/api/setup", { token: adminToken, name: "ada", password })).json()) as { readonly totp: string };
  return begin(url, "ada", totp);
}

/** Another account, which the first one makes. */
export async function signInAlso({ url }: RunningCollector, by: SignedIn, name: string, ...roles: readonly string[]): Promise<SignedIn> {
  const { totp } = await by.ask("POST", "/api/accounts", { name, password, roles });
  return begin(url, name, String(totp));
}

async function begin(url: string, name: string, totp: string): Promise<SignedIn> {
  const secret = new URL(totp).searchParams.get("secret") ?? "";
  const session = await post(url, "/api/session", { name, password, code: totpAt(secret, Math.floor(Date.now() / 30_000)) });
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

const post = (url: string, path: string, body: object) => fetch(`${url}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
