import { reportedRule } from "./events/decisionEvent.ts";
import { matchesAny, type Policy } from "./policy/policy.ts";
import { strictness, type Decision } from "./request.ts";

/**
 * The rules a person may lift so that this decision stops nothing any more, `otherwise` among them, which stands for what
 * nobody could look at. Empty when the policy does not permit that for every one of them: lifting a part would ask for a reason in vain.
 */
export function liftableRules(policy: Policy, decision: Decision): readonly string[] {
  return stoppingRules(decision, (rule) => matchesAny(policy.overrides?.rules ?? [], [rule]));
}

// No exception lifts these, whoever approves it.
const neverLifted: ReadonlySet<string> = new Set(["otherwise", "self-protection", "masked-text"]);

/** The rules that an exception may be asked for so that this decision stops nothing any more; a name that a lower layer made up is told to nobody. */
export function askableRules(policy: Policy, decision: Decision): readonly string[] {
  return stoppingRules(decision, (rule) => matchesAny(policy.asking?.rules ?? [], [rule]) && !neverLifted.has(rule) && reportedRule(policy, rule) === rule);
}

function stoppingRules({ reasons }: Decision, permitted: (rule: string) => boolean): readonly string[] {
  const stopping = [...new Set(reasons.filter(({ effect }) => strictness(effect) > strictness("warn")).map(({ rule }) => rule))];
  return stopping.every(permitted) ? stopping : [];
}
