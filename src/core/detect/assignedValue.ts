import type { Tier } from "../request.ts";
import { isPlaceholder } from "./placeholder.ts";
import { isRandom } from "./randomness.ts";

/** What is about a secret rather than one, by the rest of its name: `tokenUrl`, `passwordField`, `secretHash`. */
const about = /(?:id|ids|names?|ur[il]s?|path|files?|type|kind|hash|digest|count|length|size|limits?|ttl|regexp?|pattern|label|hint|errors?|message|field|header|param|params|prefix|suffix|endpoint|format|version|index|address|rules?|policy|policies|placeholder|title|text|description|expir\w{0,10}|ring|board|words?|ized?r?|izers?|isers?|set|store|class|provider|required|attribute|reset|change|changed|event|state|status|strength|result|view|form|input|dialog|page|model|module|flow|factory|handler|manager|validator|policies|provider|method|scheme|mode|scope|service|plugin|server|host|domain|or|ority|enticator|entication|orization|orized|thumbprint|fingerprint|checksum)s?(?:_?v?\d{1,2})?$/i;
/** And by the part before it: `publicKey`, `nextPageToken`, `compassPassed`. */
const harmlessBefore = /(?:public(?:[_.-]?key)?|next|page|continuation|cancel\w{0,6}|sync|resume|cursor|csrf|xsrf|cache|design|syntax|primary|foreign|partition|sort|by|com|tres|sur|tran|im|over)[_.-]?$/i;
/** Expressions, addresses, paths, digests, names of things: what a value is when it is not a secret. */
const reference = /^(?:[#.][a-z][\w-]*$|[a-z][a-z0-9+.-]{1,20}:\/\/|\.{0,2}\/|~\/|[a-z]:\\|!|[$%@&*{[<(]\w*[.:({[]|arn:|sha\d{1,3}[-:]|urn:|data:|projects\/|process\.|os\.|env\.|import\.|var\.|local\.|module\.|ref\+|vault:|op:\/\/|!\w+)|\(\)?$|\.(?:js|ts|json|ya?ml|pem|txt|py|go|md|html?|png|svg|env|key|crt)$/i;
/** `config.apiKey`, `user_password`, `Password`, `on-click`, `a::b`: words, whatever joins them. */
const words = /^[A-Za-z_$][A-Za-z_$-]*(?:(?:[?!]?\.|::|->|[/:#])[A-Za-z_$][\w$-]*)*\??$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const trivial = /^(?:pass(?:w(?:or)?d)?\d{0,6}|secret\d{0,6}|test\d{0,6}|admin\d{0,6}|root|user\d{0,4}|token\d{0,4}|foo\w{0,3}|bar\w{0,3}|baz|abc\d{0,6}|abcdef|1234\d{0,6}|qwerty|true|false|null|none|nil|undefined|string|required|optional|hidden|invalid\w*|wrong\w*|incorrect\w*|some\w*|new\w*|old\w*|my\w*)$/i;

/** A value under a name of the password kind: random is `likely`, one that a person could have thought of is `possible`. */
export function judgePassword(value: string, match: RegExpExecArray): Tier | undefined {
  const place = lookAt(value, match);
  if (!place.meansSecret || isOtherWord(match[0], place.before)) return undefined;
  if (/\s/.test(value) || trivial.test(value) || words.test(value) && !isRandom(value)) return undefined;
  if (isRandom(value)) return uuid.test(value) ? "possible" : "likely";
  const byPerson = /^[\x21-\x7e]+$/.test(value) && (/\d/.test(value) || /[!@#%^*+?~]|(?<=.)\$(?![{(])/.test(value));
  // Bare words are expressions more often than passwords, except in environment files and YAML.
  return byPerson && value.length >= 5 && (place.quoted || (place.inSettings && !/[.(]/.test(value)) || (place.lineEnds && /[!@#%^*?~]/.test(value))) && !/^\d{1,5}$|^0x|^#[0-9a-f]{3,8}$|^[~^<>=]*v?\d+\.\d+/i.test(value) ? "possible" : undefined;
}

/** `bypass`, `compass`, `passed`, `passenger` hold no password; `DB_PASS`, `dbPass` and `pass1` do. */
function isOtherWord(name: string, before: string): boolean {
  if (!/^pass(?!w|phrase|code)/i.test(name)) return false;
  return /^(?:pass[a-z]|Pass[a-z]|PASS[A-Z])|^pass[_-]?(?:through|thru|depth|fail|on|by|rate|count|if|when)/.test(name) || (/[a-z]$/i.test(before) && !/^P[a-z]|^PASS(?![A-Z])/.test(name)) || (/[A-Z]$/.test(before) && name.startsWith("PASS"));
}

/** A value under a name for tokens and keys: these are made by machines, so what is not random is none. */
export function judgeSecret(value: string, match: RegExpExecArray): Tier | undefined {
  if (!/^[\w.+/=~:!@#%^*|-]{10,300}$/.test(value) || !isRandom(value) || !lookAt(value, match).meansSecret) return undefined;
  return value.length < 16 || uuid.test(value) ? "possible" : "likely";
}

interface Place { readonly meansSecret: boolean; readonly before: string; readonly quoted: boolean; readonly lineEnds: boolean; readonly inSettings: boolean }

function lookAt(value: string, { input, index, groups, 0: all }: RegExpExecArray): Place {
  // The value is the end of the match.
  const start = index + all.length - value.length;
  const before = input.slice(Math.max(0, index - 24), index);
  const quoted = /["'`]/.test(input.charAt(start - 1));
  const connective = all.slice(0, start - index);
  const unclosed = quoted && input.charAt(start - 1) !== closing(input, start + value.length);
  const bareCall = !quoted && connective.trimEnd().endsWith("(");
  // An argument after a variable of that name, what a field of a form is called, a digest after a sentence that ends in `Pass`, and a tag that the value is not inside of.
  const otherwise = /^[\w-]+\s*,/.test(connective) || /["']\s+(?:id|name|class|for|type)\s?=\s?["']$/i.test(connective) || (/^pass[\w-]*\s+$/i.test(connective) && /^[0-9a-f]+$/i.test(value)) || (/[^=]>/.test(connective) && !/^\s{0,40}<\//.test(input.slice(start + value.length, start + value.length + 44)));
  const meansSecret = !unclosed && !bareCall && !otherwise && !about.test(groups?.["tail"] ?? "") && !harmlessBefore.test(before) && !reference.test(value) && !isPlaceholder(value);
  const upper = /^[A-Z_0-9]+=/.test(connective) && !/[a-z]/.test(before.slice(before.search(/\w*$/)));
  const lineEnds = /^[ \t]{0,4}(?:[;&<"'#\\]|\r?\n|$)/.test(input.slice(start + value.length, start + value.length + 6));
  return { meansSecret, before, quoted, lineEnds, inSettings: lineEnds && (upper || /:\s+$/.test(connective) || /[?&;]$/.test(before)) };
}

const closing = (input: string, end: number) => (input.charAt(end) === "\\" ? input.charAt(end + 1) : input.charAt(end));
