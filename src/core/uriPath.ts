/**
 * Which file on disk a document URI stands for, whatever view shows it. Pure; `node/pathIdentity.ts` resolves the rest.
 * Shapes read in VS Code 1.139 (vscode-git's `toGitUri`, LocalHistoryFileSystemProvider, CellUri) and its documentation.
 */
export interface UriPath {
  readonly scheme: string;
  /** With `/` separators and a lower-case drive letter. Absent: the document is no file (prompt, output, new document). */
  readonly path?: string;
  /** A second file that its query names: which of the two is shown only its extension knows, so both are judged. */
  readonly alsoNamed?: string;
  /** The file is on another machine than the program that asks: links there cannot be resolved here. */
  readonly remote: boolean;
}

const withoutFile = new Set(["output", "chatsessioninput", "sessions-chat", "chat-editing-text-model", "vscode-chat-code-block", "vscode-terminal", "debug", "inmemory", "walkthrough", "comment", "search-editor", "vscode-scm", "data", "http", "https"]);

/** Takes a URI as `Uri.toString()` gives it, or a plain path. Never throws: what it cannot read has no path. */
export function toUriPath(uri: string): UriPath {
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]+):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/.exec(uri);
  if (match === null) return { scheme: "file", path: normalisePath(uri), remote: false };
  const scheme = (match[1] ?? "").toLowerCase();
  const authority = match[2] ?? "";
  if (withoutFile.has(scheme)) return { scheme, remote: false };
  const [path, alsoNamed] = pathsOf(scheme, decode(match[3] ?? ""), decode(match[4] ?? ""), authority).map((name) => normalisePath(name));
  const remote = scheme === "vscode-remote" || scheme === "vscode-vfs";
  return { scheme, remote, ...(path === undefined ? {} : { path }), ...(alsoNamed === undefined ? {} : { alsoNamed }) };
}

function pathsOf(scheme: string, path: string, query: string, authority: string): readonly string[] {
  if (scheme === "untitled" && !path.startsWith("/")) return [];
  if (scheme === "file") return [authority === "" ? path : `//${authority}${path}`];
  const named = fromQuery(query);
  // git:/repo/.env.git?{"path":"/repo/.env","ref":"~"}: the path in the query is the file, the other may carry a suffix.
  return [scheme === "git" && named !== undefined ? "" : path, named ?? ""].filter((name) => name !== "");
}

function fromQuery(query: string): string | undefined {
  if (!query.startsWith("{")) return undefined;
  try {
    const parsed: unknown = JSON.parse(query);
    const path = typeof parsed === "object" && parsed !== null && "path" in parsed ? parsed.path : undefined;
    return typeof path === "string" && path !== "" ? path : undefined;
  } catch {
    return undefined; // not JSON: some other extension's query; the URI's own path decides
  }
}

/** `\\?\C:\a` and `/C:/a` → `c:/a`; `\` → `/` where the path is a Windows one. */
export function normalisePath(path: string): string {
  const plain = path.replace(/^\\\\\?\\(UNC\\)?/, (_, unc) => (unc === undefined ? "" : "\\\\"));
  const windows = /^\/?[a-zA-Z]:[\\/]/.test(plain) || plain.startsWith("\\\\");
  if (!windows) return plain;
  return plain.replaceAll("\\", "/").replace(/^\/?([a-zA-Z]):/, (_, drive: string) => `${drive.toLowerCase()}:`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is a legal file name
  }
}
