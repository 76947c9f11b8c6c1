import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { createReadDocument } from "../scan/readDocument.ts";
import { parseBaseline, type Baseline } from "./baseline.ts";

const maxBytes = 5_000_000;

/** A baseline from disk; never through a link, never from a pipe, never of any size. `undefined`: there is none that can be read. */
export function readBaseline(file: string): Baseline | undefined {
  const bytes = createReadDocument(maxBytes)(file);
  if (!(bytes instanceof Uint8Array)) return undefined;
  return parseBaseline(new TextDecoder().decode(bytes), realpathSync(dirname(file)));
}
