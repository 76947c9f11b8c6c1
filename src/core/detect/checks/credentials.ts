import type { Tier } from "../../request.ts";
import { decodeBase64 } from "../base64.ts";
import { isPlaceholder, isTokenPlaceholder } from "../placeholder.ts";
import { isRandom } from "../randomness.ts";
import type { Check } from "./check.ts";

/** What people write when they do not mean a password, and the passwords that images ship with. */
const trivial = /^(?:(?:api|auth|access)[_-]?(?:secret|token|key|password)|pass[._]?word|pw|p|secret|token|user(?:name)?|admin|root|guest|test|postgres|mysql|redis|rabbitmq|minio|minioadmin|foo|bar|baz|abc|123|1234|12345|123456|x+|key|api_?key|me|(?:my)?pass(?:w(?:or)?d)?\d{0,3}|pwd|[a-z]|%[sdv]|\$\w+)$/i;

/** The password of an address, by its user and its host. */
export const urlPassword = (): Check => (password, { 0: all, groups }) => judgeUrl(all.slice("://".length, all.indexOf(":", 3)), password, groups?.["host"] ?? "");

export const netrcPassword = (tier: Tier): Check => (value) => (trivial.test(value) || isPlaceholder(value) || value.startsWith("$") ? undefined : tier);

/** The password of a command or a call, which people write down where documents have a stand-in. */
export const typedPassword = (): Check => (value) => (isPlaceholder(value) || /^(?:[$%@&]|-|pass(?:wd|word)?\d?(?:\b|_here$)|token$|pwd$|changeit$)/i.test(value) ? undefined : isRandom(value) ? "likely" : "possible");

/** User and password in base64; one that a person thought of is most often a test's. */
export const basicAuthorization = (tier: Tier): Check => (value) => {
  const [, password] = /^[\x20-\x7e]{0,200}?:([\x20-\x7e]{3,200})$/.exec(decodeBase64(value) ?? "") ?? [];
  if (password === undefined || isPlaceholder(password) || /^(?:pass(?:word)?|secret|pwd|test|admin|user|guest|(?:some|my|test)\w{0,8})$/i.test(password)) return undefined;
  return isRandom(password) ? tier : "possible";
};

/** A random token, not a scheme's name or an address. */
export const headerToken = (tier: Tier): Check => (value) => (isTokenPlaceholder(value) || /^[a-z]+[:/]{2}|HMAC-SHA/i.test(value) || !isRandom(value) ? undefined : tier);

/** Only the machine at hand and the short names inside of a compose file. */
const isLocal = (host: string) => /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal|[\w-]+(?::\d+)?$)/i.test(host);

function judgeUrl(user: string, password: string, host: string): Tier | undefined {
  if (trivial.test(password) || isPlaceholder(password) || /^[$%{[]|[}\]]$|\(/.test(password) || /^[$%{]/.test(host)) return undefined;
  if (isRandom(password)) return "likely";
  if (password.toLowerCase() === user.toLowerCase() || /^\d{2,5}$/.test(password)) return undefined;
  // At the machine at hand, what tells that it is one has to be in it.
  if (isLocal(host)) return password.length > 5 && /[a-z]/i.test(password) && /[\d!@#%^*]/.test(password) && !/\{|^\w+pass/i.test(password) ? "possible" : undefined;
  // Letters alone are what tests and documents write.
  return /(?:^|\.)example\.(?:com|org|net)\b/i.test(host) || /^[a-z]{3,8}$/.test(password) ? "possible" : "likely";
}
