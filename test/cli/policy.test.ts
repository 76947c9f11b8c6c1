import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { test, type TestContext } from "node:test";
import { createGunzip } from "node:zlib";
import { policy } from "../../src/cli/commands/policy.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { createOrganisation } from "../support/organisation.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function setUp(context: TestContext) {
  const home = temporaryFolder(context);
  const folder = join(home, "work");
  mkdirSync(join(folder, ".git"), { recursive: true });
  const locations = locationsFor("linux", home, join(home, "none"));
  const run = async (words: string, stdin = "") => {
    const stdout = new PassThrough();
    const code = await policy.run(words.split(" "), { stdin: Readable.from([stdin]), stdout, stderr: new PassThrough(), folder, home, programFolders: [], environmentNames: [], dist: home, locations, signal: new AbortController().signal });
    return { code, text: String(stdout.read() ?? "") };
  };
  return { folder, run, write: (name: string, text: string) => writeFileSync(join(folder, name), text), read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

test("init writes a policy that lints clean, and overwrites none", async (context) => {
  const { run } = setUp(context);
  await run("init --out new.yaml");
  assert.deepEqual(await run("lint new.yaml --as organisation"), { code: 0, text: "" });
  await assert.rejects(run("init --out new.yaml"), /cannot be written \(EEXIST\)/);
});

test("the comments of the starter are a policy too", async (context) => {
  const { run, write, read } = setUp(context);
  await run("init --out new.yaml");
  write("all.yaml", read("new.yaml").replace(/^#( {1,2}[ -]|[a-z]+:)/gm, "$1"));
  assert.deepEqual(await run("lint all.yaml --as organisation"), { code: 0, text: "" });
});

test("lint says line, column and what was probably meant", async (context) => {
  const { run, write } = setUp(context);
  write("bad.yaml", "version: 1\nrules:\n  - id: x\n    when: {}\n    efect: block\n");
  const { code, text } = await run("lint bad.yaml");
  assert.equal(code, 1);
  assert.match(text, /^bad\.yaml:5:5: rules\.0\.efect: unknown key "efect"; did you mean effect\?$/m);
});

test("lint says what a layer says in vain", async (context) => {
  const { run, write } = setUp(context);
  write("loose.yaml", "version: 1\nmode: monitor\n");
  assert.match((await run("lint loose.yaml")).text, /^loose\.yaml:2:7: mode: .* \(ignored\)$/m);
  assert.equal((await run("lint loose.yaml --as organisation")).code, 0);
});

test("explain names the rule, the label, the layers and the findings, and shows nothing of the text", async (context) => {
  const { run, write } = setUp(context);
  write("gatelodge.yaml", "version: 1\nname: ours\nclassification:\n  - { id: plans, label: restricted, paths: [plan.txt] }\n");
  write("plan.txt", "hush");
  const { text } = await run("explain plan.txt");
  for (const part of [/^block \(fileRead, github-copilot, cloud\)$/m, /^rule: above-ceiling \(builtin\)/m, /^label: restricted by plans; ceiling: internal$/m, /ours/]) assert.match(text, part);
  assert.doesNotMatch(text, /hush/);
  assert.match((await run("explain free.txt")).text, /^allow .*\nrule: none matches$/m);
  const token = `gh${"p_"}${"a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8".slice(0, 36)}`;
  const asked = (await run("explain - --channel chat", `token = "${token}"\n`)).text;
  assert.match(asked, /found: /);
  assert.ok(!asked.includes(token));
});

test("a policy is signed with a key of a signed set and verified by the root key; a changed one is not", async (context) => {
  const { run, write, read, folder } = setUp(context);
  const publicOf = ({ text }: { readonly text: string }) => /public key: (\S+)/.exec(text)?.[1] ?? "";
  const root = publicOf(await run("keygen --out root.pem"));
  const key = publicOf(await run("keygen --out key.pem"));
  assert.equal(statSync(join(folder, "key.pem")).mode & 0o077, 0);
  await run("init --out policy.yaml");
  await run(`sign-keys --key root.pem --organisation northwind --version 1 --public ${key} --out keys.jws`);
  await run("sign policy.yaml --key key.pem --keyset keys.jws --organisation northwind --version 3 --monitor secrets --next policy.yaml --next-id winter --percent 5 --out signed.json");
  const good = await run(`verify signed.json --organisation northwind --root ${root}`);
  assert.equal(good.code, 0);
  assert.match(good.text, /accepted: northwind, version 3[^]*next: winter, 5 %[^]*only recorded: secrets/);
  assert.deepEqual(await run(`verify signed.json --organisation northwind --root ${key}`), { code: 1, text: "rejected: keys-key\n" });
  assert.deepEqual(await run(`verify signed.json --organisation contoso --root ${root}`), { code: 1, text: "rejected: keys-organisation\n" });
  write("changed.json", read("signed.json").replace(/.{4}"\}\n$/, 'AAAA"}\n'));
  assert.equal((await run(`verify changed.json --organisation northwind --root ${root}`)).code, 1);
  await assert.rejects(run("sign policy.yaml --key keys.jws --keyset keys.jws --organisation northwind --version 3"), /no private key/);
});

test("without a machine file the first fetch pins who answers; status says that this shows tampering and does not prevent it", async (context) => {
  const { run } = setUp(context);
  const northwind = createOrganisation("northwind", Date.now());
  const served = { policy: northwind.signed({ version: 1, document: { version: 1, name: "from-far" } }) };
  const server = createServer((_, response) => void response.setHeader("content-type", "application/json").end(JSON.stringify(served.policy)));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  context.after(() => server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  assert.match((await run("status")).text, /organisation: none/);
  assert.equal((await run("fetch")).code, 2);
  assert.deepEqual(await run(`fetch --endpoint ${endpoint} --organisation northwind`), { code: 0, text: "a new policy is in force: version 1\n" });
  const { text } = await run("status");
  assert.match(text, /in force: built-in, from-far[^]*northwind, fresh, version 1[^]*tampering shows and is not prevented/);
  await assert.rejects(run(`fetch --endpoint ${endpoint} --organisation contoso`), /decided already/);
  served.policy = createOrganisation("northwind", Date.now()).signed({ version: 9 });
  assert.deepEqual(await run("fetch"), { code: 1, text: "what the endpoint serves does not count (keys-key)\n" });
});

test("a signed policy is handed to the collector without an account, and what the collector says is told", async (context) => {
  const { run, write } = setUp(context);
  const northwind = createOrganisation("northwind", Date.now());
  const taken: unknown[] = [];
  const server = createServer((request, response) => void request.pipe(createGunzip()).toArray().then((parts) => {
    taken.push([request.method, request.url, JSON.parse(Buffer.concat(parts).toString("utf8"))]);
    response.statusCode = taken.length === 1 ? 201 : 422;
    response.end(JSON.stringify(taken.length === 1 ? { id: 7, state: "pending" } : { message: "no machine would take it (rollback)" }));
  }));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  context.after(() => server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signed = northwind.signed();
  write("signed.json", JSON.stringify(signed));
  assert.deepEqual(await run(`publish signed.json --endpoint ${endpoint}/`), { code: 0, text: "proposal 7: an approver publishes it on the page Policy\n" });
  assert.deepEqual(taken, [["POST", "/v1/policy", signed]]);
  assert.deepEqual(await run(`publish signed.json --endpoint ${endpoint}`), { code: 1, text: "it was not taken: no machine would take it (rollback)\n" });
  await assert.rejects(run("publish signed.json --endpoint http://collector.example"), /https address/);
});
