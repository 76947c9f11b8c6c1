import { matchesName, type Policy } from "./policy/policy.ts";
import { strictness, type Decision } from "./request.ts";

/**
 * The rules a person may lift so that this decision stops nothing any more, `otherwise` among them, which stands for what
 * nobody could look at. Empty when the policy does not permit that for every one of them: lifting a part would ask for a reason in vain.
 */
export function liftableRules(policy: Policy, decision: Decision): readonly string[] {
  const stopping = [...new Set(decision.reasons.filter(({ effect }) => strictness(effect) > strictness("warn")).map(({ rule }) => rule))];
  const permitted = (rule: string) => policy.overrides?.rules.some((pattern) => matchesName(pattern, rule)) === true;
  return stopping.every(permitted) ? stopping : [];
}
