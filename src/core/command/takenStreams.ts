/** A stream of packed files through a pipe: whether it ends in a program or a file, so that nothing of it comes out. */
import { programName } from "./programs.ts";
import type { Known } from "./words.ts";

export interface StreamPiece {
  readonly words: readonly Known[];
  readonly redirects: readonly { readonly operator: string; readonly descriptor: string | undefined; readonly target: readonly Known[] }[];
}

export const counting = new Set(["wc", "md5sum", "sha1sum", "sha256sum", "true", ":"]);
const handing = new Set(["gzip", "pigz", "bzip2", "pbzip2", "xz", "zstd", "lz4", "gpg", "age", "openssl", "pv", "cat", "tee"]);
// Nobody goes through more machines.
const maxMachines = 3;
const sending = new Set(["curl", "nc", "ncat"]);

/** Told by how a name ends too, since `cd /proc/self` comes before `> fd/1`. */
const isOutlet = (text: string) => !/^\/dev\/null$/.test(text) && /^\/+(?:dev|proc)\/|(?:^|[/=])(?:(?:fd|pts)\/|(?:std(?:in|out|err)|tty[^/]*|console)$)/.test(text.replace(/^[\w-]+=/, ""));
/** An unknown name that ends in `.tgz` is no device. */
const isFile = ({ text, unknown, glob, openEnd }: Known) => !glob && !isOutlet(text) && (!unknown || (openEnd !== true && /\.\w+$/.test(text)));

/** Whether none of the stream that the first piece prints is shown by it or by those behind. */
export function isStreamTaken(pieces: readonly StreamPiece[]): boolean {
  for (const [at, { words, redirects }] of pieces.entries()) {
    if (at > 0 && takes(words)) return true;
    const printed = redirects.filter(({ operator, descriptor }) => operator.includes(">") && (descriptor === undefined || descriptor === "1"));
    // Such a program may print the stream elsewhere than into the pipe.
    if (at > 0 && (!handing.has(programName(words[0]?.text ?? "")) || !words.every((word) => !word.unknown && isFile(word)))) return false;
    if (printed.length > 0) return printed.every(({ operator, target }) => /^&?>[>|]?$/.test(operator) && target.length === 1 && target.every((word) => isFile(word)));
  }
  return false;
}

function takes(words: readonly Known[], depth = 0): boolean {
  const [first, ...given] = words;
  const name = programName(first?.text ?? "");
  if (first === undefined || first.unknown || depth > maxMachines) return false;
  if (counting.has(name)) return true;
  if (given.some(({ text, unknown }) => unknown || isOutlet(text))) return false;
  if (/^(?:gtar|bsdtar|tar)$/.test(name)) return unpacksIntoFiles(given.map(({ text }) => text));
  if (name === "dd") return given.some(({ text }) => /^of=./.test(text));
  // `--filter` runs a program on each part.
  if (name === "split") return !given.some(({ text }) => text.startsWith("--f"));
  if (name === "ssh") return takesRemotely(behindHost(given, /^-(?:[46ACqTvxn]+|p\d+)$/, /^-[pil]$/), depth + 1);
  if (/^(?:docker|podman|kubectl)$/.test(name)) return takesInContainer(given, depth + 1);
  return sending.has(name);
}

/** By what is known to be harmless, since long options may be shortened: `--to-std`, `--xf`. */
function unpacksIntoFiles(given: readonly string[]): boolean {
  const harmless = /^-?[xtvfpzjJkmB]+$|^-$|^-C|^--(?:extract|list|verbose|gzip|file=-|directory=.*|no-same-owner|preserve-permissions)$/;
  const isMode = given.some((text, at) => (/^-?[a-zA-Z]*[xt]/.test(text) && (at === 0 || text.startsWith("-"))) || /^--(?:extract|list)$/.test(text));
  return isMode && given.every((text, at) => (given[at - 1] === "-C" ? !text.startsWith("-") : harmless.test(text) || (at > 0 && !text.startsWith("-"))));
}

/** The words behind options and the one name of a machine or container. */
function behindHost(given: readonly Known[], alone: RegExp, withValue?: RegExp): readonly Known[] {
  let at = 0;
  while (at < given.length && (given[at]?.text ?? "").startsWith("-")) {
    const { text = "" } = given[at] ?? {};
    if (!alone.test(text) && withValue?.test(text) !== true) return [];
    at += alone.test(text) ? 1 : 2;
  }
  return given.slice(at + 1);
}

/** The other shell puts its words together and reads them anew. */
function takesRemotely(rest: readonly Known[], depth: number): boolean {
  const script = rest.map(({ text }) => text).join(" ").trim();
  const [, file] = /^cat\s*>>?\s*([\w./~-]+)$/.exec(script) ?? [];
  if (file !== undefined) return !isOutlet(file);
  return /^[\w\s./~=-]+$/.test(script) && !script.includes("\n") && takes(script.split(/\s+/).map((text) => ({ text, unknown: false, glob: false })), depth);
}

function takesInContainer(given: readonly Known[], depth: number): boolean {
  const [verb, ...rest] = given;
  if (/^(?:load|import|build)$/.test(verb?.text ?? "")) return true;
  if (verb?.text === "cp") return rest[0]?.text === "-" && /:/.test(rest[1]?.text ?? "");
  if (!/^(?:exec|run)$/.test(verb?.text ?? "")) return false;
  const inner = behindHost(rest, /^(?:-[it]+|--rm|--interactive|--tty)$/);
  return takes(inner[0]?.text === "--" ? inner.slice(1) : inner, depth);
}
