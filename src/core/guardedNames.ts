import { matchesName } from "./policy/policy.ts";

/** Small secret files that the guarded view knows to show. The manifest's selector and the editor associations are held to this list. */
export const guardedPatterns = [
  ".env", "*.env", ".envrc", ".flaskenv", ".env.*", "*.pem", "*.key", "*.p8", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519",
  ".npmrc", ".netrc", ".pgpass", ".git-credentials", ".vault-token",
] as const;

const templates = ["*.example*", "*.sample*", "*.template*", "*.dist*", "*.tmpl*", "*.pub.pem"];

/** What is larger is no small secret file. */
export const maxGuardedBytes = 200_000;

export function isGuardedName(name: string): boolean {
  return guardedPatterns.some((pattern) => matchesName(pattern, name)) && !templates.some((pattern) => matchesName(pattern, name));
}

// The editor takes the longest key that matches, so exceptions cannot stand beside one long key: the forms of .env.* that
// are no templates are spelt out instead. What is left over (.env.tools, say) is reopened after the fact.
const environments = [".env.[!estd]*", ".env.e2e*", ".env.st*", ".env.test*", ".env.sec*", ".env.de*", ".env.docker*"];

/** One key of `workbench.editorAssociations` for all guarded names below a folder. */
export function toAssociation(folder: string): string {
  const escaped = folder.replaceAll(/[[\]{}*?]/g, (character) => `[${character}]`);
  const names = guardedPatterns.flatMap((pattern) => (pattern === ".env.*" ? environments : [pattern]));
  return `**${escaped.startsWith("/") ? "" : "/"}${escaped}/**/{${names.join(",")}}`;
}
