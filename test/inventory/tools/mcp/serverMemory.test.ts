import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createServerMemory } from "../../../../src/inventory/tools/mcp/serverMemory.ts";
import { createToolHome } from "../toolHome.ts";

const servers = (more: object = {}) => ({ mcpServers: { files: { command: "npx", args: ["files@1.0.0"], env: { FILES_TOKEN: "hunter2hunter2" }, ...more } } });

/** One round of an inventory: what it says of drift, by server. */
function createRounds() {
  const { put, find, places, home } = createToolHome();
  const file = join(home, "state/gatelodge/tool-servers.json");
  const round = async (accept = false) => {
    const memory = createServerMemory(file);
    Object.assign(places, { memory });
    const found = await find("mcpServer");
    memory.keep(accept);
    return found.flatMap(({ name, risks }) => risks.filter((risk) => /since/.test(risk)).map((risk) => `${name}: ${risk}`));
  };
  return { put, file, round };
}

test("what was seen at first is known, and a change is told until it is accepted", async () => {
  const { put, round } = createRounds();
  put("home", ".cursor/mcp.json", servers());
  assert.deepEqual(await round(), []);
  put("home", ".cursor/mcp.json", servers({ args: ["files@1.0.1"], autoApprove: ["read"] }));
  const changed = ["files: changed since it was accepted: what it starts, or where it is, what it may do without asking"];
  assert.deepEqual(await round(), changed);
  assert.deepEqual(await round(), changed);
  assert.deepEqual(await round(true), changed);
  assert.deepEqual(await round(), []);
});

test("another value of a variable is a change, another order of them is none", async () => {
  const { put, round } = createRounds();
  put("home", ".cursor/mcp.json", servers({ env: { A: "1", NODE_OPTIONS: "x" } }));
  await round();
  put("home", ".cursor/mcp.json", servers({ env: { NODE_OPTIONS: "x", A: "1" } }));
  assert.deepEqual(await round(), []);
  put("home", ".cursor/mcp.json", servers({ env: { NODE_OPTIONS: "--require y", A: "1" } }));
  assert.deepEqual(await round(), ["files: changed since it was accepted: what is handed to it"]);
});

test("a server that joins a file is new, those of a file that nobody has seen are not", async () => {
  const { put, round } = createRounds();
  put("home", ".cursor/mcp.json", servers());
  await round();
  put("home", ".cursor/mcp.json", { mcpServers: { ...servers().mcpServers, more: { command: "x" } } });
  put("work", ".mcp.json", servers());
  assert.deepEqual(await round(), ["more: new since the tool servers were accepted"]);
});

test("the memory is for its owner alone, and holds neither names, places nor values", async () => {
  const { put, file, round } = createRounds();
  put("home", ".cursor/mcp.json", servers());
  await round();
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.doesNotMatch(readFileSync(file, "utf8"), /hunter2|files\b.*npx|cursor|FILES_TOKEN/);
});
