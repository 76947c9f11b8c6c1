import { acceptPolicy, type SignedPolicy } from "../../core/trust/acceptPolicy.ts";
import { parseOrganisationPolicy, type OrganisationPolicy } from "../../core/trust/signedContent.ts";
import type { PolicyDocument } from "../../core/policy/policyDocument.ts";
import { cryptography } from "../../node/trust/cryptography.ts";
import { makeSigningKey, publicKeyOf, signKeySet, signPolicy } from "../../node/trust/signing.ts";
import { readPolicyText } from "../../node/policyFile.ts";
import { CommandError, type CommandContext } from "../command.ts";
import { readNamed, writeNew } from "./ownFiles.ts";
import { needed, numberOf, oneFile, type PolicyArguments } from "./policyArguments.ts";

const day = 86_400_000;

/** A new key: the private half into a file that only its owner can read, the public half as lines to show. */
export function makeKey(args: PolicyArguments, context: CommandContext): readonly string[] {
  const { privateKey, publicKey } = makeSigningKey();
  writeNew(needed(args, "out"), privateKey, context, 0o600);
  return [`public key: ${publicKey}`, `key id: ${cryptography.keyId(publicKey)}`];
}

/** Signs a set of keys with a root key. */
export function signKeys(args: PolicyArguments, context: CommandContext, now: number): string {
  const privateKey = readKey(needed(args, "key"), context);
  const { organisation, version, issuedAt, expiresAt } = readTerms(args, now, 90);
  const keys = needed(args, "public");
  if (keys.some((key) => !isPublicKey(key))) throw new CommandError("--public is a public key as gatelodge policy keygen prints it");
  return signKeySet(privateKey, { organisation, version, issuedAt, expiresAt, keys, roots: [publicKeyOf(privateKey), ...(args.values.root ?? [])] });
}

/** Signs a policy file with a key of a set; gives what an endpoint serves. */
export function signPolicyFile(args: PolicyArguments, context: CommandContext, now: number): SignedPolicy {
  const policy: OrganisationPolicy = { ...readTerms(args, now, 14), document: readDocument(oneFile(args), context), ...readNext(args, context), ...(args.values.monitor === undefined ? {} : { monitorRules: args.values.monitor }) };
  if (parseOrganisationPolicy(policy) === undefined) throw new CommandError("what was given does not make a policy that any machine would take; look at --version, --percent and the names");
  const keyset = readNamed(needed(args, "keyset"), context).trim();
  return { keyset, policy: signPolicy(readKey(needed(args, "key"), context), policy) };
}

/** What a machine that trusts these root keys, and has seen nothing before, would say of it. */
export function verifyFile(args: PolicyArguments, context: CommandContext, now: number): { readonly accepted: boolean; readonly lines: readonly string[] } {
  const verified = acceptPolicy(readSigned(oneFile(args), context), { anchor: { organisation: needed(args, "organisation"), roots: needed(args, "root") }, ratchet: undefined, now, cryptography });
  if (verified.kind === "rejected") return { accepted: false, lines: [`rejected: ${verified.reason}`] };
  const { policy, expiresAt } = verified;
  return { accepted: true, lines: [`accepted: ${policy.organisation}, version ${policy.version}, until ${new Date(expiresAt).toISOString()}`, ...(policy.next === undefined ? [] : [`next: ${policy.next.id}, ${policy.next.percent ?? 0} % of the devices${(policy.next.groups ?? []).map((group) => `, ${group}`).join("")}`]), ...(policy.monitorRules ?? []).map((rule) => `only recorded: ${rule}`)] };
}

function readTerms(args: PolicyArguments, now: number, days: number) {
  const version = numberOf(needed(args, "version"), "version");
  const end = now + numberOf(args.values.days, "days", days) * day;
  if (!Number.isSafeInteger(version) || version < 1) throw new CommandError("--version is a whole number from 1 that goes up with every signature");
  if (end <= now || end > now + 3660 * day) throw new CommandError("--days is a number from 1 to 3660");
  return { organisation: needed(args, "organisation"), version, issuedAt: new Date(now).toISOString(), expiresAt: new Date(end).toISOString() };
}

function readNext(args: PolicyArguments, context: CommandContext): Pick<OrganisationPolicy, "next"> {
  const { next, percent, group } = args.values;
  if (next === undefined) return {};
  return { next: { id: needed(args, "next-id"), document: readDocument(next, context), ...(percent === undefined ? {} : { percent: numberOf(percent, "percent") }), ...(group === undefined ? {} : { groups: group }) } };
}

/** A policy file that parses. */
export function readDocument(file: string, context: CommandContext): PolicyDocument {
  const read = readPolicyText(readNamed(file, context));
  if (!read.ok) throw new CommandError(`${file}:${read.errors[0]?.line ?? 1}: ${read.errors[0]?.message ?? "no policy"}; see gatelodge policy lint`);
  return read.document;
}

/** What `sign` has written. */
export function readSigned(file: string, context: CommandContext): SignedPolicy {
  try {
    const { keyset, policy } = (JSON.parse(readNamed(file, context)) ?? {}) as Partial<SignedPolicy>;
    return { keyset: keyset ?? "", policy: policy ?? "" };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} is not what gatelodge policy sign writes`);
  }
}

function readKey(file: string, context: CommandContext): string {
  const key = readNamed(file, context);
  try {
    publicKeyOf(key);
    return key;
  } catch {
    throw new CommandError(`${file} is no private key of gatelodge policy keygen`);
  }
}

const isPublicKey = (text: string) => /^[A-Za-z0-9_-]{43}$/.test(text);
