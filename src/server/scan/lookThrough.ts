import { setImmediate as nextTurn } from "node:timers/promises";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { addFindings } from "../../core/detect/detectMore.ts";
import { mayMarkFalsePositive } from "../../core/falsePositive.ts";
import type { Finding } from "../../core/request.ts";
import type { FindingsReport } from "../../core/wire.ts";
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
}

/** What one look at a document gave. `guarded`: its path alone already keeps it from assistants (`.env`). */
export interface Look extends FindingsReport {
  readonly guarded: boolean;
}

// The longest a scan may hold up everything else. The gate has the same bound for what its doors bring.
const maxLength = 4_000_000;
const maxFindings = 5000;

/** Looks through a document at its present version. Never throws: what goes wrong is an undecided report, never a clean one. */
export async function lookThrough(parts: LookParts, document: TextDocument): Promise<Look> {
  const { uri, version } = document;
  const text = document.getText();
  try {
    const inForce = policyFor(parts, uri);
    const { policy } = inForce;
    const guarded = isGuarded(parts, inForce, uri);
    if (text.length > maxLength) return { uri, version, guarded, findings: [], undecided: "it is too large" };
    const own = parts.scannedTexts.look(uri, text, { off: policy.detectorsOff, limit: maxFindings });
    await nextTurn(); // secretlint is as long again: let a request that waits go first
    const known = addFindings(mergeFindings(own, await findWithSecretlint(text, policy.detectorsOff)), inForce.detectMore(text, parts.identify(uri)));
    const all = known.slice(0, maxFindings);
    return { uri, version, guarded, findings: all.filter((finding) => !isFalse(parts, inForce, text, finding)) };
  } catch {
    return { uri, version, guarded: false, findings: [], undecided: "of an internal error" };
  }
}

/** The policy of a document; of one that is no file, the user's. */
export function policyFor({ policies, identify }: Pick<LookParts, "policies" | "identify">, uri: string): PolicyInForce {
  return policies.current(identify(uri));
}

/** A mark counts only as long as the policy permits it: an organisation's that comes later ends it. */
const isFalse = ({ falsePositives }: LookParts, { policy }: PolicyInForce, text: string, finding: Finding) => falsePositives.has(text, finding) && mayMarkFalsePositive(policy, finding);

function isGuarded({ identify }: LookParts, { policy, classify }: PolicyInForce, uri: string): boolean {
  const path = identify(uri);
  return path !== undefined && classify(path, undefined).label === policy.labels.at(-1);
}
