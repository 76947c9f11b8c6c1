import { roles, type Role } from "../../core/dashboard/administration.ts";
import type { Claims } from "./oidcClient.ts";
import type { OidcSettings } from "./oidcSettings.ts";

export interface OidcPerson {
  /** Issuer and number there: what stays the same when somebody is renamed. */
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

const accountName = /^[\w.@+-]{1,80}$/;

/** `undefined`: without a number or a name that will do; somebody in no group of the list has no roles. */
export function toOidcPerson(claims: Claims, { issuer, nameClaim, groupsClaim, roles: mapped }: OidcSettings): OidcPerson | undefined {
  const { sub, [nameClaim]: name, [groupsClaim]: groups } = claims;
  if (typeof sub !== "string" || sub === "" || typeof name !== "string" || !accountName.test(name)) return undefined;
  // An address that nobody has confirmed can be anybody's.
  if (nameClaim === "email" && claims["email_verified"] === false) return undefined;
  const given = Array.isArray(groups) ? groups.filter((group) => typeof group === "string") : [];
  return { subject: `${issuer} ${sub}`, name, roles: roles.filter((role) => mapped[role]?.some((group) => given.includes(group)) === true) };
}
