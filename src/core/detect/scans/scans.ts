import { americanNumbers } from "../personal/americanNumbers.ts";
import { asiaPacificNumbers } from "../personal/asiaPacificNumbers.ts";
import { europeanNumbers } from "../personal/europeanNumbers.ts";
import { nationalScan, type NationalForm } from "../personal/nationalNumber.ts";
import { iban } from "./bankAccounts.ts";
import { emailAddress } from "./emailAddresses.ts";
import { bidiControl, unicodeTags, variationSelectors, zeroWidthText } from "./hiddenText.ts";
import { kubernetesSecret } from "./kubernetesSecret.ts";
import { paymentCard } from "./paymentCards.ts";
import { healthColumns, personalColumns, personalValues } from "./personalRecords.ts";
import { phoneNumber } from "./phoneNumbers.ts";
import type { Scan } from "./scan.ts";

/** Every scan that a rule may name: what it takes to run, apart from the examples, which do not ship. */
export const scans = {
  bidiControl, zeroWidthText, unicodeTags, variationSelectors, kubernetesSecret, emailAddress, phoneNumber, paymentCard, iban, personalColumns, healthColumns, personalValues,
  ...scansOf(europeanNumbers), ...scansOf(americanNumbers), ...scansOf(asiaPacificNumbers),
};

export type ScanName = keyof typeof scans;

function scansOf<Id extends string>(forms: Readonly<Record<Id, NationalForm>>): Readonly<Record<Id, Scan>> {
  return Object.fromEntries(Object.entries<NationalForm>(forms).map(([id, form]) => [id, nationalScan(form)])) as Record<Id, Scan>;
}
