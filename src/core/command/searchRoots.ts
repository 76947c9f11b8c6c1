import { operands } from "./operands.ts";
import type { Known } from "./words.ts";

// https://www.gnu.org/software/findutils/manual/html_node/find_html/Options.html: these stand before the folders, `-D` with a word.
const before = /^-(?:[HLP]|O\d*|D)$/;
const runsOthers = /^(?:-x|-X|--exec|--exec-batch)$/;

/** The folders that `find` and `fd` look through as their words say, options in front of them or not; of `fd` its pattern too, which may be none. None: the one they run in. */
export function searchRoots(name: string, words: readonly Known[]): readonly Known[] {
  return name === "find" ? rootsOfFind(words) : rootsOfFd(words);
}

function rootsOfFind(words: readonly Known[]): readonly Known[] {
  const first = words.findIndex(({ text }, at) => !before.test(text) && words[at - 1]?.text !== "-D");
  const rest = first < 0 ? [] : words.slice(first);
  const end = rest.findIndex(({ text }) => text.startsWith("-") || text === "(" || text === "!");
  return end < 0 ? rest : rest.slice(0, end);
}

/** What an option takes may be one, as with `--search-path`. */
function rootsOfFd(words: readonly Known[]): readonly Known[] {
  const end = words.findIndex(({ text }) => runsOthers.test(text));
  const own = end < 0 ? words : words.slice(0, end);
  return [...operands(own), ...own.flatMap((word) => /^--(?:search-path|base-directory)=(.+)$/s.exec(word.text)?.slice(1).map((text) => ({ ...word, text })) ?? [])];
}
