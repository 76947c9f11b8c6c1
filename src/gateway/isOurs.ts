import type { IncomingHttpHeaders } from "node:http";

const names = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Whether a request is from a program of this machine that means us. A web page that had its own name lead here (DNS
 * rebinding) still says that name as `Host`, and every page that sends content says its `Origin`.
 */
export function isOurs({ host, origin }: Pick<IncomingHttpHeaders, "host" | "origin">, port: number): boolean {
  return isLoopback(`http://${host ?? ""}`, port) && (origin === undefined || isProgram(origin) || isLoopback(origin));
}

/** Editors' own pages: no site can have these. */
const isProgram = (origin: string) => /^(?:vscode-webview|vscode-file|app|file|tauri):\/\//.test(origin);

function isLoopback(address: string, port?: number): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return names.has(url.hostname) && (port === undefined || url.port === String(port));
}
