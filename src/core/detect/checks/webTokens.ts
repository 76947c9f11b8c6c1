import type { Tier } from "../../request.ts";
import { decodeBase64 } from "../base64.ts";
import { isTokenPlaceholder } from "../placeholder.ts";
import type { Check } from "./check.ts";

/** The header names an algorithm. */
export const jsonWebToken = (tier: Tier): Check => (value) => {
  const [header = "", claims = ""] = value.split(".");
  if (!/"alg"\s{0,9}:\s{0,9}"[A-Za-z]/.test(decodeBase64(header) ?? "")) return undefined;
  // The subject of the example that documents and tests copy from each other.
  return /"sub"\s{0,9}:\s{0,9}"1234567890"/.test(decodeBase64(claims) ?? "") ? "possible" : tier;
};

/** The object around it says that it is a key, of whatever type. */
export const jsonWebKey = (tier: Tier): Check => (value, match) => (/["']kty\\?["']/.test(objectAround(match)) && !isTokenPlaceholder(value) ? tier : undefined);

/** The object around it says that it is a key of bytes. */
export const symmetricWebKey = (tier: Tier): Check => (value, match) => (/["']kty\\?["']\s{0,9}:\s{0,9}\\?["']oct\\?["']/.test(objectAround(match)) && !isTokenPlaceholder(value) ? tier : undefined);

/** Its first part is an account number in base64. */
export const discordToken = (tier: Tier): Check => (value) => (/^\d{17,20}$/.test(decodeBase64(value.slice(0, value.indexOf("."))) ?? "") ? tier : undefined);

export const longestKey = 4000;

/** The braces that the match stands in, as far as they are near. */
function objectAround({ input, index }: RegExpExecArray): string {
  const head = input.slice(Math.max(0, index - longestKey), index);
  const tail = input.slice(index, index + longestKey);
  const end = tail.indexOf("}");
  return head.slice(head.lastIndexOf("{") + 1) + (end < 0 ? tail : tail.slice(0, end));
}
