import type { Detector } from "../detector.ts";
import { passesLuhn } from "../personal/checkDigits.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { completed } from "../samples.ts";
import { isIban } from "../scans/bankAccounts.ts";

const visa = () => completed("471628395047261#", passesLuhn);
const german = () => completed("DE##500105175408726349", isIban);

/** Where people keep their money. */
export const accounts: readonly Detector[] = takenFrom(own, [
  {
    id: "iban", kind: "personal", tier: "certain", scan: "iban", reach: "stretch",
    examples: () => [`iban: ${german()}`, `;${german()};`, `pay to ${german().replaceAll(/(.{4})(?=.)/g, "$1 ")}, please`],
    counterExamples: () => ["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", `${german().slice(0, -1)}${(Number(german().at(-1)) + 1) % 10}`, german().slice(0, -1), `x${german()}`, `${german()}x`, "XX12 3456 7890 1234"],
  },
  {
    id: "payment-card", kind: "personal", tier: "certain", scan: "paymentCard", reach: "stretch",
    examples: () => [`card: ${visa()}`, `"cardNumber":"${visa()}"`, `pay ${visa().replaceAll(/(\d{4})(?=\d)/g, "$1 ")} now`, `Amex ${completed("37952846173920#", passesLuhn)}`],
    counterExamples: () => [visa(), `id = ${visa()}`, "card: 4242 4242 4242 4242", "card 4111111111111111", `card: ${visa().slice(0, -1)}${(Number(visa().at(-1)) + 1) % 10}`, `card x${visa()}`, "card 1234 5678 9012 3452"],
  },
]);
