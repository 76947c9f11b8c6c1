import type { CommandEffects } from "./commandEffects.ts";
import { programName } from "./programs.ts";
import type { Known } from "./words.ts";

const whole = new Set(["head", "cat", "less", "more"]);
const lineByLine = new Set(["tail", "sort", "uniq", "grep", "egrep", "fgrep", "rg"]);
const counting = new Set(["wc", "md5sum", "sha1sum", "sha256sum", "true", ":"]);

/** Whether lines that name their file still do behind the next program of a pipe. `counted`: nothing of them comes out, whatever follows. */
export function keepsLines(next: readonly Known[], before: readonly Known[]): "all" | "none" | "counted" {
  const name = programName(next[0]?.text ?? "");
  const options = next.slice(1).filter(({ text }) => text.startsWith("-") || text.startsWith("+")).map(({ text }) => text);
  if (counting.has(name)) return "counted";
  if (/^[ef]?grep$|^rg$/.test(name) && options.some((option) => /^-[a-zA-Z]*[qc]$|^--(?:quiet|count)$/.test(option))) return "counted";
  if (next.some(({ unknown }, index) => unknown && index === 0)) return "none";
  if (whole.has(name)) return name === "cat" && options.length > 0 ? "none" : "all";
  // A diff names a file once, above its lines.
  const heads = programName(before[0]?.text ?? "") === "git" && !before.some(({ text }) => text === "grep");
  if (heads || !lineByLine.has(name)) return "none";
  const harmless = name === "tail" ? /^-(?:n\d*|\d+|-lines=?\d*)$/ : name === "sort" ? /^-[urnVbdfgihM]+$/ : name === "uniq" ? /^-[ui]$/ : /^-(?:[viEFwxaPyns]+|e.*|m\d*|v?i?e|-invert-match|-ignore-case|-color(?:=\w+)?)$/;
  return options.every((option) => harmless.test(option)) ? "all" : "none";
}

/** The same where what comes out does not say which file it is from. */
export function withoutNames(effects: CommandEffects): CommandEffects {
  return effects.searches.length === 0 ? effects : { ...effects, searches: effects.searches.map((tree) => ({ ...tree, named: false })) };
}
