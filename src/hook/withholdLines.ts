/** Lines of a search's or a diff's result, by the file that they say they are from. */

/** Whether the lines of what a name stands for must stay here. `undefined`: it is no file, unless it is `sure` to have been one. */
export type Withheld = (name: string, sure: boolean) => boolean | undefined;

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, "g");
const maxName = 1024;
const maxDashes = 40;
const diffHead = /^diff --(?:git|cc|combined) /m;
// What a diff shows of a file never begins with a letter.
const newCommit = /^commit [0-9a-f]{7,64}\b/;
// What git puts before names: a/ b/, or i/ w/ c/ o/ by where the two sides are from, 1/ and 2/ without a repository.
const side = /^[abiwco12]\//;

/** The text with a note in the place of each run of lines that come from a file that is withheld; the same text where there is none. */
export function withholdLines(text: string, isWithheld: Withheld, note: (lines: number) => string): string {
  const kept: string[] = [];
  let withheld = 0;
  let heading: boolean | undefined;
  let changed = false;
  const close = () => {
    if (withheld > 0) kept.push(note(withheld));
    withheld = 0;
  };
  const isDiff = diffHead.test(text.replaceAll(colours, ""));
  for (const line of text.split("\n")) {
    const plain = line.replaceAll(colours, "");
    const title = headingOf(plain, isWithheld);
    if (title !== undefined) heading = title;
    else if (isDiff ? newCommit.test(plain) : plain === "") heading = undefined;
    // The name of a file is no content.
    if (title === undefined && ((isDiff && heading === true) || (prefixOf(plain, isWithheld) ?? heading) === true)) {
      withheld += 1;
      changed = true;
    } else {
      close();
      kept.push(line);
    }
  }
  close();
  return changed ? kept.join("\n") : text;
}

/** `path:12:text`, `path:text`, `path-12-text`, `path-text`, `path\0text`, and git's `revision:path:text`. */
function prefixOf(line: string, isWithheld: Withheld): boolean | undefined {
  const head = line.slice(0, maxName);
  const ends = [head.indexOf("\0"), head.indexOf(":"), head.search(/-\d+-/), head.search(/:\d+:/)].filter((end) => end > 0);
  const revision = /^[^:\s]+:([^:]+):/.exec(head)?.[1];
  // Lines around a match have dashes for colons, and names have dashes too.
  const dashes = [...head.matchAll(/-/g)].slice(0, maxDashes).map(({ index }) => index).filter((index) => index > 0);
  const names = [...new Set([...ends, ...dashes])].map((end) => head.slice(0, end));
  const found = [...names, ...(revision === undefined ? [] : [revision])].map((name) => isWithheld(name, false));
  return found.includes(true) ? true : found.find((answer) => answer !== undefined);
}

/** A line that is a file's name and nothing else, or a diff's head. */
function headingOf(line: string, isWithheld: Withheld): boolean | undefined {
  if (line.length > maxName) return undefined;
  const diff = /^diff --(?:(?:cc|combined) (.+)|git (.+))$/.exec(line);
  if (diff !== null) return (diff[1] === undefined ? sidesOf(diff[2] ?? "") : [diff[1]]).some((name) => isWithheld(unquoted(name), true) === true);
  return line === "" || /^\s/.test(line) ? undefined : isWithheld(line, false);
}

/** Both names of a diff's head. A name may hold spaces, so each of them may be where the second begins. */
function sidesOf(names: string): readonly string[] {
  const both = [...names.matchAll(/ /g)].slice(0, maxDashes).flatMap(({ index }) => [names.slice(0, index), names.slice(index + 1)]).map(unquoted);
  return both.flatMap((name) => (side.test(name) ? [name.replace(side, ""), name] : [name]));
}

const unquoted = (name: string) => name.replace(/^"|"$/g, "");
