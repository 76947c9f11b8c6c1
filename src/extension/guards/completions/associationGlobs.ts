import { ceilingFor } from "../../../core/evaluate.ts";
import { labelRank, type Policy } from "../../../core/policy/policy.ts";

/**
 * The globs of a policy's own patterns as `files.associations` keys: written when the policy changes, not per focus,
 * so that such files open in our language, where no provider is called from the first key. The built-in patterns
 * stand in package.json.
 */
export function associationGlobs(policy: Policy): readonly string[] {
  const ceilings = (["cloud", "unknown", "local"] as const).map((kind) => labelRank(policy, ceilingFor(policy, { assistant: "unknown", kind })));
  const lowest = Math.min(...ceilings);
  return policy.classification
    .filter(({ origin, label, repositories }) => origin.source !== "builtin" && repositories === undefined && (labelRank(policy, label) < 0 || labelRank(policy, label) > lowest))
    // Files that a pattern excepts come along, and get their own language back as soon as they are judged.
    .flatMap(({ paths, origin }) => (paths ?? []).map((glob) => toAssociation(glob, origin.root)));
}

/** VS Code matches a key with a slash against the whole path, one without against the base name. */
function toAssociation(glob: string, root: string | undefined): string {
  if (glob.startsWith("/") || /^[a-z]:\//i.test(glob)) return glob;
  const relative = glob.startsWith("~/") ? glob.slice(2) : glob;
  const anywhere = relative.startsWith("**/") ? relative : `**/${relative}`;
  // A user's or machine's glob is relative to whichever repository is opened, also where no folder is.
  if (root === undefined) return anywhere;
  return `${escapeGlob(root)}/${glob.includes("/") && !glob.startsWith("~/") ? glob : anywhere}`;
}

const escapeGlob = (path: string) => path.replaceAll(/[[\]{}*?]/g, (character) => `[${character}]`);
