import type { Parts } from "../../parts.ts";
import { allowOnce, grantsFor } from "../allowOnce.ts";
import type { Judged } from "../judged.ts";
import { explainFile, type Offers } from "../notices.ts";

/** What a refusal offers: to allow this once, where the policy permits that, and to explain. The person then does it again. */
export function onceOffers(parts: Parts, judged: Judged, question: string): Offers {
  const once = grantsFor(parts, [judged]).length === 0 ? {} : { "Allow Once…": () => allowOnce(parts, question, [judged]) };
  return { ...once, ...explainFile };
}
