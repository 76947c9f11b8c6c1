import { setImmediate as nextTurn } from "node:timers/promises";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { addFindings } from "../../core/detect/detectMore.ts";
import { mayMarkFalsePositive } from "../../core/falsePositive.ts";
import type { Finding, PathIdentity } from "../../core/request.ts";
import { countSilenced, findSilenced } from "../../core/silence/findSilenced.ts";
import type { SilenceReason } from "../../core/silence/silencePermit.ts";
import type { FindingsReport } from "../../core/wire.ts";
import type { Baselines } from "../../node/baseline/baselines.ts";
import type { FalsePositives } from "../../node/falsePositives.ts";
import type { IdentifyPath } from "../../node/pathIdentity.ts";
import type { PolicyInForce, PolicyStore } from "../../node/policyStore.ts";
import { findWithSecretlint, mergeFindings } from "../../node/scan/secretlintFindings.ts";
import type { ScannedTexts } from "./scannedTexts.ts";

export interface LookParts {
  readonly policies: PolicyStore;
  readonly identify: IdentifyPath;
  readonly falsePositives: FalsePositives;
  readonly scannedTexts: ScannedTexts;
  readonly baselines: Baselines;
  readonly now: () => number;
}

/** What one look at a document gave. `guarded`: its path alone already keeps it from assistants (`.env`). */
export interface Look extends FindingsReport {
  readonly guarded: boolean;
  /** Findings that are hints instead of problems. */
  readonly hushed: ReadonlyMap<Finding, SilenceReason>;
}

// The longest a scan may hold up everything else. The gate has the same bound for what its doors bring.
const maxLength = 4_000_000;
const maxFindings = 5000;

/** Looks through a document at its present version. Never throws: what goes wrong is an undecided report, never a clean one. */
export async function lookThrough(parts: LookParts, document: TextDocument): Promise<Look> {
  const { uri, version } = document;
  const text = document.getText();
  const hushed = new Map<Finding, SilenceReason>();
  try {
    const inForce = policyFor(parts, uri);
    const { policy } = inForce;
    const guarded = isGuarded(parts, inForce, uri);
    if (text.length > maxLength) return { uri, version, guarded, hushed, findings: [], undecided: "it is too large" };
    const own = parts.scannedTexts.look(uri, text, { off: policy.detectorsOff, limit: maxFindings });
    await nextTurn(); // secretlint is as long again: let a request that waits go first
    const known = addFindings(mergeFindings(own, await findWithSecretlint(text, policy.detectorsOff)), inForce.detectMore(text, parts.identify(uri)));
    return { uri, version, guarded, ...keepFindings(parts, inForce, { text, path: parts.identify(uri) }, known.slice(0, maxFindings)) };
  } catch {
    return { uri, version, guarded: false, hushed, findings: [], undecided: "of an internal error" };
  }
}

/** The policy of a document; of one that is no file, the user's. */
export function policyFor({ policies, identify }: Pick<LookParts, "policies" | "identify">, uri: string): PolicyInForce {
  return policies.current(identify(uri));
}

/** Without what a person marked as false and what is silenced at the doors; with a note of what is silenced only here. */
function keepFindings(parts: LookParts, inForce: PolicyInForce, { text, path }: { readonly text: string; readonly path: PathIdentity | undefined }, all: readonly Finding[]): Pick<Look, "findings" | "hushed" | "quiet" | "silenced"> {
  const facts = { text, findings: all, now: parts.now(), inBaseline: parts.baselines(path) };
  const atDoors = findSilenced(inForce.policy, "doors", facts);
  const findings = all.filter((finding) => !atDoors.has(finding) && !isFalse(parts, inForce, text, finding));
  const kept = new Set(findings);
  const hushed = new Map([...findSilenced(inForce.policy, "shown", facts)].filter(([finding]) => kept.has(finding)));
  return { findings, hushed, ...(hushed.size === 0 ? {} : { quiet: countSilenced(hushed) }), ...(atDoors.size === 0 ? {} : { silenced: atDoors.size }) };
}

/** A mark counts only as long as the policy permits it: an organisation's that comes later ends it. */
const isFalse = ({ falsePositives }: LookParts, { policy }: PolicyInForce, text: string, finding: Finding) => falsePositives.has(text, finding) && mayMarkFalsePositive(policy, finding);

function isGuarded({ identify }: LookParts, { policy, classify }: PolicyInForce, uri: string): boolean {
  const path = identify(uri);
  return path !== undefined && classify(path, undefined).label === policy.labels.at(-1);
}
