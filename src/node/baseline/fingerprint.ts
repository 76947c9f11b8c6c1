import { createHmac } from "node:crypto";
import { isRandom } from "../../core/detect/randomness.ts";
import type { Finding } from "../../core/request.ts";
import type { BaselineEntry } from "./baseline.ts";

export type Fingerprint = Pick<BaselineEntry, "by" | "fingerprint">;

/** A long run of letters and digits that no person thought of; a password with signs in it may be anybody's favourite. */
function isUnguessable(value: string): boolean {
  const runs: readonly string[] = value.match(/[A-Za-z0-9_+/=-]{20,}/g) ?? [];
  return runs.some((run) => isRandom(run));
}

/**
 * What a baseline keeps of a finding. The file lies in the repository, so its key is no secret, and any function of a weak password
 * would tell it to whoever tries a list of words; a slow one (scrypt) only makes that a matter of hours, and every scan slow as well.
 * So: a value that a machine made up, which nobody can guess, is known by a keyed hash. Of any other, nothing is kept: it is known
 * by its line with all values cut out, and another value there is known too.
 */
export function createFingerprints(salt: string, text: string, findings: readonly Finding[]): (finding: Finding) => Fingerprint {
  return (finding) => {
    const value = text.slice(finding.start, finding.end);
    const by = isUnguessable(value) ? "value" : "place";
    const known = by === "value" ? value : lineWithoutValues(text, finding, findings);
    return { by, fingerprint: createHmac("sha256", salt).update(`${by}\0${finding.detector}\0${known}`).digest("hex").slice(0, 32) };
  };
}

// secretlint's findings are there in the editor and not in every scan, and a line must be the same line to both.
// Of a minified file's one line; further away nothing says which value is meant.
const reach = 200;

function lineWithoutValues(text: string, finding: Finding, findings: readonly Finding[]): string {
  const lineStart = Math.max(text.lastIndexOf("\n", finding.start - 1) + 1, finding.start - reach);
  const newline = text.indexOf("\n", finding.end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, finding.end + reach);
  const beside = findings.filter((other) => other.end > lineStart && other.start < lineEnd && (other === finding || !other.detector.startsWith("secretlint-"))).toSorted((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let from = lineStart;
  for (const { start, end } of beside) {
    if (end <= from) continue;
    pieces.push(text.slice(from, Math.max(from, start)));
    from = end;
  }
  // Indentation and line ends change with a formatter.
  return [...pieces, text.slice(from, Math.max(from, lineEnd))].join("\0").replaceAll(/\s+/g, " ").trim();
}
