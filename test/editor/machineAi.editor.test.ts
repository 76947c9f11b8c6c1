/** The view of the AI on this machine in a real editor, with what answers as Ollama does on a port of the test's own. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { pause, waitFor } from "./waitFor.ts";

const answers = {
  "/": "Ollama is running", "/api/version": { version: "0.9.0" },
  "/api/ps": { models: [{ name: "llama4:latest", size: 9e9, details: { parameter_size: "17B", quantization_level: "Q4_K_M" } }] },
  "/api/tags": { models: [{ name: "llama4:latest" }, { name: "qwen3:8b", size: 5.2e9 }, { name: "gpt-oss:120b-cloud", remote_host: "https://ollama.com:443" }] },
};
/** Named as Ollama's process is, on a port that is not Ollama's. */
async function startLookAlike() {
  const script = `require("node:http").createServer((q, r) => { const a = ${JSON.stringify(answers)}[q.url]; r.writeHead(a ? 200 : 404); r.end(typeof a === "string" ? a : JSON.stringify(a)); }).listen(0, "127.0.0.1", function () { console.log(this.address().port); })`;
  const server = spawn(process.execPath, ["-e", script], { argv0: "ollama", stdio: ["ignore", "pipe", "inherit"] });
  const port = Number(await new Promise((resolve) => server.stdout.once("data", resolve)));
  return { port, stop: () => new Promise((resolve) => {
    server.once("close", resolve);
    server.kill();
  }) };
}

const toolServers = ".cursor/mcp.json";
const put = (home: string, path: string, text: string) => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};
const editor = await launchEditor({ extensions: [await buildVsix()], prepare: ({ home }) => put(home, toolServers, JSON.stringify({ mcpServers: { files: { command: "npx", args: ["-y", "files-of-everybody"] } } })) });
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);
const server = await startLookAlike();
after(() => server.stop());

const view = window.page.locator(".part.sidebar .pane", { hasText: "AI on This Machine" });
const row = (text: string) => view.locator(".monaco-list-row", { hasText: text }).first();
const textOf = async (text: string) => ((await row(text).count()) === 0 ? "" : `${await row(text).getAttribute("aria-label")} ${await row(text).innerText()}`);
const hint = window.page.locator(".statusbar-item", { hasText: "denied" });
const run = (command: string) => window.drive(async (vscode, id) => void (await vscode.commands.executeCommand(id)), command);
const policy = (ai: string) => put(editor.home, ".config/gatelodge/policy.yaml", `version: 1\n${ai}`);
const theme = (name: string) => window.drive((vscode, to) => vscode.workspace.getConfiguration().update("workbench.colorTheme", to, vscode.ConfigurationTarget.Global), name);

test("the view lists what runs and what it holds, with where each stands", async () => {
  await run("gatelodge.showMachineAi");
  await waitFor("the server", async () => (await textOf(`port ${server.port}`)).includes("unknown · running"));
  assert.match(await textOf("llama4:latest"), /unknown · loaded · 17B · Q4_K_M · 9\.0 GB/);
  assert.match(await textOf("gpt-oss:120b-cloud"), /NOT LOCAL: runs at ollama\.com/);
  assert.match(await textOf("files"), /tool server.*unknown · \d risk/s);
  assert.equal(await hint.count(), 0);
});

test("a policy that comes is seen at once: what it denies has an icon, a word, a reason and a hint, what it approves a word of its own", async () => {
  policy(`ai:\n  approved: [{ id: house, models: ["qwen3:*"] }]\n  denied: [{ id: no-llama, models: [llama4], reason: Its licence does not fit., instead: "Use qwen3:8b." }]\n`);
  await waitFor("the denial", async () => /denied · loaded/.test(await textOf("llama4:latest")));
  assert.match(await textOf("llama4:latest"), /Denied: Its licence does not fit/);
  assert.equal(await row("llama4:latest").locator(".codicon-error").count(), 1);
  await waitFor("the approval", async () => /approved · stored/.test(await textOf("qwen3:8b")));
  assert.equal(await row("qwen3:8b").locator(".codicon-pass").count(), 1);
  await hint.waitFor();
  assert.match((await hint.first().getAttribute("aria-label")) ?? "", /is here although the policy denies it: llama4:latest: Denied: Its licence does not fit\. Entry no-llama of the user policy\. Instead: Use qwen3:8b\./);
  for (const name of ["Default Light Modern", "Default Dark Modern", "Default High Contrast"]) {
    await theme(name);
    await pause(500); // colours fade into each other, and nothing says when
    await window.screenshot(`AI on this machine, ${name}`);
  }
});

test("a line explains itself and is copied, with what to use instead", async () => {
  await row("llama4:latest").hover();
  await row("llama4:latest").locator(".action-item .codicon-question").click();
  const page = await waitFor("the explanation", () => window.drive((vscode) => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.path === "/ai-on-this-machine.md" && document.getText();
  }));
  assert.match(page, /Denied: Its licence does not fit\.\n- Entry no-llama of the user policy\.\n- Instead: Use qwen3:8b\./);
  assert.ok(!page.includes("qwen3:8b (model)"));
  await row("llama4:latest").hover();
  await row("llama4:latest").locator(".action-item .codicon-copy").click();
  const copied = await waitFor("the copy", () => window.drive(async (vscode) => (await vscode.env.clipboard.readText()).includes("llama4") && vscode.env.clipboard.readText()));
  assert.match(copied, /^llama4:latest \(model\)\ndenied/);
  await window.closeEditors();
});

test("what has gone is gone after another look, and with nothing left at all the view says so and what to do", async () => {
  await server.stop();
  for (const file of [join(editor.home, toolServers), join(editor.workspace, ".env")]) rmSync(file);
  // The machine's own agents and credentials are nobody's to take away, but the window need not know of them.
  await window.drive(() => {
    process.env["PATH"] = "";
    for (const name of Object.keys(process.env).filter((each) => /TOKEN|KEY|SECRET|PASS|CREDENTIAL/i.test(each))) delete process.env[name];
  });
  await run("gatelodge.lookForAi");
  await waitFor("no line", async () => (await row("llama4:latest").count()) === 0);
  await waitFor("no hint", async () => (await hint.count()) === 0);
  // A model server of the machine's own, or of another test.
  if ((await row("Model servers").count()) > 0) return;
  await view.getByText("No model server runs here").waitFor();
  await window.screenshot("AI on this machine, nothing found");
});
