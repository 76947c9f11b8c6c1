import type { CommandEffects } from "./commandEffects.ts";
import { programName } from "./programs.ts";
import { counting, isStreamTaken, type StreamPiece } from "./takenStreams.ts";
import type { Known } from "./words.ts";

const whole = new Set(["head", "cat", "less", "more"]);
const lineByLine = new Set(["tail", "sort", "uniq", "grep", "egrep", "fgrep", "rg"]);

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

interface Piece extends StreamPiece {
  readonly pipes: boolean;
}

/** What it prints goes into a file. */
export const isSaved = ({ redirects }: Pick<Piece, "redirects">): boolean => redirects.some(({ operator, descriptor, target }) => descriptor !== "2" && /^&?>[>|]?$/.test(operator) && !/^\/dev\/(?:null|tty|stdout|stderr)$/.test(target[0]?.text ?? ""));

// Nobody hands a stream through more.
const maxPieces = 20;

/** A stream of packed files without what another program takes in: `tar cf - src | tar xf - -C copy`. */
export function withoutTaken(effects: CommandEffects, commands: readonly Piece[], index: number): CommandEffects {
  if (!effects.searches.some(({ packed }) => packed === true)) return effects;
  const near = commands.slice(index, index + maxPieces);
  const end = near.findIndex(({ pipes }) => !pipes);
  const pipe = near.slice(0, end < 0 ? undefined : end + 1);
  return isStreamTaken(pipe) ? { ...effects, searches: effects.searches.filter(({ packed }) => packed !== true) } : effects;
}
