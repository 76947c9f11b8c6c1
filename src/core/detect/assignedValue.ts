import type { Tier } from "../request.ts";
import { lookAround } from "./assignedPlace.ts";
import { readableBase64 } from "./base64.ts";
import { isMeant, isSet } from "./meantWord.ts";
import { isObvious, isRandom } from "./randomness.ts";

/** `config.apiKey`, `user_password`, `Password`, `on-click`, `a::b`: words, whatever joins them. */
const words = /^[A-Za-z_$][A-Za-z_$-]*(?:(?:[?!]?\.|::|->|[/:#])[A-Za-z_$][\w$-]*)*\??$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The length of a digest in hexadecimal: what is kept of a password. */
const digest = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;
const trivial = /^(?:\d{0,4}pass(?:w(?:or)?d)?\d{0,6}|secret\d{0,6}|test\d{0,6}|admin\d{0,6}|root|user\d{0,4}|token\d{0,4}|foo\w{0,3}|bar\w{0,3}|baz|abc\d{0,6}|abcdef|1234\d{0,6}|qwerty|true|false|null|none|nil|undefined|string|required|optional|hidden|invalid\w*|wrong\w*|incorrect\w*|some\w*|new\w*|old\w*|my\w*)$/i;

/** What stands in an environment file where a password will stand. */
const roles = /pass|secret|token|^(?:api|some|the)?key|user|value|name|empty|unset|prompt|default|ignored?|disabled?|enabled?|external/;

/** A value under a name of the password kind: random is `likely`, one that a person could have thought of is `possible`. */
export function judgePassword(value: string, match: RegExpExecArray): Tier | undefined {
  const place = lookAround(value, match);
  if (place === undefined || isOtherWord(match[0], place.before)) return undefined;
  if (/\s/.test(value)) return place.quoted && (isPhrase(value) || isMeant(value, place, match)) ? "possible" : undefined;
  if (place.inEnvironment && /^[a-z]{6,}$/.test(value) && !trivial.test(value) && !roles.test(value)) return "possible";
  if (trivial.test(value)) return undefined;
  if (words.test(value) && !isRandom(value)) return isMeant(value, place, match) ? "possible" : undefined;
  if (isRandom(value)) return place.isTransformed || uuid.test(value) || digest.test(value) || isReadable(value) ? "possible" : "likely";
  const byPerson = /^[\x21-\x7e]+$/.test(value) && (/\d/.test(value) || /[!@#%^*+?~]|(?<=.)\$(?![{(])/.test(value));
  // Bare words are expressions more often than passwords, except in environment files and YAML.
  return byPerson && value.length >= 5 && (place.quoted || (place.inSettings && !/[.(]/.test(value)) || (place.lineEnds && /[!@#%^*?~]/.test(value)) || (!/[.(]/.test(value) && isSet(value, place, match))) && !/^\d{1,5}$|^0x|^#[0-9a-f]{3,8}$|^[~^<>=]*v?\d+\.\d+/i.test(value) ? "possible" : undefined;
}

/** Some words with a digit among them, none of which a label or a message has. */
const isPhrase = (value: string) => value.length < 48 && !value.startsWith("-") && /\d/.test(value) && /^[\x20-\x7e]{8,}$/.test(value) && value.split(" ").length < 7 && !/pass|secret|must|char|enter|your|user|please|invalid|least|should|with|[:;,(){}<>=%]|\b(?:the|to|is|are|of|for|and|or|in|at|not|no|an?)\b/i.test(value);

/** Base64 of words: an example, or a name. */
function isReadable(value: string): boolean {
  const decoded = readableBase64(value) ?? value;
  return !isRandom(decoded) || isObvious(decoded);
}

/** `bypass`, `compass`, `passed`, `passenger` hold no password; `DB_PASS`, `dbPass` and `pass1` do. */
function isOtherWord(name: string, before: string): boolean {
  if (!/^pass(?!w|phrase|code)/i.test(name)) return false;
  return /^pass\(|^(?:pass[a-z]|Pass[a-z]|PASS[A-Z])|^pass[_-]?(?:through|thru|depth|fail|on|by|rate|count|if|when)/.test(name) || (/[a-z]$/i.test(before) && !/^P[a-z]|^PASS(?![A-Z])/.test(name)) || (/[A-Z]$/.test(before) && name.startsWith("PASS"));
}

/** The characters that Django makes its keys of. */
const djangoKey = /^[a-z0-9!@#$%^&*(_=+)-]{50,64}$/;

/** A value under a name for tokens and keys: these are made by machines, so what is not random is none. */
export function judgeSecret(value: string, match: RegExpExecArray): Tier | undefined {
  if (!(/^[\w.+/=~:!@#%^*|-]{10,300}$/.test(value) || djangoKey.test(value)) || !isRandom(value)) return judgeThoughtOf(value, match);
  const place = lookAround(value, match);
  if (place === undefined) return undefined;
  return value.length < 16 || place.isTransformed || uuid.test(value) || isReadable(value) ? "possible" : "likely";
}

/** People think of secrets for sessions and signatures as they do of passwords; of tokens and keys they do not. */
function judgeThoughtOf(value: string, match: RegExpExecArray): Tier | undefined {
  if (!/^secret(?:[_-]?key)?(?![\w-])/i.test(match[0]) || trivial.test(value) || value.length < 6 || value.length > 64) return undefined;
  const place = lookAround(value, match);
  if (place === undefined || place.isTransformed) return undefined;
  const byPerson = (place.quoted || place.inSettings || (!value.includes(".") && isSet(value, place, match))) && /^[\x21-\x7e]+$/.test(value) && /[a-z]/i.test(value) && /\d/.test(value) && !/[(){}<>/]|^[\d.]+$|^v?\d+\.\d/.test(value) && !/[a-z]+[-_.]?\d{1,2}$/i.test(value);
  return byPerson || isMeant(value, place, match) ? "possible" : undefined;
}

/** `weatherKey`, `ACME_KEY`, `?key=`, but not a `key` alone, of which code has many. */
const ownedKey = /(?:[a-z\d]Key|[A-Za-z\d][_-]key|[A-Za-z\d][_-]KEY|[A-Z\d]KEY|[?&]key)$/;
const otherKeys = /(?:sec-?websocket|raw|root|repository|test|expected|object|map|row|item|hash|group|entry|translation|message|public|pub|verify(?:ing)?|session)[_-]?$/i;

/** A random value under a name that ends in `key`: of most vendors nothing else tells. */
export function judgeKey(value: string, match: RegExpExecArray): Tier | undefined {
  if (!isRandom(value)) return undefined;
  const place = lookAround(value, match);
  if (place === undefined || place.isTransformed || isReadable(value) || otherKeys.test(place.before)) return undefined;
  return ownedKey.test(place.before + match[0].slice(0, 3)) ? "possible" : undefined;
}
