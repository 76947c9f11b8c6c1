import { isPlaceholder } from "./placeholder.ts";

/** What is about a secret rather than one, by the rest of its name: `tokenUrl`, `passwordField`, `secretHash`. */
const about = /(?:id|ids|names?|ur[il]s?|path|files?|type|kind|hash|digest|count|length|size|limits?|ttl|regexp?|pattern|label|hint|errors?|message|field|header|param|params|prefix|suffix|endpoint|format|version|index|address|rules?|policy|policies|placeholder|title|text|description|expir\w{0,10}|ring|board|words?|ized?r?|izers?|isers?|set|store|class|provider|required|attribute|reset|change|changed|event|state|status|strength|result|view|form|input|dialog|page|model|module|flow|factory|handler|manager|validator|policies|provider|method|scheme|mode|scope|service|plugin|server|host|domain|or|ority|enticator|entication|orization|orized|thumbprint|fingerprint|checksum|hashers?|encoders?|encodage|encoding|meter|flags|options|algorithms?|extension|compiler|prompt|tips?|callback|mismatch|command|generator|enticate[ds]?|orize[ds]?|requests?|tests?|sources|cost|salted|args?|valid(?:to|from|until)|aliases|config(?:uration)?)s?(?:_?v?\d{1,2})?$/i;
/** And by the part before it: `publicKey`, `nextPageToken`, `compassPassed`. */
const harmlessBefore = /(?:public(?:[_.-]?key)?|next|page|continuation|cancel\w{0,6}|sync|resume|cursor|csrf|xsrf|cache|design|syntax|primary|foreign|partition|sort|by|com|tres|sur|tran|im|over)[_.-]?$/i;
/** What is kept of a secret instead of it. */
const transformedBefore = /(?:encrypted|hashed|obscured|encoded|digested|enc|hash|crypted)[\w-]{0,20}$/i;
/** Expressions, addresses, paths, digests, names of things: what a value is when it is not a secret. */
const reference = /^(?:(?:required|nullable|sometimes|string|confirmed)\||[#.][a-z][\w-]*$|[a-z][a-z0-9+.-]{1,20}:\/\/|\.{0,2}\/|~\/|[a-z]:\\|!|[$%@&*{[<(]\w*[.:({[]|arn:|sha\d{1,3}[-:]|urn:|data:|projects\/|process\.|os\.|env\.|import\.|var\.|local\.|module\.|ref\+|vault:|op:\/\/|!\w+|\$\w+$|@\w+@$|%[a-z].*%[a-z]$|v\d+\.\d+[\d.]*(?:\/go\.mod)?$|[*&]\w+$)|\(\)?$|\.(?:js|ts|json|ya?ml|pem|txt|py|go|md|html?|png|svg|env|key|crt)$/i;
/** What HTML and XML say of a field besides its value. */
const attribute = /["']?\s{1,8}(?:class|id|uuid|type|style|name|for|href|src|rel|title|role|autocomplete|placeholder|label|ng-\w{1,20}|data-\w{1,20})\s?=\s{0,8}["']?$/i;

export interface Place {
  /** The name says that this is no longer the secret: `hashedPassword`. */
  readonly isTransformed: boolean;
  readonly before: string;
  readonly quoted: boolean;
  readonly lineEnds: boolean;
  /** `DB_PASSWORD=` alone on its line: nothing but what is typed there can be the password. */
  readonly inEnvironment: boolean;
  readonly inSettings: boolean;
}

/** What stands around a value says whether it is the one that the name is of; `undefined`: it is another. Cheap questions first. */
export function lookAround(value: string, { input, index, groups, 0: all }: RegExpExecArray): Place | undefined {
  // The value is the end of the match.
  const start = index + all.length - value.length;
  const end = start + value.length;
  const quoted = /["'`]/.test(input.charAt(start - 1));
  if (quoted && input.charAt(start - 1) !== closing(input, end)) return undefined;
  const before = input.slice(Math.max(0, index - 24), index);
  const connective = all.slice(0, start - index);
  if (isOfOther(connective, quoted, before.endsWith("{"), () => input.slice(end, end + 44)) || isProse(connective, before, value)) return undefined;
  if (about.test(groups?.["tail"] ?? "") || harmlessBefore.test(before) || reference.test(value) || isPlaceholder(value)) return undefined;
  const upper = /^[A-Z_0-9]+=/.test(connective) && !/[a-z]/.test(before.slice(before.search(/\w*$/)));
  const lineEnds = /^[ \t]{0,4}(?:[;&<"'#\\]|\r?\n|$)/.test(input.slice(end, end + 6));
  const inEnvironment = upper && !quoted && /(?:^|\n)\s{0,8}(?:# ?|export )?[A-Z0-9_]*$/.test(before) && /^(?:[ \t]{1,8}#|[ \t]{0,8}(?:\r?\n|$))/.test(input.slice(end, end + 10));
  return { inEnvironment, isTransformed: transformedBefore.test(before), before, quoted, lineEnds, inSettings: connective.endsWith(":-") || (lineEnds && (upper || /:\s+$/.test(connective) || /[?&;](?:[A-Za-z]{2,12}[ :]){0,3}$/.test(before))) };
}

/** An argument of a call or after a variable of that name (but not Erlang's `{password, "…"}`), another attribute, a tag that the value is not inside of. */
function isOfOther(connective: string, quoted: boolean, inTuple: boolean, behind: () => string): boolean {
  const bareCall = !quoted && connective.trimEnd().endsWith("(");
  return bareCall || (!inTuple && /^[\w-]+\s*,/.test(connective)) || attribute.test(connective) || (/[^=]>/.test(connective) && !/^\s{0,40}<\//.test(behind()));
}

const closing = (input: string, end: number) => (input.charAt(end) === "\\" ? input.charAt(end + 1) : input.charAt(end));

/** Only white space between name and value: a setting or an option has it, and so has every sentence. */
function isProse(connective: string, before: string, value: string): boolean {
  if (!/^[\w-]+["'`]?\s+["'`]?$/.test(connective)) return false;
  if (/[\r\n]/.test(connective)) return true;
  const isOption = /(?:^|\s)--?[\w-]*$/.test(before);
  const opensLine = /(?:^|\n)[ \t]*(?:# ?define |SetEnv |ENV |fastcgi_param )?[\w.-]*$/.test(before);
  return !isOption && !opensLine && (/^pass(?:wd)?\b/i.test(connective) || !/\d/.test(value) || /[./]/.test(value));
}
