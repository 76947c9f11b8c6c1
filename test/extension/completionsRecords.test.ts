import assert from "node:assert/strict";
import { test } from "node:test";
import type * as vscode from "vscode";
import { createStopRecords } from "../../src/extension/guards/completions/stopRecords.ts";

const uri = { toString: () => "file:///a/.env" } as unknown as vscode.Uri;
const inGit = { toString: () => "git:/a/.env.git" } as unknown as vscode.Uri;
const stopped = [{ uri, state: "stopped" as const }];

function setUp() {
  const state = { now: 0, recorded: [] as boolean[] };
  const documents = { judge: () => undefined, record: (_: vscode.Uri, held: boolean) => void state.recorded.push(held) };
  return { state, records: createStopRecords(documents, () => "/a/.env", () => state.now) };
}

test("an opening is recorded once, and once more when the lever fails", () => {
  const { state, records } = setUp();
  records.note(stopped, [uri]);
  records.note(stopped, [uri]);
  records.note([{ uri, state: "failed" }], [uri]);
  assert.deepEqual(state.recorded, [true, false]);
});

test("a document that is gone for a moment while it opens is the same opening, later it is another", () => {
  const { state, records } = setUp();
  records.note(stopped, [uri]);
  records.note([], []);
  state.now = 999;
  records.note(stopped, [uri]);
  assert.equal(state.recorded.length, 1);
  records.note([], []);
  state.now = 2000;
  records.note(stopped, [uri]);
  assert.equal(state.recorded.length, 2);
});

test("the copy that git opens beside a file, however late, belongs to the same opening", () => {
  const { state, records } = setUp();
  records.note(stopped, [uri]);
  state.now = 5000;
  records.note([...stopped, { uri: inGit, state: "stopped" }], [uri, inGit]);
  records.note([{ uri: inGit, state: "stopped" }, ...stopped], [inGit, uri]);
  assert.deepEqual(state.recorded, [true]);
});

test("a lever that fails for the copy alone is recorded, once", () => {
  const { state, records } = setUp();
  records.note(stopped, [uri]);
  for (const _ of [1, 2]) records.note([...stopped, { uri: inGit, state: "failed" }], [uri, inGit]);
  assert.deepEqual(state.recorded, [true, false]);
});
