import type { Tier } from "../../request.ts";
import { passesLuhn } from "../personal/checkDigits.ts";
import { createNearby } from "../personal/nearby.ts";
import { findNumberRuns, type NumberRun } from "../personal/numberRuns.ts";
import type { Scan } from "./scan.ts";

/** First digits that the networks have, by the length of the number. */
const issued: Readonly<Record<number, RegExp>> = {
  13: /^4/,
  14: /^3(?:0[0-59]|[689])/,
  15: /^3[47]/,
  16: /^(?:4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|6011|64[4-9]|65|35(?:2[89]|[3-8])|62|81|220[0-4]|50|5[6-8]|6[37])/,
  19: /^(?:4|62|6011|65)/,
};
const grouped = /^(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}|3[47]\d\d([ -])\d{6}\2\d{5}|3\d{3}([ -])\d{6}\3\d{4})$/;
const isNearby = createNearby(["card", "cards", "cc", "pan", "visa", "mastercard", "amex", "american_express", "credit", "debit", "payment", "kreditkarte", "karte", "kartennummer", "carte", "tarjeta", "carta", "cart[ãa]o", "kaart", "kort"]);
// The processors print these for everybody to try with; a real card's number never ends up in so many zeros either.
const forTrying = /^(?:4242424242424242|4000\d{8}\d{4}|4111111111111111|4012888888881881|4012000033330026|4222222222222|5555555555554444|5105105105105100|2223003122003222|2223000048400011|5200828282828210|37828224631000[05]|371449635398431|378734493671000|6011111111111117|6011000990139424|6011000400000000|30569309025904|38520000023237|36227206271667|3530111333300000|3566002020360505|6200000000000005|6304000000000000|5431111111111111|5454545454545454|4917610000000000|4005519200000004|4009348888881881|4500600000000061)$|0{5,}|(\d)\1{5,}/;

/** A card: a number its network could have given, with the check digit, written in groups or beside a word for it. */
export const paymentCard: Scan = function* (text, once) {
  const runs = once(findNumberRuns);
  for (const [length, pattern] of Object.entries(issued)) for (const run of runs.get(Number(length)) ?? []) {
    const tier = pattern.test(run.compact) ? judge(text, run) : undefined;
    if (tier !== undefined) yield { tier, start: run.start, end: run.end };
  }
};

function judge(text: string, { start, end, written, compact }: NumberRun): Tier | undefined {
  if (!/^\d+$/.test(compact) || !passesLuhn(compact) || forTrying.test(compact) || new Set(compact).size < 5) return undefined;
  const isGrouped = grouped.test(written);
  if (!isGrouped && written !== compact) return undefined;
  if (isNearby(text, start, end)) return "certain";
  return isGrouped ? "likely" : undefined;
}
