import type { Request } from "../../../core/request.ts";
import type { Gate } from "../../../node/gate.ts";

/** The label that a file's head gives to whatever is copied out of it: a row of a dump does not show any more what it is of. */
export function labelOfSource(gate: Pick<Gate, "preview">, place: Request, head: string): string {
  return gate.preview({ ...place, text: head }).label;
}
