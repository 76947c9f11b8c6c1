import type { Tier } from "../../request.ts";
import { decodeBase64 } from "../base64.ts";
import type { Check } from "./check.ts";

/** A PEM block with a body that may be a key; certain where it is whole, not encrypted, and starts as one does. */
export const privateKey = (): Check => (_, { 0: all, groups }) => judge(all, groups?.["body"] ?? "", groups?.["end"] !== undefined);

/** Base64 of a PEM block of a private key. */
export const encodedPrivateKey = (tier: Tier): Check => (value) => (/^-----BEGIN [A-Z ]{0,20}PRIVATE KEY/.test(decodeBase64(value.slice(0, 60)) ?? "") ? tier : undefined);

function judge(all: string, inside: string, closed: boolean): Tier | undefined {
  const encrypted = all.includes("ENCRYPTED");
  const encoded = inside.replaceAll(/(?<![A-Za-z-])[A-Za-z-]{1,40}: [^\n\\]{0,400}(?:\n|\\n)/g, "").replaceAll(/\\[nrt]|[\s"'+,;\\]/g, "");
  const [run = ""] = /^[A-Za-z0-9+/=]*/.exec(encoded) ?? [];
  if (run.length < 40 || (closed && run.length < encoded.length * 0.9)) return undefined;
  // DER starts with a sequence (0x30), OpenSSH's form with its name.
  return closed && !encrypted && /^(?:M[A-P]|b3BlbnNzaC1rZXkt)/.test(run) ? "certain" : "likely";
}
