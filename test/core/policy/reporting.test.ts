import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePolicy } from "../../../src/core/policy/parsePolicy.ts";
import type { Layer } from "../../../src/core/policy/mergePolicies.ts";
import { layer, merged } from "../../support/policies.ts";

const to = (endpoint: string) => ({ reporting: { endpoint } });
const endpointOf = (...layers: readonly Layer[]) => merged(...layers).policy.reporting?.endpoint;

test("nothing is reported unless the organisation or the machine says where to", () => {
  assert.equal(endpointOf(), undefined);
  assert.equal(endpointOf(layer("organisation", to("https://a.example"))), "https://a.example");
  assert.equal(endpointOf(layer("machine", to("https://a.example"))), "https://a.example");
});

for (const source of ["user", "repository"] as const) test(`a ${source} file can neither add an endpoint nor move it, and is told`, () => {
  const own = layer(source, to("https://mine.example"));
  assert.equal(endpointOf(own), undefined);
  assert.equal(endpointOf(layer("machine", to("https://a.example")), own), "https://a.example");
  assert.deepEqual(merged(own).ignored.map(({ path }) => path), [["reporting"]]);
});

test("the machine file goes before the organisation's policy, unless nobody could check who wrote it", () => {
  const [organisation, machine] = [layer("organisation", to("https://organisation.example")), layer("machine", to("https://machine.example"))];
  assert.equal(endpointOf(organisation, machine), "https://machine.example");
  assert.equal(endpointOf(organisation, { ...machine, unverified: true }), "https://organisation.example");
  assert.equal(endpointOf({ ...machine, unverified: true }), "https://machine.example");
});

test("an endpoint is an https address, or http on this machine", () => {
  const fits = (endpoint: string) => parsePolicy({ version: 1, reporting: { endpoint } }).ok;
  for (const endpoint of ["https://otel.example", "https://otel.example:4318/base", "http://127.0.0.1:4318", "http://localhost", "http://[::1]:4318/"]) assert.ok(fits(endpoint), endpoint);
  for (const endpoint of ["http://otel.example", "ftp://a.example", "https://user:word@a.example", "https://a.example?key=1", "https://a.example#x", "http://127.0.0.1.evil.example", "http://localhost@evil.example", "a.example", "https://"]) assert.ok(!fits(endpoint), endpoint);
});
