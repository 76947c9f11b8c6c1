import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGatewayArguments } from "../../src/gateway/gatewayArguments.ts";

test("the gateway stands in front of this machine's servers only", () => {
  assert.deepEqual(parseGatewayArguments(["--upstream", "http://localhost:11434", "--port", "11500"], "/home/a"), { upstreams: [{ host: "127.0.0.1", port: 11_434 }], port: 11_500, home: "/home/a", clientsOnly: false, keep: false });
  assert.deepEqual(parseGatewayArguments(["--upstream", "http://[::1]:1234", "--upstream", "http://127.0.0.1:1", "--clients-only"], "/home/a"), { upstreams: [{ host: "::1", port: 1234 }, { host: "127.0.0.1", port: 1 }], port: 0, home: "/home/a", clientsOnly: true, keep: false });
  for (const address of ["http://example.com:80", "https://127.0.0.1:1", "http://127.0.0.1", "http://127.0.0.1.evil.test:1", "http://127.0.0.1:1/x", "127.0.0.1:1", ""]) assert.ok("error" in parseGatewayArguments(["--upstream", address], "/home/a"), address);
  for (const words of [["--upstream", "http://127.0.0.1:1", "--port", "x"], ["--upstream", "http://127.0.0.1:1", "--home", "a"], ["--upstream", "http://127.0.0.1:1", "--keep"], ["--what"]]) assert.ok("error" in parseGatewayArguments(words, "/home/a"));
});
