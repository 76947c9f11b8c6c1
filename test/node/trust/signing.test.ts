import assert from "node:assert/strict";
import { test } from "node:test";
import { newToken } from "../../../src/collector/tokens.ts";
import { makeSigningKey } from "../../../src/node/trust/signing.ts";

test("no key and no token begins like an option, since people give them to commands", () => {
  for (let round = 0; round < 1000; round += 1) {
    assert.ok(!newToken().startsWith("-"));
    assert.ok(!makeSigningKey().publicKey.startsWith("-"));
  }
});
