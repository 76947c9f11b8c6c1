import assert from "node:assert/strict";
import { test } from "node:test";
import type { Access } from "../../src/collector/access.ts";
import { roles } from "../../src/core/dashboard/administration.ts";
import { openCollector } from "./openCollector.ts";

const open: readonly Access[] = ["everybody", "enrolment token", "signed policy"];
// Its routes are there; nobody answers them.
const nobody = () => Promise.reject(new Error("there is no provider here"));
const oidc = { settings: { issuer: "https://login.example", clientId: "x", clientSecret: "x", publicUrl: "https://gatelodge.example", nameClaim: "email", groupsClaim: "groups", scope: "openid", roles: {} }, client: { begin: nobody, finish: nobody } };
const fill = (url: string) => url.replace(":id", "1").replace(":name", "nobody").replace(":version", "1");

test("a route that does not say who may ask does not come to be", async (context) => {
  const { app } = await openCollector(context);
  assert.throws(() => app.get("/open", () => ({})));
});

test("each route asks for what it says: nobody, a machine, and each role get in where they may and nowhere else", async (context) => {
  const { ask, routes, owner, person, device } = await openCollector(context, { oidc });
  const first = await owner();
  const people = new Map<Access, typeof first>([["owner", first]]);
  for (const role of roles.filter((each) => each !== "owner")) people.set(role, await person(first, role, role));
  const deviceToken = (await device())?.deviceToken ?? "";
  const machine = { authorization: `Bearer ${deviceToken}` };
  assert.ok(routes.size > 20);
  for (const [route, access] of routes) {
    const [method = "GET", url = ""] = route.split(" ");
    if (method === "HEAD" || route === "DELETE /api/session") continue;
    const asked = method as "GET";
    const anonymous = (await ask(asked, fill(url), method === "GET" ? undefined : {})).status;
    assert.equal(anonymous === 401 && url !== "/api/session", !open.includes(access), `${route} by nobody: ${anonymous}`);
    if (open.includes(access)) continue;
    assert.equal((await ask(asked, fill(url), method === "GET" ? undefined : {}, machine)).status === 401, access !== "device", `${route} by a machine`);
    if (access === "device") continue;
    for (const [role, by] of people) {
      const { status } = await by(asked, fill(url), method === "GET" ? undefined : {});
      assert.equal(status !== 403, role === "owner" || role === access || access === "viewer", `${route} by ${role}: ${status}`);
    }
  }
});

test("a page of another site can send a cookie along, and changes nothing with it", async (context) => {
  const { owner } = await openCollector(context);
  const ask = await owner();
  const answer = await ask("POST", "/api/enrolment-tokens", { label: "x" }, { "x-gatelodge": "" });
  assert.deepEqual([answer.status, answer.body["message"]], [403, "the header x-gatelodge is needed"]);
});

test("the token of the first start looks and changes nothing, and sets up no second owner", async (context) => {
  const { ask, first, owner } = await openCollector(context);
  await owner();
  const bearer = { authorization: `Bearer ${first?.adminToken ?? ""}` };
  assert.equal((await ask("GET", "/api/policies", undefined, bearer)).status, 200);
  assert.equal((await ask("POST", "/api/policies", { yaml: "version: 1" }, bearer)).status, 403);
  assert.equal((await ask("POST", "/api/setup", { token: first?.adminToken, name: "eve", password: "correct horse battery" })).status, 403);
});
