import { ownLooking } from "./programs.ts";
import type { Known } from "./words.ts";

const ownChanging = /^(?:agents|policy|reporting|admin|inventory|gateway|exceptions)$/;
const changing = /^(?:install|repair|remove|sign|publish|fetch|render|enrol|forget|--accept|point|unpoint|ask|headers)$/;
const ourProgram = /(?:^|[/\\])gatelodge(?:\.(?:cmd|exe|js|cjs))?$/i;
const ourBundle = /gatelodge.*[/\\]cli(?:\.cjs)?$/i;
// What an editor starts once we are gone from it takes the hooks along, and so does whoever starts it himself.
const removesUs = /(?:gatelodge.*|(?:^|[/\\])dist)[/\\]uninstall(?:\.cjs)?$/i;
const runtimes = /(?:^|[/\\])(?:node|nodejs|bun|deno|tsx|electron|code|code-server|codium|cursor|windsurf)(?:\.exe)?$/i;
const takesExtension = /^--(?:uninstall|disable)-extension(?:=|$)/;
const anyBundle = /^(?:.*[/\\])?cli(?:\.cjs)?$/i;

/** `gatelodge agents remove`, `node …/cli.cjs agents remove`, `node dist/cli agents remove`: only what looks may be run by an agent. */
export function changesGatelodge(words: readonly Pick<Known, "text">[]): boolean {
  if (words.some(({ text }, index) => (removesUs.test(text) && (index === 0 || runtimes.test(words[0]?.text ?? ""))) || (takesExtension.test(text) && /gatelodge/i.test(words[index + 1]?.text ?? text)))) return true;
  const at = words.findIndex(({ text }, index) => ourProgram.test(text) || ourBundle.test(text) || (anyBundle.test(text) && isOwnCommand(words.slice(index + 1))));
  if (at < 0) return false;
  const command = words[at + 1];
  // Far behind, the word may be a folder's name among others.
  if (at > 3 && !ownChanging.test(command?.text ?? "")) return false;
  if (command === undefined || ownLooking.has(command.text)) return false;
  return command.text.startsWith("-") || words[at + 2]?.text !== "status";
}

/** `$(which gatelodge) agents remove`: whatever the program is, nobody else's is told this. */
export const isOwnCommand = (words: readonly Pick<Known, "text">[]) => ownChanging.test(words[0]?.text ?? "") && words.slice(1).some(({ text }) => changing.test(text));

/** The words of such a command one after the other in a program text: `run(["gatelodge", "agents", "remove"])`. */
export function tellsGatelodge(literals: readonly string[]): boolean {
  return literals.some((text) => removesUs.test(text)) || literals.some((text, at) => (ourProgram.test(text) || ourBundle.test(text) || anyBundle.test(text)) && isOwnCommand(literals.slice(at + 1).map((each) => ({ text: each }))));
}
