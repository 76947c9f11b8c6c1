import { bidiControl, unicodeTags, variationSelectors, zeroWidthText } from "./hiddenText.ts";
import { kubernetesSecret } from "./kubernetesSecret.ts";

/** Every scan that a rule may name: what it takes to run, apart from the examples, which do not ship. */
export const scans = { bidiControl, zeroWidthText, unicodeTags, variationSelectors, kubernetesSecret };

export type ScanName = keyof typeof scans;
