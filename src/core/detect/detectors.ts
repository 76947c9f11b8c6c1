import type { Detector } from "./detector.ts";
import { platforms } from "./platforms.ts";
import { accounts } from "./rules/accounts.ts";
import { assignments } from "./rules/assignments.ts";
import { authorizationHeaders } from "./rules/authorizationHeaders.ts";
import { callSecrets } from "./rules/callSecrets.ts";
import { clouds } from "./rules/clouds.ts";
import { codeHosts } from "./rules/codeHosts.ts";
import { contacts } from "./rules/contacts.ts";
import { hiddenText } from "./rules/hiddenText.ts";
import { languageModels } from "./rules/languageModels.ts";
import { messaging } from "./rules/messaging.ts";
import { nationalNumbers } from "./rules/nationalNumbers.ts";
import { operations } from "./rules/operations.ts";
import { packageRegistries } from "./rules/packageRegistries.ts";
import { passwordHashes } from "./rules/passwordHashes.ts";
import { payments } from "./rules/payments.ts";
import { personalRecords } from "./rules/personalRecords.ts";
import { privateKeys } from "./rules/privateKeys.ts";
import { tokens } from "./rules/tokens.ts";
import { urlCredentials } from "./rules/urlCredentials.ts";
import { workTools } from "./rules/workTools.ts";
import { subscriptions } from "./subscriptions.ts";

/**
 * All of them as they are written, with their examples: for the build and for tests. What runs is compiledRules.ts, made of these.
 * The specific come before the general: where two find the same, the first one names it.
 */
export const detectors: readonly Detector[] = [
  ...codeHosts, ...languageModels, ...platforms, ...clouds, ...payments, ...messaging, ...packageRegistries, ...operations, ...workTools, ...subscriptions,
  ...tokens, ...privateKeys, ...urlCredentials, ...passwordHashes, ...authorizationHeaders, ...callSecrets, ...assignments, ...hiddenText,
  ...accounts, ...nationalNumbers, ...personalRecords, ...contacts,
];
