import type { Hover, Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isMap, isPair, isScalar, isSeq, parseDocument, type Range } from "yaml";
import { schemaAt, type PolicyPath } from "./schemaAt.ts";

interface Place { readonly path: PolicyPath; readonly range: readonly [number, number] }

/** What the schema says of the key or value under the cursor. Holds words of the schema only. */
export function hoverPolicy(document: TextDocument, position: Position): Hover | undefined {
  const text = document.getText();
  if (text.length > 1_000_000) return undefined;
  const place = placeAt(parseDocument(text).contents, document.offsetAt(position), []);
  const schema = place === undefined ? undefined : schemaAt(place.path);
  if (place === undefined || schema?.description === undefined) return undefined;
  const choices = schema.enum ?? schema.items?.enum;
  const value = [schema.description, ...(choices === undefined ? [] : [`One of: ${choices.map((choice) => `\`${choice}\``).join(", ")}.`])].join("\n\n");
  return { contents: { kind: "markdown", value }, range: { start: document.positionAt(place.range[0]), end: document.positionAt(place.range[1]) } };
}

function placeAt(node: unknown, offset: number, path: PolicyPath): Place | undefined {
  if (isMap(node)) {
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const inside = [...path, String(pair.key.value)];
      if (holds(pair.key.range, offset)) return { path: inside, range: toPair(pair.key.range) };
      const found = placeAt(pair.value, offset, inside);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (isSeq(node)) return node.items.map((item, index) => placeAt(item, offset, [...path, index])).find((found) => found !== undefined);
  return isScalar(node) && holds(node.range, offset) ? { path, range: toPair(node.range) } : undefined;
}

const holds = (range: Range | null | undefined, offset: number) => range !== null && range !== undefined && range[0] <= offset && offset <= range[1];
const toPair = (range: Range | null | undefined): readonly [number, number] => [range?.[0] ?? 0, range?.[1] ?? 0];
