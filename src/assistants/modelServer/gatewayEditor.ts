import { getNodeValue, findNodeAtLocation } from "jsonc-parser";
import { appendTo, parseJsonText, removeAt } from "../jsonText.ts";
import type { Edited, TextEditor } from "../textEdit.ts";
import { addressBefore, hasGatewayUrl, isGatewayUrl, toGatewayUrl, withGatewayUrls, withoutGatewayUrls, type GatewayAddress, type GatewayClient } from "./addressText.ts";
import type { ModelSettings } from "./modelSettings.ts";

export interface GatewayEdit {
  readonly address: GatewayAddress;
  readonly client: GatewayClient;
  /** Write an address also where none stands. */
  readonly adds: boolean;
}

const unclear = "it is no JSON object, or holds a name twice; it was left as it is";

/** Puts the gateway's address where a file names a model server behind it, and puts back what stood there. */
export function gatewayEditor({ names, added }: ModelSettings, { address, client, adds }: GatewayEdit): TextEditor {
  const takeOut = (text: string): Edited => withoutAdded(withoutGatewayUrls(text), added?.at);
  return {
    put: (text = "") => {
      const plain = takeOut(text);
      if ("error" in plain) return plain;
      const swapped = withGatewayUrls(plain.text, names, { address, client });
      if (swapped !== plain.text) return { text: swapped };
      if (!adds || added === undefined) return hasGatewayUrl(text) ? { error: "no address of a model server behind the gateway stands in it any more" } : { text };
      return hasGatewayUrl(text) && addedTo(text, added.at) === toGatewayUrl(address, client) ? { text } : withAdded(plain.text, added.at, toGatewayUrl(address, client));
    },
    takeOut,
  };
}

/** What `path` says, where a JSON text can be read. */
function addedTo(text: string, path: readonly string[]): unknown {
  const root = parseJsonText(text);
  const node = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  return node === undefined ? undefined : getNodeValue(node);
}

function withAdded(text: string, path: readonly string[], url: string): Edited {
  const start = text.trim() === "" ? "{}\n" : text;
  const root = parseJsonText(start);
  if (root?.type !== "object") return { error: unclear };
  if (addedTo(start, path) !== undefined) return { error: `${path.join(".")} leads elsewhere; change it by hand to ${url}` };
  // The outermost of its objects that is not there yet is written with all that is in it.
  const depth = path.findIndex((_, at) => addedTo(start, path.slice(0, at + 1)) === undefined);
  const value = path.slice(depth + 1).reduceRight<unknown>((inner, name) => ({ [name]: inner }), url);
  const done = appendTo(start, path.slice(0, depth), value, path[depth]);
  return done === undefined || addedTo(done, path) !== url ? { error: unclear } : { text: done };
}

/** An object that held nothing else goes too. */
function withoutAdded(text: string, path: readonly string[] | undefined): Edited {
  const value = path === undefined ? undefined : addedTo(text, path);
  if (path === undefined || typeof value !== "string" || !isGatewayUrl(value) || addressBefore(value) !== undefined) return { text };
  let out = removeAt(text, [...path]);
  for (let at = path.length - 1; at > 0; at -= 1) {
    const left = addedTo(out, path.slice(0, at));
    if (typeof left === "object" && left !== null && Object.keys(left).length === 0) out = removeAt(out, path.slice(0, at));
  }
  const rest = parseJsonText(out);
  return { text: out, ...(rest?.type === "object" && rest.children?.length === 0 ? { empty: true } : {}) };
}
