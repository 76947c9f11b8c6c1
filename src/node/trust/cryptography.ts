import { createHash, createPublicKey, verify } from "node:crypto";
import type { Cryptography } from "../../core/trust/acceptPolicy.ts";

const keyIdLength = 22;

/** Ed25519 and SHA-256 of Node. */
export const cryptography: Cryptography = {
  verify: (publicKey, signed, signature) => {
    try {
      return verify(null, Buffer.from(signed), createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" }), Buffer.from(signature, "base64url"));
    } catch {
      return false; // no key of this kind
    }
  },
  keyId: (publicKey) => createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("base64url").slice(0, keyIdLength),
  hash: (text) => createHash("sha256").update(text).digest("base64url"),
};
