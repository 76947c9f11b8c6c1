/** What a client's address says of it. */
export interface ClientPath {
  readonly client?: { readonly id: string; readonly token: string };
  /** The port of the model server that the client asked before it was pointed here. */
  readonly upstream?: number;
  /** What goes on to the model server. */
  readonly url: string;
}

/** Reads `/gatelodge/ASSISTANT/TOKEN[/HOST:PORT]/…`; any other path is a client without a token. */
export function readClientPath(url: string): ClientPath {
  const [, id, token, port, rest] = /^\/gatelodge\/([^/?]+)\/([^/?]+)(?:\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]):(\d{1,5})(?=[/?]|$))?(.*)$/s.exec(url) ?? [];
  if (id === undefined || token === undefined || rest === undefined) return { url };
  return { client: { id, token }, url: rest.startsWith("/") ? rest : `/${rest}`, ...(port === undefined ? {} : { upstream: Number(port) }) };
}
