import { isEmptyObject, parseJsonText, putAt, removeWithEmpty, valueAt } from "../jsonText.ts";
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
      return hasGatewayUrl(text) && valueAt(text, added.at) === toGatewayUrl(address, client) ? { text } : withAdded(plain.text, added.at, toGatewayUrl(address, client));
    },
    takeOut,
  };
}

function withAdded(text: string, path: readonly string[], url: string): Edited {
  const start = text.trim() === "" ? "{}\n" : text;
  if (parseJsonText(start)?.type !== "object") return { error: unclear };
  if (valueAt(start, path) !== undefined) return { error: `${path.join(".")} leads elsewhere; change it by hand to ${url}` };
  const done = putAt(start, path, url);
  return done === undefined ? { error: unclear } : { text: done };
}

/** An object that held nothing else goes too. */
function withoutAdded(text: string, path: readonly string[] | undefined): Edited {
  const value = path === undefined ? undefined : valueAt(text, path);
  if (path === undefined || typeof value !== "string" || !isGatewayUrl(value) || addressBefore(value) !== undefined) return { text };
  const out = removeWithEmpty(text, path);
  return { text: out, ...(isEmptyObject(out) ? { empty: true } : {}) };
}
