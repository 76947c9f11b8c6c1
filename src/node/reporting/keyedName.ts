import { createHmac } from "node:crypto";
import type { ItemKind } from "../../core/events/inventoryEvent.ts";

/** A name as a pseudonym: the same for the same name under one key, and no way back without trying names with the key. */
export function toKeyedName(key: string, kind: "assistant" | "user" | ItemKind, name: string): string {
  return createHmac("sha256", Buffer.from(key, "base64url")).update(`${kind}\n${name}`).digest("hex").slice(0, 16);
}
