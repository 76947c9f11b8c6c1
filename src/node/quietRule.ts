import { isSeq, parseDocument } from "yaml";
import type { QuietEntry } from "../core/policy/policyDocument.ts";
import { readPolicyText } from "./policyFile.ts";

const empty = "# Gatelodge policy. It can only make the policies above it stricter.\nversion: 1\n";

/** A policy file's text with one more turned-down rule, comments kept. `undefined`: the file has errors, which come first. */
export function addQuietRule(text: string, entry: QuietEntry): string | undefined {
  const before = text.trim() === "" ? empty : text;
  if (!readPolicyText(before).ok) return undefined;
  const yaml = parseDocument(before);
  const place = ["detectors", "quiet"];
  if (isSeq(yaml.getIn(place, true))) yaml.addIn(place, yaml.createNode(entry));
  else yaml.setIn(place, yaml.createNode([entry]));
  const after = yaml.toString({ lineWidth: 0 });
  return readPolicyText(after).ok ? after : undefined;
}
