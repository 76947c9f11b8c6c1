import { readFileSync, statSync } from "node:fs";
import { roles, type Role } from "../../core/dashboard/administration.ts";

/** Who signs people in, and what their groups may. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people reach the collector, without a path: the provider sends them back there. */
  readonly publicUrl: string;
  /** Claims of the ID token: what somebody is called here, and which groups they are in. */
  readonly nameClaim: string;
  readonly groupsClaim: string;
  readonly scope: string;
  /** Role → groups of the provider. */
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
}

/** Throws with a sentence. The secret stands in the file, so nobody but its owner may read it. */
export function readOidcSettings(file: string): OidcSettings {
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) throw new Error("the file of --oidc holds a secret: only its owner may read it (chmod 600)");
  const settings = parseOidcSettings(parseJson(readFileSync(file, "utf8")));
  if (typeof settings === "string") throw new Error(`the file of --oidc does not count: ${settings}`);
  return settings;
}

const known = new Set(["issuer", "clientId", "clientSecret", "publicUrl", "nameClaim", "groupsClaim", "scope", "roles"]);

/** A sentence says what is wrong. */
export function parseOidcSettings(value: unknown): OidcSettings | string {
  if (typeof value !== "object" || value === null) return "it is no JSON object";
  const given = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find((key) => !known.has(key));
  if (unknown !== undefined) return `nobody knows ${unknown}`;
  const { issuer, clientId, clientSecret, publicUrl, nameClaim = "email", groupsClaim = "groups", scope = "openid email profile", roles: mapped } = given;
  for (const [name, text] of Object.entries({ issuer, clientId, clientSecret, publicUrl, nameClaim, groupsClaim, scope })) if (typeof text !== "string" || text === "") return `${name} is a text`;
  if (!isSafeAddress(issuer as string) || !isSafeAddress(publicUrl as string)) return "issuer and publicUrl are https addresses (http on this machine alone)";
  if (new URL(publicUrl as string).pathname !== "/") return "publicUrl has no path";
  const entries = typeof mapped === "object" && mapped !== null ? Object.entries(mapped) : [];
  if (entries.length === 0 || !entries.every(([role, groups]) => roles.includes(role as Role) && isTexts(groups))) return `roles maps some of ${roles.join(", ")} to lists of groups`;
  return { issuer, clientId, clientSecret, publicUrl, nameClaim, groupsClaim, scope, roles: Object.fromEntries(entries) } as OidcSettings;
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === "string");

function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === "https:" || isLoopback(url));
}

/** Nothing that is sent there leaves this machine. */
export const isLoopback = ({ protocol, hostname }: URL): boolean => protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
