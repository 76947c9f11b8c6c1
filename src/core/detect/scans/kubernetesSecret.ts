import { decodeBase64 } from "../base64.ts";
import { isPlaceholder } from "../placeholder.ts";
import type { Scan, Stretch } from "./scan.ts";

/** How far before and behind its `kind` a manifest is looked at. */
const sight = 8000;

/** Members that are no secret although they are in one. */
const publicMember = /\.(?:crt|cer|pub)$|^(?:ca|cert|certificate|namespace|username|user|host|port|database|dbname|url|endpoint|region|bucket)$/i;

/** The values under `data` and `stringData` of a Kubernetes Secret in YAML, of which no prefix or name tells what they are. */
export const kubernetesSecret: Scan = function* valuesOfSecrets(text) {
  // Most text has no such manifest, and this is many times faster than looking for its line.
  if (!text.includes("kind:")) return;
  for (const match of text.matchAll(/^(?<indent>[ \t]{0,16}(?:- )?)kind:[ \t]{1,4}["']?[Ss]ecret["']?[ \t]{0,20}(?:#.{0,200})?\r?$/gm)) {
    yield* valuesAround(text, match.index, match.groups?.["indent"]?.length ?? 0);
  }
};

interface Line { readonly start: number; readonly content: string; readonly column: number }

function* valuesAround(text: string, at: number, column: number): Iterable<Stretch> {
  let member = "";
  for (const { start, content, column: own } of [...membersBefore(text, at, column), ...membersBehind(text, at, column)]) {
    const [, before = "", name = "", gap = "", quote = "", value = ""] = /^([ \t-]*)["']?([\w.-]{1,100})["']?(:[ \t]*)(["']?)(.*?)\4[ \t]*\r?$/.exec(content) ?? [];
    if (own === column) member = name;
    else if (/^(?:data|stringData)$/.test(member) && !publicMember.test(name) && isSecret(value, member)) {
      const from = start + before.length + content.slice(before.length).indexOf(gap) + gap.length + quote.length;
      yield { tier: "likely", start: from, end: from + value.length };
    }
  }
}

/** Its lines before `kind`, up to another manifest or the start of the list's item. */
function membersBefore(text: string, at: number, column: number): readonly Line[] {
  const lines: Line[] = [];
  if (text.startsWith("- ", at + column - 2)) return lines;
  for (let end = at - 1; end > 0 && end > at - sight;) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = lineAt(text, start, end);
    const opensItem = line.column === column && line.content.startsWith("- ", column - 2);
    if (isOutside(line, column) && !opensItem) break;
    lines.unshift(line);
    if (opensItem) break;
    end = start - 1;
  }
  return lines;
}

function membersBehind(text: string, at: number, column: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = at; start < text.length && start < at + sight;) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    const line = lineAt(text, start, end);
    if (start > at && isOutside(line, column)) break;
    lines.push(line);
    start = end + 1;
  }
  return lines;
}

function lineAt(text: string, start: number, end: number): Line {
  const content = text.slice(start, Math.min(end, start + sight));
  return { start, content, column: content.startsWith("#") ? -1 : content.search(/[^\s-]|-(?! )/) };
}

/** Of another document, another member of the list, what the manifest is part of, or another manifest. */
function isOutside({ content, column: own }: Line, column: number): boolean {
  return content.startsWith("---") || (own >= 0 && own < column) || (own === column && (content.startsWith("- ", column - 2) || content.startsWith("kind:", column)));
}

function isSecret(value: string, member: string): boolean {
  if (value.length < 6 || /[{}<>$]|^[|>&*!]/.test(value)) return false;
  const plain = member === "stringData" ? value : /^[A-Za-z0-9+/]+={0,2}$/.test(value) ? decodeBase64(value) : undefined;
  return plain !== undefined && plain.trim().length >= 4 && !isPlaceholder(plain) && !/[{}<>$]/.test(plain.slice(0, 200)) || (plain !== undefined && /^-----BEGIN [A-Z ]{0,20}PRIVATE/.test(plain));
}
