import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fillWorkspace } from "../../../scripts/fillWorkspace.mjs";
import { detect } from "../../../src/core/detect/detect.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

test("the demo workspace's secrets are found where they are and nowhere else", (context) => {
  const folder = temporaryFolder(context);
  const values = fillWorkspace(join(import.meta.dirname, "..", "..", "..", "demo", "workspace"), folder);
  const findings = (file: string) => {
    const text = readFileSync(join(folder, file), "utf8");
    return detect(text).filter(({ kind }) => kind === "secret").map(({ detector, tier, start, end }) => ({ detector, tier, value: text.slice(start, end) }));
  };
  const likely = (...expected: readonly (readonly [detector: string, name: string])[]) => expected.map(([detector, name]) => ({ detector, tier: "likely", value: values[name] }));
  assert.deepEqual(findings(".env"), likely(
    ["url-password", "database-password"], ["aws-access-key-id", "aws-access-key"], ["aws-secret-access-key", "aws-secret-key"], ["github-token", "github-token"], ["stripe-key", "stripe-key"], ["secret-assignment", "session-secret"],
  ));
  assert.deepEqual(findings("config/production.yaml"), likely(["password-assignment", "production-password"], ["url-password", "cache-password"], ["slack-webhook", "webhook-token"]));
  assert.deepEqual(findings("keys/server.pem"), [{ detector: "private-key", tier: "certain", value: values["private-key"] }]);
  assert.deepEqual(findings("src/payments.ts"), likely(["stripe-key", "payment-key"]));
  assert.deepEqual(findings("infra/terraform.tfstate"), likely(["password-assignment", "state-password"], ["aws-access-key-id", "deploy-access-key"], ["aws-secret-access-key", "deploy-secret-key"]));
  for (const file of [".env.example", "src/app.ts", "src/orders.ts", "src/pricing/engine.py", "README.md", "gatelodge.yaml"]) assert.deepEqual(findings(file), [], file);
});
