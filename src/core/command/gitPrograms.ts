import { joinEffects, noEffects, type CommandEffects } from "./commandEffects.ts";
import { operands } from "./operands.ts";
import { withoutNames } from "./pipedLines.ts";
import { inspectSearch } from "./searchPrograms.ts";
import type { Known } from "./words.ts";

const patching = /^(?:-p|-u|-c|-W|-m|-[UL].*|--(?:pat|un|bi|word|color-w|cc|dd|rem|diff-m|ext|func).*)$/;
const namesOnly = /^--(?:name-only|name-status|stat|oneline|shortstat|numstat|summary)/;
const changes: CommandEffects = { ...noEffects, searches: [{ path: ".", named: true, names: [], byGit: true }] };
const history: CommandEffects = { ...changes, searches: changes.searches.map((tree) => ({ ...tree, ofHistory: true })) };
const keptChanges: CommandEffects = { ...changes, searches: changes.searches.map((tree) => ({ ...tree, tracked: true })) };
const hiddenChanges: CommandEffects = { ...noEffects, searches: [{ path: ".", named: false, names: [], byGit: true }] };
// A file's name no longer stands where it would be looked for, or not at all.
const reshaping = /^--(?:gr|sr|ds|line-p|outp|subm|heading|break)|^-z$/;
/** They show something and fail all the same. */
const failing = /^--(?:exit-code|check)$/;
/** They show what changed only when they are asked to. */
const onRequest = new Set(["log", "reflog", "whatchanged", "diff-tree", "diff-index", "diff-files", "rev-list", "merge", "add", "reset"]);
const always = new Set(["show", "diff", "difftool", "format-patch", "range-diff"]);

/** `git show HEAD:.env`, `git diff`, `git log -p`: the files behind a colon and the paths it names. The index's commands only name. */
export function inspectGit(words: readonly Known[], inspectScript: (script: string) => CommandEffects): CommandEffects {
  const at = words.findIndex(({ text }, index) => !text.startsWith("-") && !/^(?:-C|-c|--git-dir|--work-tree|--namespace)$/.test(words[index - 1]?.text ?? ""));
  if (at < 0) return noEffects;
  // `-c alias.x='!cat .env'` is a command, and so is what shows pages or differences.
  const aliases = words.slice(0, at).flatMap(({ text }) => /^[\w.-]+=!?(.+)$/s.exec(text)?.slice(1) ?? []).filter((script) => script.includes(" "));
  const inner = inspectSubcommand(words[at]?.text ?? "", words.slice(at + 1));
  const folder = words.slice(0, at).find((_, index) => words[index - 1]?.text === "-C")?.text;
  const told = words.slice(0, at).some(({ text }) => /^(?:diff\.|core\.pager|pager\.|.*\.textconv|.*\.command)/i.test(text)) ? withoutNames(inner) : inner;
  // In another place, or told other things, it may show what is not looked for.
  const placed = at === 0 ? told : { ...told, searches: told.searches.map((tree) => ({ ...tree, ...(folder === undefined ? {} : { from: folder }), ...(tree.ofHistory === undefined ? {} : { ofHistory: false }) })) };
  return joinEffects([...aliases.map((script) => inspectScript(script)), placed]);
}

function inspectSubcommand(command: string, rest: readonly Known[]): CommandEffects {
  const has = (option: RegExp) => rest.some(({ text }) => option.test(text));
  const shows = has(patching);
  const inspected = inspectShown(command, rest, has, shows);
  const shown = has(reshaping) ? withoutNames(inspected) : inspected;
  return has(failing) ? { ...shown, searches: shown.searches.map(({ path, named, names }) => ({ path, named, names })) } : shown;
}

function inspectShown(command: string, rest: readonly Known[], has: (option: RegExp) => boolean, shows: boolean): CommandEffects {
  if (command === "grep") return ofRevisions(inspectSearch("rg", rest, false), !has(/^--(?:untracked|no-index|no-exclude)/));
  if (/^(?:commit|tag|notes|merge|stash)$/.test(command) && has(/^(?:-[a-zA-Z]*F|--file)/)) return joinEffects([messageOf(rest), command === "notes" ? changes : {}]);
  if (command === "merge-file" || command === "interpret-trailers") return shownFiles(rest);
  // It is given both files, and what it prints says nothing of names.
  if (command === "difftool" && has(/^(?:-[a-zA-Z]*x|--extcmd)/)) return hiddenChanges;
  if (command === "mv" || command === "rm" || command === "checkout" || command === "restore") return movesOf(command, rest);
  if (command === "config") return filesBehind(rest, /^(?:-f|--file)$/);
  if (command === "fast-export" || command === "bundle") return hiddenChanges;
  if (command === "archive") return hiddenChanges;
  if (command === "status" || command === "commit") return command === "status" && has(/^-[a-z]*v|^--verbose/) ? changes : noEffects;
  if (command === "stash") return shows || rest[0]?.text === "show" ? joinEffects([pathsOf(rest.slice(1)), changes]) : noEffects;
  if (command === "cat-file") return inspectObject(rest);
  if (command === "blame" || command === "annotate") return pathsOf(rest);
  if (onRequest.has(command)) return shows ? joinEffects([pathsOf(rest), command === "log" && isNamed(rest) ? history : changes]) : noEffects;
  if (!always.has(command) || (has(namesOnly) && !shows)) return noEffects;
  // One file of a revision is shown as it is, without any name.
  const single = operands(rest).length > 0 && operands(rest).every(({ text, unknown }) => !unknown && text.includes(":"));
  return joinEffects([pathsOf(rest), single ? {} : command === "diff" && ofWorkTree(rest) ? keptChanges : command === "show" && isNamed(rest) ? history : changes]);
}

/** Where a number, or what was fetched last, is asked for, no branch need lead there. */
const isNamed = (rest: readonly Known[]) => rest.every(({ text, unknown }) => !unknown && !/_HEAD|\b[0-9a-f]{4,64}\b|^--(?:st|git|work)/.test(text));

/** From the index to the disk: what git does not keep is not in it. */
const ofWorkTree = (rest: readonly Known[]) => rest.every(({ text, unknown }) => !unknown && (text === "--" || (text.startsWith("-") && !/^--(?:cac|sta|no-i|merg|subm|outp)/.test(text))));

/** `git commit -F file`: what is in it comes back with the next look at the message. */
function messageOf(rest: readonly Known[]): CommandEffects {
  const files = rest.flatMap(({ text }, at) => (/^(?:-[a-zA-Z]*F|--file)$/.test(rest[at - 1]?.text ?? "") ? [text] : /^(?:-F|--file=)(.+)$/s.exec(text)?.slice(1) ?? []));
  return { ...noEffects, reads: files.filter((path) => path !== "-").map((path) => ({ path, glob: false, content: "hidden" as const, sure: true })) };
}

const shownFiles = (rest: readonly Known[]): CommandEffects => ({ ...noEffects, reads: operands(rest).filter(({ unknown }) => !unknown).map(({ text, glob }) => ({ path: text, glob, content: "shown" as const, sure: true })), unresolved: operands(rest).filter(({ unknown }) => unknown).map(() => "what git shows is only known when the command runs") });

/** What git keeps is searched. An operand may be a revision: then all of it is. */
const ofRevisions = (effects: CommandEffects, tracked: boolean): CommandEffects => ({ ...effects, searches: effects.searches.flatMap((tree) => (tree.path === "." ? [tree] : [tree, { ...tree, path: "." }])).map((tree) => ({ ...tree, ...(tracked ? { tracked } : {}) })) });

/** `HEAD:path`, `:path`, `:0:path`, `:/path`; a revision alone is no file. Paths behind a colon count from the top of the repository. */
function pathsOf(rest: readonly Known[]): CommandEffects {
  // Of `$commit:.env` the file is known.
  const reads = operands(rest).filter(({ text, unknown }) => !unknown || /:[^:]/.test(text)).map(({ text }) => {
    const path = /^[^:]*:(?:\d:)?(.*)$/s.exec(text)?.[1];
    return path === undefined ? { path: text, glob: false, content: "shown" as const, sure: rest.some((word) => word.text === "--") } : { path: path.replace(/^\//, ""), glob: false, content: "shown" as const, sure: true };
  });
  return { ...noEffects, reads, unresolved: operands(rest).filter(({ unknown }) => unknown).map(() => "what git shows is only known when the command runs") };
}

/** An object that only its number names may be any file. */
function inspectObject(rest: readonly Known[]): CommandEffects {
  const words = operands(rest);
  const nameless = rest.some(({ text }) => /^--batch(?:=|$)|^--batch-command/.test(text)) || words.some(({ text, unknown }) => unknown || /^[0-9a-f]{4,64}$/.test(text));
  return joinEffects([pathsOf(words.filter(({ text }) => text.includes(":"))), nameless ? { unresolved: ["the object that is shown is only known when the command runs"] } : {}]);
}

/** What is moved or brought back is written; what was there before is read again under its new name. */
function movesOf(command: string, rest: readonly Known[]): CommandEffects {
  const paths = operands(rest).filter(({ unknown }) => !unknown);
  // Taken from the index alone, a file stays.
  if (rest.some(({ text }) => text === "--cached" || text === "--staged")) return noEffects;
  if (command !== "mv") return { ...noEffects, writes: paths.map(({ text }) => ({ path: text, removes: command === "rm" })) };
  return { ...noEffects, reads: paths.slice(0, -1).map(({ text, glob }) => ({ path: text, glob, content: "named" as const, sure: false })), writes: paths.map(({ text }, index) => ({ path: text, removes: index < paths.length - 1 })) };
}

function filesBehind(words: readonly Known[], option: RegExp): CommandEffects {
  const reads = words.flatMap(({ text }, index) => {
    const path = option.test(words[index - 1]?.text ?? "") ? text : /^(?:--file=|-f)(.+)$/.exec(text)?.[1];
    return path === undefined ? [] : [{ path, glob: false, content: "shown" as const, sure: true }];
  });
  return { ...noEffects, reads };
}
