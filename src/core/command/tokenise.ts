/** One piece of a word: literal text, the value of a variable, or what only running the command could tell. */
export type Part = { readonly literal: string; readonly quoted: boolean } | { readonly variable: string; readonly quoted: boolean } | UnknownPart;

/** `script`: it is what that prints. `name`: it comes from that variable; `*` is any. */
interface UnknownPart { readonly unknown: true; readonly script?: string; readonly name?: string }

export type Token =
  | { readonly kind: "word"; readonly parts: readonly Part[] }
  /** `;`, `&&`, `||`, `|`, `&`, brackets, line ends. */
  | { readonly kind: "operator"; readonly text: string }
  /** `<`, `>`, `>>`, `<<<`, …; its target is the next word. A here-document brings its text along. */
  | { readonly kind: "redirect"; readonly text: string; readonly document?: string; readonly descriptor?: string };

/** No shell has a variable of such a name. */
export const repositoryTop = "top of the repository";

/** A name that stands for what is new when the command runs: no file of anybody's. */
export const madeByShell = "/dev/fd/63";

export interface Script {
  readonly tokens: readonly Token[];
  /** Scripts inside: `$(…)`, backticks, `<(…)`. */
  readonly inner: readonly string[];
  /** A quote or bracket is open at the end: nothing that was read may be relied on. */
  readonly incomplete: boolean;
}

interface Scan { at: number; readonly text: string; readonly inner: string[]; incomplete: boolean; readonly documents: { readonly index: number; readonly end: string; readonly indented: boolean; readonly quoted: boolean }[] }

/** Splits a POSIX shell script into words and operators as bash does. Linear, and never throws. */
export function tokenise(text: string): Script {
  const scan: Scan = { at: 0, text: text.replaceAll("\\\n", ""), inner: [], incomplete: false, documents: [] };
  const tokens: Token[] = [];
  while (scan.at < scan.text.length) {
    const character = scan.text[scan.at] ?? "";
    const rest = scan.text.slice(scan.at, scan.at + 12);
    const redirect = /^(?:\d{0,3}(?:<<<|<<-?|<>|<&|>>|>\||>&|<(?!\()|>(?!\())|&>>?)/.exec(rest)?.[0];
    if (character === "\n") {
      tokens.push({ kind: "operator", text: "\n" });
      scan.at += 1;
      readDocuments(scan, tokens);
    } else if (/\s/.test(character)) scan.at += 1;
    else if (character === "#") scan.at = endOf(scan.text, "\n", scan.at);
    else if (redirect !== undefined) readRedirect(scan, tokens, redirect);
    else if (/[;&|()]/.test(character)) {
      const operator = /^(?:;;&?|;&|&&|\|\||\|&|[;&|()])/.exec(rest)?.[0] ?? character;
      tokens.push({ kind: "operator", text: operator });
      scan.at += operator.length;
    } else tokens.push({ kind: "word", parts: readWord(scan) });
  }
  return { tokens, inner: scan.inner, incomplete: scan.incomplete };
}

function readRedirect(scan: Scan, tokens: Token[], found: string): void {
  const text = found.replace(/^\d+/, "");
  scan.at += found.length;
  const descriptor = found.slice(0, found.length - text.length);
  tokens.push({ kind: "redirect", text, ...(descriptor === "" ? {} : { descriptor }) });
  if (!text.startsWith("<<") || text === "<<<") return;
  scan.at += /^[ \t]*/.exec(scan.text.slice(scan.at, scan.at + 1000))?.[0].length ?? 0;
  const word = readWord(scan);
  const end = word.map((part) => ("literal" in part ? part.literal : "")).join("");
  scan.documents.push({ index: tokens.length - 1, end, indented: text === "<<-", quoted: word.some((part) => "literal" in part && part.quoted) });
}

/** The texts of here-documents stand on the lines after the one that announces them. */
function readDocuments(scan: Scan, tokens: Token[]): void {
  for (const { index, end, indented, quoted } of scan.documents.splice(0)) {
    const lines: string[] = [];
    for (;;) {
      if (scan.at >= scan.text.length) break;
      const stop = endOf(scan.text, "\n", scan.at);
      const line = scan.text.slice(scan.at, stop);
      scan.at = stop + 1;
      if ((indented ? line.replace(/^\t+/, "") : line) === end) break;
      lines.push(line);
    }
    const document = lines.join("\n");
    tokens[index] = { kind: "redirect", text: "<<", document };
    // With quotes around its end word the text is left as it is.
    if (!quoted) for (const [, command = "", ticked = ""] of document.matchAll(/\$\(([^()]*)\)|`([^`]*)`/g)) scan.inner.push(command || ticked);
  }
}

function readWord(scan: Scan): readonly Part[] {
  const parts: Part[] = [];
  const literal = (text: string, quoted: boolean) => {
    if (text !== "" || quoted) parts.push({ literal: text, quoted });
  };
  while (scan.at < scan.text.length) {
    const character = scan.text[scan.at] ?? "";
    if (/[\s;&|()]/.test(character) || (/[<>]/.test(character) && scan.text[scan.at + 1] !== "(")) break;
    if (character === "<" || character === ">") {
      scan.at += 1;
      readSubstitution(scan);
      // What runs inside is looked at as an inner script.
      literal(madeByShell, true);
    } else if (character === "'") {
      const end = closing(scan, scan.text.indexOf("'", scan.at + 1));
      literal(scan.text.slice(scan.at + 1, end), true);
      scan.at = end + 1;
    } else if (character === "\"") readDoubleQuoted(scan, parts);
    else if (character === "\\") {
      literal(scan.text[scan.at + 1] ?? "", true);
      scan.at += 2;
    } else if (character === "$" && scan.text[scan.at + 1] === "\"") {
      // `$"…"` is a text to be translated, so it is itself.
      scan.at += 1;
      readDoubleQuoted(scan, parts);
    } else if (character === "$" || character === "`") parts.push(readExpansion(scan, false));
    else {
      const plain = /^[^\s;&|()<>'"\\$`]+/.exec(scan.text.slice(scan.at, scan.at + 4096))?.[0] ?? character;
      literal(plain, false);
      scan.at += plain.length;
    }
  }
  return parts;
}

function readDoubleQuoted(scan: Scan, parts: Part[]): void {
  scan.at += 1;
  parts.push({ literal: "", quoted: true });
  while (scan.at < scan.text.length && scan.text[scan.at] !== "\"") {
    const character = scan.text[scan.at] ?? "";
    if (character === "$" || character === "`") parts.push(readExpansion(scan, true));
    else if (character === "\\") {
      const next = scan.text[scan.at + 1] ?? "";
      parts.push({ literal: /["\\$`]/.test(next) ? next : `\\${next}`, quoted: true });
      scan.at += 2;
    } else {
      const plain = /^[^"\\$`]+/.exec(scan.text.slice(scan.at, scan.at + 4096))?.[0] ?? character;
      parts.push({ literal: plain, quoted: true });
      scan.at += plain.length;
    }
  }
  if (scan.at >= scan.text.length) scan.incomplete = true;
  scan.at += 1;
}

/** `$NAME`, `${NAME}`, `$(…)`, `$((…))`, backticks, `$'…'`; a dollar sign alone is itself. */
function readExpansion(scan: Scan, quoted: boolean): Part {
  const { text, at } = scan;
  if (text[at] === "`") {
    const end = closing(scan, text.indexOf("`", at + 1));
    const script = text.slice(at + 1, end);
    scan.inner.push(script);
    scan.at = end + 1;
    return { unknown: true, script };
  }
  const next = text[at + 1] ?? "";
  if (next === "(") {
    scan.at += 1;
    return readSubstitution(scan);
  }
  if (next === "'" && !quoted) return readAnsi(scan);
  const name = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(text.slice(at, at + 200));
  if (name !== null) {
    scan.at += name[0].length;
    return { variable: name[1] ?? name[2] ?? "", quoted };
  }
  if (next === "{") {
    const end = closing(scan, text.indexOf("}", at));
    for (const [, command = "", ticked = ""] of text.slice(at, end).matchAll(/\$\(([^()]*)\)|`([^`]*)`/g)) scan.inner.push(command || ticked);
    scan.at = end + 1;
    return { unknown: true, name: /^\$\{#?([A-Za-z_]\w*)/.exec(text.slice(at, at + 200))?.[1] ?? "*" };
  }
  scan.at += /[\d@*#?$!-]/.test(next) ? 2 : 1;
  // The number of the shell makes a name that nobody had before.
  if (next === "$") return { literal: "0", quoted: true };
  return /[\d@*#?$!-]/.test(next) ? { unknown: true } : { literal: "$", quoted: true };
}

/** From the bracket at the place of the scan to its end. */
function readSubstitution(scan: Scan): Part {
  const start = scan.at + 1;
  const end = closing(scan, endOfBrackets(scan.text, start));
  const script = scan.text.slice(start, end);
  scan.inner.push(script);
  scan.at = end + 1;
  // The only commands whose answers are known beforehand, as far as anybody needs them.
  if (/^\s*mktemp(?:\s+[\w./-]+)*\s*$/.test(script)) return { literal: madeByShell, quoted: true };
  return script.trim() === "git rev-parse --show-toplevel" ? { variable: repositoryTop, quoted: true } : { unknown: true, script };
}

const hereDocument = /^<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([\w.-]+))/;

/** The bracket that closes what began before `from`; -1: none does. Quotes and here-documents hide brackets, quotes hold substitutions again. */
function endOfBrackets(text: string, from: number): number {
  const open: ("(" | "\"")[] = ["("];
  const documents: string[] = [];
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    const inQuotes = open.at(-1) === "\"";
    if (character === "\\") at += 1;
    else if (character === "\"") {
      if (inQuotes) open.pop();
      else open.push("\"");
    } else if (character === "<" && !inQuotes && text[at + 1] === "<") {
      const match = hereDocument.exec(text.slice(at, at + 200));
      if (match !== null) documents.push(match[2] ?? match[3] ?? match[4] ?? "");
      at += (match?.[0].length ?? 3) - 1;
    } else if (character === "\n" && !inQuotes) {
      for (const end of documents.splice(0)) at = endOfDocument(text, at, end);
    } else if (character === "'" && !inQuotes) {
      at = text.indexOf("'", at + 1);
      if (at < 0) return -1;
    } else if (character === "(" && (!inQuotes || text[at - 1] === "$")) open.push("(");
    else if (character === ")" && !inQuotes) {
      open.pop();
      if (open.length === 0) return at;
    }
  }
  return -1;
}

/** The line end before what follows a here-document whose text begins behind `at`. */
function endOfDocument(text: string, at: number, end: string): number {
  for (let start = at + 1; start < text.length;) {
    const stop = endOf(text, "\n", start);
    if (text.slice(start, stop).trim() === end) return stop;
    start = stop + 1;
  }
  return text.length;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", e: "\u001b", a: "\u0007", b: "\b", f: "\f", v: "\v" };

function readAnsi(scan: Scan): Part {
  const match = /^\$'((?:[^'\\]|\\[^])*)'/.exec(scan.text.slice(scan.at, scan.at + 10_000));
  if (match === null) {
    scan.incomplete = true;
    scan.at = scan.text.length;
    return { unknown: true };
  }
  scan.at += match[0].length;
  const literal = (match[1] ?? "").replace(/\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([0-7]{1,3})|([^]))/g, (_, hex?: string, wide?: string, octal?: string, letter?: string) => {
    if (letter !== undefined) return escapes[letter] ?? letter;
    return String.fromCharCode(octal === undefined ? Number.parseInt(hex ?? wide ?? "0", 16) : Number.parseInt(octal, 8));
  });
  return { literal, quoted: true };
}

/** The place of a closing sign; where there is none the rest of the text is taken, and the script is incomplete. */
function closing(scan: Scan, at: number): number {
  if (at >= 0) return at;
  scan.incomplete = true;
  return scan.text.length;
}

function endOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

/** The variables that a piece of a word may hold the value of. */
export function variablesIn(part: Part): readonly string[] {
  if ("variable" in part) return [part.variable];
  if (!("unknown" in part)) return [];
  // `$((…))` names them without a dollar sign.
  return [...(part.name === undefined ? [] : [part.name]), ...(part.script?.startsWith("(") === true ? part.script.match(/[A-Za-z_]\w*/g) ?? [] : [])];
}
