import assert from "node:assert/strict";
import { test } from "node:test";
import { workspacePlaces } from "../../../src/extension/guards/workspacePlaces.ts";

const parts = { identify: (uri: string) => (uri.startsWith("file:") ? { absolute: uri.slice(7), aliases: [], resolved: true } : undefined) };

test("a prompt may belong to any folder of the workspace, each counts once", () => assert.deepEqual(workspacePlaces([{ uri: "file:///a" }, { uri: "file:///b" }, { uri: "file:///a" }], parts), [{ folder: "/a" }, { folder: "/b" }]));
test("without a folder, or one that is no file, there is one place all the same", () => {
  assert.deepEqual(workspacePlaces(undefined, parts), [{}]);
  assert.deepEqual(workspacePlaces([{ uri: "memfs:/x" }], parts), [{}]);
});
