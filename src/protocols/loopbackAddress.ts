/** Where a server of this machine answers. */
export interface LoopbackAddress {
  readonly host: "127.0.0.1" | "::1";
  readonly port: number;
}

/** Reads `http://127.0.0.1:11434`. Nothing but this machine: a name could lead anywhere. */
export function parseLoopbackAddress(text: string): LoopbackAddress | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, pathname, username, search } = new URL(text);
  if (protocol !== "http:" || port === "" || pathname !== "/" || username !== "" || search !== "") return undefined;
  if (hostname === "127.0.0.1" || hostname === "localhost") return { host: "127.0.0.1", port: Number(port) };
  return hostname === "[::1]" ? { host: "::1", port: Number(port) } : undefined;
}
