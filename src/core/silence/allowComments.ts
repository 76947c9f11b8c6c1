import type { Finding } from "../request.ts";
import { lineOf, lineStarts } from "../lines.ts";
import { coversDetector, endsOwnReason } from "./commentRules.ts";

/** A comment that says its line, or the next one, is known: where it stands and what it is about. */
interface AllowComment {
  readonly at: number;
  readonly line: number;
  readonly kind: "line" | "next" | "off" | "on";
  /** Absent: any credential. */
  readonly covers?: (detector: string) => boolean;
  /** It names one of our detectors and a reason, so it may speak of personal data as well. */
  readonly own?: true;
}

const hint = /gatelodge:allow|gitleaks:allow|secretlint-(?:dis|en)able|pragma: ?(?:allow|white)list/;
const comments = /gatelodge:allow[ \t]{1,9}([\w:.-]{1,80})([^\r\n]{0,300})|(gitleaks:allow)|secretlint-(disable-next-line|disable-line|disable|enable)([^\r\n]{0,300})|pragma: ?(?:allow|white)list[ -](nextline[ -])?secret/g;
const opener = /(?:#|\/\/|\/\*|\*|<!--|--|;|'|%|"|\brem)[ \t]{0,9}$/i;
// A comment at the end of a minified bundle must not speak for all of it.
const sameLineReach = 1000;

/**
 * The findings that a comment in the text declares known: ours (`gatelodge:allow <detector> <reason>`, on the line or alone on the
 * line before), `gitleaks:allow`, `secretlint-disable…` and `pragma: allowlist secret`. Whoever wrote the text wrote the comment: what
 * it may silence is the policy's to say. Never for hidden text, markers or what steers assistants. Pure and linear.
 */
export function findAllowed(text: string, findings: readonly Finding[]): ReadonlySet<Finding> {
  if (findings.length === 0 || !hint.test(text)) return new Set();
  const starts = lineStarts(text);
  const found = readComments(withoutValues(text, findings), starts);
  const byLine = Map.groupBy(found, ({ line }) => line);
  const switches = found.filter(({ kind }) => kind === "off" || kind === "on");
  return new Set(findings.filter((finding) => {
    const covering = (comment: AllowComment) => covers(comment, finding);
    const first = lineOf(starts, finding.start);
    const last = lineOf(starts, finding.end);
    const onLines = [first, last].flatMap((line) => byLine.get(line) ?? []);
    return onLines.some((comment) => comment.kind === "line" && isNear(comment, finding) && covering(comment))
      || linesBefore(byLine, first).some((comment) => comment.kind === "next" && covering(comment))
      || isSwitchedOff(switches, finding);
  }));
}

const isNear = ({ at }: AllowComment, { start, end }: Finding) => at > start - sameLineReach && at < end + sameLineReach;

function covers({ covers: named, own }: AllowComment, { kind, detector }: Finding): boolean {
  return (kind === "secret" || (kind === "personal" && own === true)) && named?.(detector) !== false;
}

/** A comment must stand beside the value, not in it. Line ends stay where they are. */
function withoutValues(text: string, findings: readonly Finding[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of findings.toSorted((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    pieces.push(text.slice(from, Math.max(from, start)), text.slice(Math.max(from, start), end).replaceAll(/[^\r\n]/g, "\0"));
    from = end;
  }
  return pieces.join("") + text.slice(from);
}

function readComments(text: string, starts: readonly number[]): readonly AllowComment[] {
  return Array.from(text.matchAll(comments)).flatMap((match): readonly AllowComment[] => {
    const { index, 1: detector, 2: reason = "", 3: gitleaks, 4: directive, 5: options = "", 6: nextLine } = match;
    const line = lineOf(starts, index);
    const place = { at: index, line };
    if (gitleaks !== undefined) return [{ ...place, kind: "line" }];
    if (directive !== undefined) return [{ ...place, kind: directive === "disable" ? "off" : directive === "enable" ? "on" : directive === "disable-line" ? "line" : "next", covers: coversDetector(options) }];
    const before = text.slice(Math.max(starts[line] ?? 0, index - 200), index);
    if (!opener.test(before)) return [];
    if (detector === undefined) return [{ ...place, kind: nextLine === undefined ? "line" : "next" }];
    if (!endsOwnReason(reason)) return [];
    const alone = before.replace(opener, "").trim() === "";
    return [{ ...place, kind: alone ? "next" : "line", covers: (id) => id === detector, own: true }];
  });
}

/** Those of the line before, and of the lines before that one as long as they hold such a comment: one for each detector. */
function linesBefore(byLine: ReadonlyMap<number, readonly AllowComment[]>, line: number): readonly AllowComment[] {
  const found: AllowComment[] = [];
  for (let before = line - 1; before >= 0; before -= 1) {
    const next = (byLine.get(before) ?? []).filter(({ kind }) => kind === "next");
    found.push(...next);
    if (!next.some(({ own }) => own === true)) break;
  }
  return found;
}

/** From a `secretlint-disable` to the next `secretlint-enable` about the same, or to the end. */
function isSwitchedOff(switches: readonly AllowComment[], finding: Finding): boolean {
  const last = switches.findLast((comment) => comment.at < finding.start && covers(comment, finding));
  return last?.kind === "off";
}
