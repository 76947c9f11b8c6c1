import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import Fastify from "fastify";
import { registerPageRoutes } from "../../src/collector/pageRoutes.ts";

const folder = join(import.meta.dirname, "../../dist/dashboard");
const app = Fastify();
registerPageRoutes(app, folder);

test("the whole dashboard is at most 120 kB, packed", () => {
  const bytes = readdirSync(folder).reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  assert.ok(bytes > 10_000 && bytes <= 120_000, `${bytes}`);
});

test("every file comes with a policy under which only our own files run, packed for who takes that, and not again while it is the same", async () => {
  for (const url of ["/", "/devices/abc", "/dashboard/page.js", "/dashboard/page.css", "/dashboard/icon.svg"]) {
    const { headers, rawPayload, statusCode } = await app.inject({ url, headers: { "accept-encoding": "gzip" } });
    assert.equal(statusCode, 200);
    assert.match(String(headers["content-security-policy"]), /^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'/);
    assert.doesNotMatch(String(headers["content-security-policy"]), /unsafe|https?:|\*/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.deepEqual(gunzipSync(rawPayload), (await app.inject({ url })).rawPayload);
    assert.equal((await app.inject({ url, headers: { "if-none-match": headers.etag } })).statusCode, 304);
  }
});

test("nothing else of the folder or above is served", async () => {
  for (const url of ["/dashboard/", "/dashboard/index.html", "/dashboard/../collector.cjs", "/dashboard/%2e%2e/collector.cjs", "/page.js"]) assert.equal((await app.inject({ url })).statusCode, 404, url);
});
