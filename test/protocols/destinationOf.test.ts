import assert from "node:assert/strict";
import { test } from "node:test";
import { destinationOf } from "../../src/protocols/destinationOf.ts";

test("a model that runs elsewhere is told by any field that a server may take for the model's name, whatever its case", () => {
  for (const body of [{ model: "gpt-oss:120b-cloud" }, { model: "qwen3", Model: "gpt-oss:120b-cloud" }, { MODEL: "gpt-oss-cloud " }, { from: "gpt-oss:120b-cloud" }]) assert.equal(destinationOf(body).kind, "cloud", JSON.stringify(body));
  for (const body of [{ model: "qwen3" }, { model: 1 }, {}]) assert.equal(destinationOf(body).kind, "local");
});
