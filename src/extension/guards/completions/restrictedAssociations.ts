import * as vscode from "vscode";
import { labelRank, type Policy } from "../../../core/policy/policy.ts";
import { ceilingFor } from "../../../core/evaluate.ts";
import { ownLanguage } from "../../../core/settingsRecord.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";

/**
 * The globs of a policy's own patterns as `files.associations` keys: written when the policy changes, not per focus,
 * so that such files open in our language, where no provider is called from the first key. The built-in patterns
 * stand in package.json.
 */
export function associationGlobs(policy: Policy, folders: readonly string[]): readonly string[] {
  const ceilings = (["cloud", "unknown", "local"] as const).map((kind) => labelRank(policy, ceilingFor(policy, { assistant: "unknown", kind })));
  const lowest = Math.min(...ceilings);
  return policy.classification
    .filter(({ origin, label, repositories }) => origin.source !== "builtin" && repositories === undefined && (labelRank(policy, label) < 0 || labelRank(policy, label) > lowest))
    // Files that a pattern excepts come along, and get their own language back as soon as they are judged.
    .flatMap(({ paths, origin }) => (paths ?? []).flatMap((glob) => toAssociations(glob, origin.root === undefined ? folders : [origin.root])));
}

/** VS Code matches a key with a slash against the whole path, one without against the base name. */
function toAssociations(glob: string, roots: readonly string[]): readonly string[] {
  if (glob.startsWith("/") || /^[a-z]:\//i.test(glob)) return [glob];
  const relative = glob.startsWith("~/") ? `**/${glob.slice(2)}` : glob.includes("/") ? glob : `**/${glob}`;
  return roots.map((root) => `${escapeGlob(root)}/${relative}`);
}

const escapeGlob = (path: string) => path.replaceAll(/[[\]{}*?]/g, (character) => `[${character}]`);

/** Adds missing associations and takes out those we added that no policy asks for any more. Rejects when VS Code refuses. */
export async function writeAssociations(records: ReturnType<typeof createSettingsRecords>, globs: readonly string[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("files");
  const current = configuration.inspect<Record<string, string>>("associations")?.globalValue ?? {};
  const { associations: ours } = records.read();
  // A user's own value for the same glob is theirs; the status says that the file is not covered.
  const missing = globs.filter((glob) => !Object.hasOwn(current, glob));
  const surplus = ours.filter((glob) => !globs.includes(glob) && current[glob] === ownLanguage);
  if (missing.length === 0 && surplus.length === 0) return;
  records.update((record) => ({ ...record, associations: [...new Set([...record.associations, ...missing])] }));
  const kept = Object.entries(current).filter(([glob]) => !surplus.includes(glob));
  const next = Object.fromEntries([...kept, ...missing.map((glob) => [glob, ownLanguage])]);
  await configuration.update("associations", Object.keys(next).length === 0 ? undefined : next, vscode.ConfigurationTarget.Global);
  records.update((record) => ({ ...record, associations: record.associations.filter((glob) => !surplus.includes(glob)) }));
}
