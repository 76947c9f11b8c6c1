import { checkSchema } from "../policy/checkSchema.ts";
import { parsePolicy } from "../policy/parsePolicy.ts";
import type { PolicyDocument } from "../policy/policyDocument.ts";
import type { Schema } from "../policy/policySchema.ts";

interface Signed {
  readonly organisation: string;
  /** Goes up with every signature of the same key. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** Keys by which policies are signed, signed by a root key. Public keys: 32 bytes, base64url. */
export interface KeySet extends Signed {
  readonly keys: readonly string[];
  /** All root keys; a machine that trusts on first use pins them. */
  readonly roots: readonly string[];
}

/** A policy of an organisation as it is signed. */
export interface OrganisationPolicy extends Signed {
  readonly document: PolicyDocument;
  readonly offline?: Offline;
  /** Holds for some devices before it holds for all. */
  readonly next?: NextPolicy;
  /** These rules record only, whatever the documents say: the way back from a rule that does harm. */
  readonly monitorRules?: readonly string[];
  /** What developers asked for and somebody approved. */
  readonly granted?: readonly GrantedException[];
}

/** For one file of one machine; both are named so that only that machine knows itself and the file again. */
export interface GrantedException {
  readonly id: string;
  readonly device: string;
  readonly file: string;
  readonly rules: readonly string[];
  /** Who approved it. */
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
}

export interface Offline {
  /** How long after `expiresAt` the policy stays as it is. */
  readonly graceHours?: number;
  /** After that: restrict (the default) keeps only what it tightens; keep leaves it in force. */
  readonly afterGrace?: "restrict" | "keep";
}

export interface NextPolicy {
  /** Decides, with the device's id, who is in: the same devices for the same name. */
  readonly id: string;
  readonly document: PolicyDocument;
  readonly percent?: number;
  readonly groups?: readonly string[];
}

const text = (maxLength: number): Schema => ({ type: "string", minLength: 1, maxLength });
/** As a public key or a hash of 256 bits is written. */
const bits256: Schema = { type: "string", minLength: 43, maxLength: 43 };
const publicKeys: Schema = { type: "array", items: bits256, minItems: 1, maxItems: 20 };
const signed = { organisation: text(80), version: { type: "number", minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, issuedAt: text(40), expiresAt: text(40) } as const satisfies Record<string, Schema>;
const required = ["organisation", "version", "issuedAt", "expiresAt"];
const object = (properties: Readonly<Record<string, Schema>>, needed: readonly string[]): Schema => ({ type: "object", properties, required: needed, additionalProperties: false });

const keySetSchema = object({ ...signed, keys: publicKeys, roots: publicKeys }, [...required, "keys", "roots"]);
const document: Schema = { type: "object" };
const policySchema = object({
  ...signed, document,
  offline: object({ graceHours: { type: "number", minimum: 0, maximum: 8760 }, afterGrace: { type: "string", enum: ["restrict", "keep"] } }, []),
  next: object({ id: text(80), document, percent: { type: "number", minimum: 0, maximum: 100 }, groups: { type: "array", items: text(80), maxItems: 200 } }, ["id", "document"]),
  monitorRules: { type: "array", items: text(80), maxItems: 200 },
  granted: { type: "array", items: object({ id: text(60), device: bits256, file: bits256, rules: { type: "array", items: text(80), minItems: 1, maxItems: 10 }, owner: text(80), reason: text(40), expires: text(40) }, ["id", "device", "file", "rules", "owner", "reason", "expires"]), maxItems: 2000 },
}, [...required, "document"]);

/** `undefined`: not a set of keys. */
export function parseKeySet(value: unknown): KeySet | undefined {
  return checkSchema(keySetSchema, value).length === 0 && hasDates(value as Signed) ? (value as KeySet) : undefined;
}

/** `undefined`: not an organisation's policy, or one of its documents is none. */
export function parseOrganisationPolicy(value: unknown): OrganisationPolicy | undefined {
  if (checkSchema(policySchema, value).length > 0 || !hasDates(value as Signed)) return undefined;
  const policy = value as OrganisationPolicy;
  if (policy.granted?.some(({ expires }) => !isInstant(expires)) === true) return undefined;
  return [policy.document, ...(policy.next === undefined ? [] : [policy.next.document])].every((each) => parsePolicy(each).ok) ? policy : undefined;
}

const isoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const isInstant = (date: string) => isoInstant.test(date) && !Number.isNaN(Date.parse(date));
const hasDates = ({ version, issuedAt, expiresAt }: Signed) => Number.isSafeInteger(version) && [issuedAt, expiresAt].every(isInstant);
