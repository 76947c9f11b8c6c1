/** Lines of a search's or a diff's result, by the file that they say they are from. */

/** Whether the lines of what a name stands for must stay here. `undefined`: it is no file, unless it is `sure` to have been one. */
export type Withheld = (name: string, sure: boolean) => boolean | undefined;

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, "g");
const maxName = 1024;

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
  for (const line of text.split("\n")) {
    const plain = line.replaceAll(colours, "");
    const title = headingOf(plain, isWithheld);
    if (title !== undefined) heading = title;
    else if (plain === "" && !text.includes("\ndiff --git ") && !text.startsWith("diff --git ")) heading = undefined;
    // The name of a file is no content.
    if (title === undefined && (prefixOf(plain, isWithheld) ?? heading) === true) {
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

/** `path:12:text`, `path:text`, `path-12-text`, `path\0text`, and git's `revision:path:text`. */
function prefixOf(line: string, isWithheld: Withheld): boolean | undefined {
  const head = line.slice(0, maxName);
  const ends = [head.indexOf("\0"), head.indexOf(":"), head.search(/-\d+-/), head.search(/:\d+:/)].filter((end) => end > 0);
  const revision = /^[^:\s]+:([^:]+):/.exec(head)?.[1];
  const names = [...ends.map((end) => head.slice(0, end)), ...(revision === undefined ? [] : [revision])];
  return names.map((name) => isWithheld(name, false)).find((found) => found !== undefined);
}

/** A line that is a file's name and nothing else, or a diff's head. */
function headingOf(line: string, isWithheld: Withheld): boolean | undefined {
  if (line.length > maxName) return undefined;
  const diff = /^diff --(?:git "?a\/(.+?)"? "?b\/(.+?)"?|cc (.+))$/.exec(line);
  if (diff !== null) return [diff[1], diff[2], diff[3]].some((name) => name !== undefined && isWithheld(name, true) === true);
  return line === "" || /^\s/.test(line) ? undefined : isWithheld(line, false);
}
