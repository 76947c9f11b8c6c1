import assert from "node:assert/strict";
import { test } from "node:test";
import { isCrowd } from "../../../src/core/detect/crowd.ts";
import { detect } from "../../../src/core/detect/detect.ts";

test("a name that stands twice more close behind is one of a crowd, in whatever case; twice in all is none", () => {
  assert.equal(isCrowd("rapidapi RapidAPI RAPIDAPI", 0), true);
  assert.equal(isCrowd("rapidapi RapidAPI RAPIDAPI", 9), false);
  assert.equal(isCrowd(`rapidapi rapidapi ${"x".repeat(64)} rapidapi`, 0), false);
});

test("a key behind many names of its vendor is found", () => {
  const key = `${"3f2a9c41"}-7b6d-4e58-9a0c-d15e7f82b643`;
  const [one, many] = [`COINAPI_KEY=${key}`, `${"coinapi ".repeat(20)}COINAPI_KEY=${key}`].map((text) => detect(text).filter(({ detector }) => detector === "coinapi-key"));
  assert.equal(one?.length, 1);
  assert.deepEqual(many?.map(({ start, tier }) => ({ start: start - 160, tier })), one?.map(({ start, tier }) => ({ start, tier })));
});
