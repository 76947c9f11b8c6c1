"use strict";
/** Runs the code that a test sends, with `vscode` in scope. Loopback, and only with the token of this launch. */
const { createServer } = require("node:http");
const { renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const vscode = require("vscode");

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

exports.activate = (context) => {
  const folder = process.env.GATELODGE_TEST_DRIVER_FOLDER;
  const token = process.env.GATELODGE_TEST_DRIVER_TOKEN;
  if (!folder || !token) return;
  const server = createServer((request, response) => void answer(request, response, token));
  server.listen(0, "127.0.0.1", () => announce(folder, server.address().port));
  context.subscriptions.push({ dispose: () => server.close() });
};

async function answer(request, response, token) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  response.setHeader("content-type", "application/json");
  if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(403).end();
  response.end(JSON.stringify(await run(Buffer.concat(chunks).toString("utf8"))));
}

async function run(body) {
  try {
    const { code, args } = JSON.parse(body);
    const value = await new AsyncFunction("vscode", "args", "require", code)(vscode, args, require);
    return { ok: true, value: value === undefined ? null : value };
  } catch (error) {
    return { ok: false, error: String(error instanceof Error ? error.stack : error) };
  }
}

/** Each window has an extension host of its own; the file's name is its process. Renamed, so that nobody reads half of it. */
function announce(folder, port) {
  const file = join(folder, `${process.pid}.json`);
  writeFileSync(`${file}.draft`, JSON.stringify({ pid: process.pid, port }));
  renameSync(`${file}.draft`, file);
}
