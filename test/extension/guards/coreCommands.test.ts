import assert from "node:assert/strict";
import { test } from "node:test";
import type { Disposable } from "vscode";
import { createCoreCommands } from "../../../src/extension/guards/coreCommands.ts";

/** The editor's commands: `open` runs until `end` is called; who registered an id last answers it. */
function editor() {
  const handlers = new Map<string, (...args: unknown[]) => unknown>();
  const ran: unknown[] = [];
  const ends: (() => void)[] = [];
  return {
    ran,
    end: () => ends.forEach((end) => end()),
    commands: {
      registerCommand: (id: string, handler: (...args: unknown[]) => unknown): Disposable => {
        handlers.set(id, handler);
        return { dispose: () => void handlers.delete(id) };
      },
      executeCommand: async <T>(id: string, ...args: unknown[]): Promise<T> => {
        const handler = handlers.get(id);
        if (handler !== undefined) return await handler(...args) as T;
        ran.push(args[0]);
        return new Promise<T>((resolve) => ends.push(() => resolve("done" as T)));
      },
    },
  };
}

test("while a command that passed is still running, the next call is judged as well", async () => {
  const { commands, ran, end } = editor();
  const judged: unknown[] = [];
  const core = createCoreCommands({ commands, ids: ["open"], failed: assert.fail, handle: (id, args) => {
    judged.push(args[0]);
    return args[0] === "secret" ? undefined : core.runOriginal(id, args);
  } });
  core.override(true);
  const first = commands.executeCommand("open", "clean");
  await commands.executeCommand("open", "secret");
  assert.deepEqual({ judged, ran }, { judged: ["clean", "secret"], ran: ["clean"] });
  end();
  assert.equal(await first, "done");
});

test("what is not overridden runs as ever, and disposing gives the command back", async () => {
  const { commands, ran, end } = editor();
  const core = createCoreCommands({ commands, ids: ["open"], handle: () => assert.fail("ours"), failed: assert.fail });
  const first = core.runOriginal("open", [1]);
  core.override(true);
  core.dispose();
  const second = commands.executeCommand("open", 2);
  end();
  await Promise.all([first, second]);
  assert.deepEqual(ran, [1, 2]);
});

test("an id that cannot be registered is reported, and the editor's own runs", () => {
  const failed: string[] = [];
  const commands = { ...editor().commands, registerCommand: () => { throw new Error("taken"); } };
  createCoreCommands({ commands, ids: ["open"], handle: () => undefined, failed: (id) => failed.push(id) }).override(true);
  assert.deepEqual(failed, ["open"]);
});
