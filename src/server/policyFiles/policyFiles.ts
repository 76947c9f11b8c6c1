import type { CompletionItem, Diagnostic, Hover, Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LayerSource } from "../../core/policy/policy.ts";
import { normalisePath } from "../../core/uriPath.ts";
import type { Locations } from "../../node/locations.ts";
import type { IdentifyPath } from "../../node/pathIdentity.ts";
import { policyFileName } from "../../node/policyLayers.ts";
import { completePolicy } from "./completePolicy.ts";
import { diagnosePolicy } from "./diagnosePolicy.ts";
import { hoverPolicy } from "./hoverPolicy.ts";
import { createLayersAround } from "./layersAround.ts";

/** Help in policy files, whatever the editor takes their language to be. */
export interface PolicyFiles {
  readonly isPolicyFile: (uri: string) => boolean;
  readonly diagnose: (document: TextDocument) => readonly Diagnostic[];
  readonly complete: (document: TextDocument, position: Position) => CompletionItem[];
  readonly hover: (document: TextDocument, position: Position) => Hover | undefined;
}

export interface PolicyFilesParts {
  readonly locations: Locations;
  readonly platform: NodeJS.Platform;
  readonly identify: IdentifyPath;
}

export function createPolicyFiles(parts: PolicyFilesParts): PolicyFiles {
  const layersAround = createLayersAround(parts);
  const sourceOf = (uri: string): LayerSource | undefined => {
    const path = parts.identify(uri);
    const spellings = path === undefined ? [] : [path.absolute, ...path.aliases];
    if (spellings.includes(normalisePath(parts.locations.machineFile))) return "machine";
    if (spellings.includes(normalisePath(parts.locations.userPolicy))) return "user";
    return spellings.some((spelling) => spelling.endsWith(`/${policyFileName}`)) ? "repository" : undefined;
  };
  const around = (uri: string) => layersAround(uri, sourceOf(uri) ?? "repository");
  return {
    isPolicyFile: (uri) => sourceOf(uri) !== undefined,
    diagnose: (document) => diagnosePolicy(document, around(document.uri)),
    complete: (document, position) => completePolicy(document.getText(), document.offsetAt(position), around(document.uri).policy),
    hover: (document, position) => hoverPolicy(document, position),
  };
}
