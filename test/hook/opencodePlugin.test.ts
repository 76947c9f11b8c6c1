import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { toPluginText } from "../../src/assistants/hooks/pluginText.ts";

type Hook = (input: object, output: object) => Promise<void>;

/** The plugin as an installation writes it, with a program that says and does what `script` says. */
async function loadPlugin(script: string): Promise<Readonly<Record<string, Hook>>> {
  const built = readFileSync(join(import.meta.dirname, "../../dist/opencodePlugin.mjs"), "utf8");
  const command = [process.execPath, "-e", script];
  const text = toPluginText(built, { "chat.message": command, "tool.execute.before": command, "tool.execute.after": command });
  const plugin = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as { readonly Gatelodge: (context: object) => Promise<Readonly<Record<string, Hook>>> };
  assert.deepEqual(Object.keys(plugin), ["Gatelodge"], "opencode takes each export for a plugin");
  return plugin.Gatelodge({ directory: "/shop" });
}

const says = (answer: object) => `console.log(${JSON.stringify(JSON.stringify(answer))})`;
const call = (hooks: Readonly<Record<string, Hook>>, event: string, output: object) => hooks[event]?.({ tool: "read", args: { filePath: ".env" } }, output) ?? Promise.reject(new Error("no such hook"));

test("what is allowed stays as it is", async () => {
  const hooks = await loadPlugin(says({ effect: "allow" }));
  const output = { args: { filePath: "a.ts" } };
  await call(hooks, "tool.execute.before", output);
  assert.deepEqual(output, { args: { filePath: "a.ts" } });
});

test("a refusal is an exception with the reason", async () => {
  const hooks = await loadPlugin(says({ effect: "block", reason: "because" }));
  for (const [event, output] of [["chat.message", { parts: [] }], ["tool.execute.before", { args: {} }], ["tool.execute.after", { output: "x" }]] as const) await assert.rejects(call(hooks, event, output), /because/);
});

test("what is masked takes the place of what was there", async () => {
  const masked = { output: "masked" };
  const result = { output: "secret", title: "t" };
  await call(await loadPlugin(says({ effect: "replace", reason: "because", subject: masked })), "tool.execute.after", result);
  assert.deepEqual(result, { output: "masked", title: "t" });
  const args = { q: "secret" };
  await call(await loadPlugin(says({ effect: "replace", reason: "because", subject: { q: "masked" } })), "tool.execute.before", { args });
  assert.deepEqual(args, { q: "masked" }, "in place");
  const prompt = { parts: [{ type: "text", text: "secret" }, { type: "file" }] };
  await call(await loadPlugin(says({ effect: "replace", reason: "because", subject: ["masked", ""] })), "chat.message", prompt);
  assert.deepEqual(prompt.parts, [{ type: "text", text: "masked" }, { type: "file" }]);
});

test("it hands over the folder, the tool and its arguments", async () => {
  const echo = "let s='';process.stdin.on('data',d=>s+=d).on('end',()=>console.log(JSON.stringify({effect:'block',reason:s})))";
  await assert.rejects(call(await loadPlugin(echo), "tool.execute.after", { output: "x" }), { message: JSON.stringify({ folder: "/shop", tool: "read", args: { filePath: ".env" }, result: { output: "x" } }) });
});

test("a program that fails, says nothing or something else is a refusal", async () => {
  for (const script of ["process.exit(1)", "", "console.log('{}')", "console.log('nonsense')"]) await assert.rejects(call(await loadPlugin(script), "tool.execute.before", { args: {} }), script);
});
