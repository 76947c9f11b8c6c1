import type { ToolFound } from "../tools/toolFound.ts";

/** A package URL, where a tool was published in a gallery or a registry: https://github.com/package-url/purl-spec. */
export function purlOf({ id, registry, version }: Pick<ToolFound, "id" | "registry" | "version">): string | undefined {
  if (id === undefined || registry === undefined) return undefined;
  const at = version === undefined ? "" : `@${encodeURIComponent(version)}`;
  const path = registry === "gallery" ? id.replace(".", "/") : id;
  return `pkg:${registry === "gallery" ? "vscode-extension" : registry}/${path.split("/").map(encodeURIComponent).join("/")}${at}`;
}
