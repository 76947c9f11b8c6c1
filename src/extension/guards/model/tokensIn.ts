import { toTurns, type GivenMessage } from "./toTurns.ts";

/** A guess, on the safe side for code: models count differently, and no server of them is asked. */
export function tokensIn(given: string | GivenMessage): number {
  if (typeof given === "string") return Math.ceil(Buffer.byteLength(given) / 3);
  const read = toTurns([given]);
  return "turns" in read ? read.turns.reduce((sum, turn) => sum + tokensIn(JSON.stringify(turn)), 0) : 0;
}
