import type { Finding } from "../../request.ts";
import type { Detect, DetectOptions } from "../createDetect.ts";
import type { Rescan, Scanned } from "../createRescan.ts";
import { addFindings } from "./addFindings.ts";
import type { Decoded } from "./decoded.ts";
import { eachEscaped } from "./decodeEscapes.ts";
import { eachDecodedRun } from "./decodeRuns.ts";
import { backslash, percent, zeros } from "./escapes.ts";

/** The same detection, which also sees through one level of base64, hex and escapes. What it finds there is where the encoded stretch is. */
export function throughEncodings(detect: Detect): Detect {
  return (text, options) => withEncoded(detect(text, options), detect, text, options);
}

interface Known extends DetectOptions {
  /** By the text that a stretch stands for. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * The same for texts that are edited. An edit can change what all behind it stands for, so encoded stretches are looked for
 * everywhere, which is quick; what they stand for is looked through only if it was not there before.
 */
export function rescanThroughEncodings({ scan, rescan }: Rescan, detect: Detect): Rescan {
  const knownOf = new WeakMap<Scanned, Known>();
  const add = (scanned: Scanned, text: string, options: DetectOptions | undefined, before?: Known): Scanned => {
    const isSame = before?.off === options?.off && before?.limit === options?.limit;
    const findings = new Map<string, readonly Finding[]>();
    const look: Detect = (decoded) => {
      const found = (isSame ? before?.findings.get(decoded) : undefined) ?? detect(decoded, options);
      findings.set(decoded, found);
      return found;
    };
    const added = { ...scanned, findings: withEncoded(scanned.findings, look, text, options) };
    knownOf.set(added, { ...options, findings });
    return added;
  };
  return {
    scan: (text, options) => add(scan(text, options), text, options),
    rescan: (previous, change, text, options) => add(rescan(previous, change, text, options), text, options, knownOf.get(previous)),
  };
}

function withEncoded(plain: readonly Finding[], detect: Detect, text: string, options: DetectOptions | undefined): readonly Finding[] {
  const found: Finding[] = [];
  const look = (decoded: Decoded) => {
    for (const finding of detect(decoded.text, options)) found.push({ ...finding, ...decoded.placeOf(finding.start, finding.end) });
  };
  eachDecodedRun(text, look);
  for (const escape of [percent, backslash, zeros]) eachEscaped(text, escape, look);
  return addFindings(plain, found).slice(0, options?.limit);
}
