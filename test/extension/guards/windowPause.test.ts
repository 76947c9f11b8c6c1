import assert from "node:assert/strict";
import { test } from "node:test";
import { createWindowPause } from "../../../src/extension/guards/completions/windowPause.ts";

/** The editor's commands as far as a pause needs them. */
function editor({ refuses = false } = {}) {
  const ran: string[] = [];
  const overridden = new Set<string>();
  const commands = {
    registerCommand: (id: string) => {
      overridden.add(id);
      return { dispose: () => void overridden.delete(id) };
    },
    executeCommand: async <T>(id: string): Promise<T> => {
      ran.push(id.slice(id.lastIndexOf(".") + 1));
      if (refuses) throw new Error("command not found");
      return undefined as T;
    },
  };
  return { ran, overridden, commands };
}

test("a pause begins and ends once, however often it is wanted, and nobody can ask by hand meanwhile", () => {
  const { ran, overridden, commands } = editor();
  const pause = createWindowPause({ commands, failed: () => assert.fail() });
  for (const wanted of [false, true, true]) pause.want(wanted);
  assert.deepEqual(ran, ["snooze"]);
  assert.ok(overridden.has("editor.action.inlineSuggest.trigger"));
  pause.want(false);
  assert.deepEqual(ran, ["snooze", "cancelSnooze"]);
  assert.equal(overridden.size, 0);
  pause.dispose();
});

test("whoever disposes of a pause ends it", () => {
  const { ran, overridden, commands } = editor();
  const pause = createWindowPause({ commands, failed: () => assert.fail() });
  pause.want(true);
  pause.dispose();
  assert.deepEqual([ran.at(-1), overridden.size], ["cancelSnooze", 0]);
});

test("an editor that knows no pause is told of once", async () => {
  const told: string[] = [];
  const pause = createWindowPause({ commands: editor({ refuses: true }).commands, failed: () => void told.push("told") });
  for (const wanted of [true, false, true]) pause.want(wanted);
  await Promise.resolve().then(() => undefined);
  assert.deepEqual(told, ["told"]);
  pause.dispose();
});
