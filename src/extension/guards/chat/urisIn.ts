import * as vscode from "vscode";

/** Every address among a command's arguments: as such, in lists, or as `resource` or `uri` of an object, of the start and the end of a range. */
export function urisIn(value: unknown, depth = 4): readonly vscode.Uri[] {
  if (value instanceof vscode.Uri) return [value];
  if (depth === 0 || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => urisIn(item, depth - 1));
  // Arguments from the window can arrive as plain data.
  if ("scheme" in value && "path" in value && typeof value.scheme === "string" && typeof value.path === "string") return [vscode.Uri.from({ scheme: value.scheme, path: value.path, ...authorityOf(value) })];
  return ["resource", "uri", "start", "end"].flatMap((key) => urisIn((value as Readonly<Record<string, unknown>>)[key], depth - 1));
}

const authorityOf = (value: object) => ("authority" in value && typeof value.authority === "string" ? { authority: value.authority } : {});
