const leastReason = 5;

/** Whether what follows `gatelodge:allow <detector>` is a reason; the end of the comment is none. */
export function endsOwnReason(rest: string): boolean {
  return /^[ \t]/.test(rest) && rest.replace(/(?:\*\/|-->|"\s*,?)\s*$/, "").trim().length >= leastReason;
}

/**
 * What a secretlint directive is about: all credentials, or those of the rules it names. A rule's last words are looked for in our
 * detectors' names (`@secretlint/secretlint-rule-github` speaks of `github-token`). What follows `--` is secretlint's place for a reason.
 */
export function coversDetector(options: string): (detector: string) => boolean {
  const names = (options.split("--")[0] ?? "").replaceAll(/\*\/|[,\s]/g, " ").split(" ").filter((name) => name !== "");
  if (names.length === 0) return () => true;
  const short = names.map((name) => plain(name.replace(/^(?:@[\w-]{1,60}\/)?(?:secretlint-rule-)?/, ""))).filter((name) => name.length >= 3);
  return (detector) => short.some((name) => plain(detector).includes(name));
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
