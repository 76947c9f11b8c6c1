import type { Place } from "./assignedPlace.ts";

/** How far around an assignment a login is looked for. */
export const loginSight = 200;

/** What stands where a password, its name or its type will stand. */
const role = /pass|secret|token|(?<!mon|don|tur|hoc|joc|mic|whis)key|user|value|name|empty|unset|prompt|default|ignored?|abled?$|external|string|text|type|null|none|undefined|bytes|buffer|object|function|number|boolean|integer|option|char|login|auth|input|field|confirm|valid|wrong|error|miss|match|reset|forgot|change|update|credential|pwd|kenn?wort|word|success|failure|^(?:str|any|unknown|hidden|masked|self|this|true|false|required|plain|hash(?:ed)?|clear)$/i;
const word = /^[A-Za-z][A-Za-z_$-]{3,39}$/;
const words = /^[a-z]{3,12}(?: [a-z]{3,12}){1,3}$/;
/** `Kennwort`, `Contraseña`: what a form shows. */
const label = /^[A-Z][a-z]/;
const labelled = /(?:label|title|message|error|lbl|txt|msg|i18n|policy|driver)[_.-]?\w*$/i;

const loginName = String.raw`(?:user|uid|login|usr|e-?mail|account)[\w ]{0,12}["'\`*]{0,3}\]?[ \t]{0,12}(?:=>|:=|={1,3}|:|,)[ \t]{0,12}`;
const quotedLogin = new RegExp(String.raw`${loginName}(["'\`])[\w.@+\\-]{2,64}\1`, "i");
const bareLogin = new RegExp(String.raw`${loginName}[\w.@+\\-]{2,64}(?=[\s;&"'#]|$)`, "i");

/** Whether words without anything of a password about them were meant as one: what stands around them says so. */
export function isMeant(value: string, { quoted, before }: Place, match: RegExpExecArray): boolean {
  if (!(words.test(value) || word.test(value)) || role.test(value) || labelled.test(before)) return false;
  const place = writtenAt(value, before, match);
  return quoted ? isQuotedPassword(place, () => isBeside(quotedLogin, place, match)) : isSetting(place, () => isBeside(bareLogin, place, match));
}

/** The same for what has digits or signs and no quotes: in code that is another name. */
export function isSet(value: string, { before }: Place, match: RegExpExecArray): boolean {
  if (labelled.test(before) || (/^[A-Za-z_]\w*$/.test(value) && role.test(value))) return false;
  const place = writtenAt(value, before, match);
  return isSetting(place, () => isBeside(bareLogin, place, match));
}

function writtenAt(value: string, before: string, { input, index, 0: all }: RegExpExecArray): Written {
  const start = index + all.length - value.length;
  return { value, name: all.slice(0, start - index), before, behind: input.slice(start + value.length, start + value.length + loginSight) };
}

const isBeside = (login: RegExp, { behind }: Written, { input, index }: RegExpExecArray) => login.test(input.slice(Math.max(0, index - loginSight), index)) || login.test(behind.slice(1));

interface Written { readonly value: string; readonly name: string; readonly before: string; readonly behind: string }

/** Code that holds a word in quotes means that word; among the arguments of a call, or where it is more than one, a call that sets it or a user beside it says so. */
function isQuotedPassword({ value, name, before }: Written, isBesideLogin: () => boolean): boolean {
  const isGiven = !/["'`]\s*,/.test(name) || /(?:put|set\w{0,12}|append|param|add\w{0,12}|env|define)\(\s{0,4}["'`][\w.-]*$/i.test(before);
  return !label.test(value) && ((isGiven && !/\s/.test(value) && value.length > 4) || isBesideLogin());
}

/** A line of its own in a file of settings, a variable before a command or of a container: what stands bare in code is an expression. */
function isSetting({ value, name, before, behind }: Written, isBesideLogin: () => boolean): boolean {
  if (/\s/.test(value) || (name.includes(": ") && label.test(value))) return false;
  const isTight = /^[\w-]*=$/.test(name);
  const lineEnds = /^[ \t]{0,4}(?:#|\r?\n|$)/.test(behind);
  if (name.endsWith(">")) return behind.startsWith("</");
  if (isTight && /^(?:\s|$)/.test(behind) && givenBefore.test(before)) return true;
  if (lineEnds) return opensLine(name, before) || isBesideLogin();
  return isTight && ((/^["'&; ]/.test(behind) && isBesideLogin()) || (behind.startsWith(" ") && /^[A-Z_]+=$/.test(name)));
}

/** Options of containers and charts that set a variable. */
const givenBefore = /\s(?:(?:-e|--env|--set|--build-arg|--from-literal)[ =]|ENV )[\w.-]*$/;
const opensLine = (name: string, before: string) => /(?:^|\n)[ \t]{0,20}(?:# ?|export |set |ENV |- |-e |\$|- name: )?[\w.-]*$/.test(before) && /^[\w-]*(?:=|: | = )$|^[A-Z_]+ $|\svalue: $/.test(name);
