/** The files of rules/ as text. Runs under Node 24. */
import { osqueryPack } from "./rules/osqueryPack.mjs";
import { sigmaRules } from "./rules/sigmaRules.mjs";
import { readSignatures } from "./rules/signatures.mjs";

export function ruleTexts() {
  const signatures = readSignatures();
  return [
    ["rules/osquery/gatelodge-ai.json", `${JSON.stringify(osqueryPack(signatures), undefined, 2)}\n`],
    ...sigmaRules(signatures).map(({ file, text }) => [`rules/sigma/${file}`, text]),
  ];
}
