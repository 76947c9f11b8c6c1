import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayEditor } from "../../src/assistants/modelServer/gatewayEditor.ts";
import { knownAssistants } from "../../src/assistants/known.ts";

const token = "0123456789abcdef".repeat(2);
const address = { port: 11_500, upstreams: [11_434, 1234] };
const editorOf = (id: string, adds = false, at = address) => gatewayEditor(knownAssistants.find((assistant) => assistant.id === id)!.modelSettings!, { address: at, client: { assistant: id, token }, adds });
const ours = (id: string, host: string) => `http://127.0.0.1:11500/gatelodge/${id}/${token}/${host}`;
const put = (id: string, text: string | undefined, adds?: boolean) => {
  const edited = editorOf(id, adds).put(text);
  return "text" in edited ? edited.text : edited.error;
};

/** As each client's own documentation writes it. */
const texts: readonly (readonly [string, string, string])[] = [
  ["continue", "# mine\nmodels:\n  - name: Local\n    provider: ollama\n    apiBase: http://localhost:11434  # here\n", "localhost:11434"],
  ["continue", "models:\r\n- {name: a, apiBase: http://127.0.0.1:1234/v1}\r\n", "127.0.0.1:1234"],
  ["continue", '{"models":[{"title":"x","apiBase":"http://localhost:11434"}]}', "localhost:11434"],
  ["codex", "[model_providers.mine]\nbase_url = \"http://[::1]:11434/v1\"\n", "[::1]:11434"],
  ["codex", "model_providers.mine = { name = 'x', base_url = 'http://localhost:1234/v1' }", "localhost:1234"],
  ["opencode", '{\n\t// mine\n\t"provider": { "a": { "options": { "baseURL": "http://localhost:11434/v1", }, } },\n}', "localhost:11434"],
  ["qwen-code", "export OPENAI_BASE_URL=http://localhost:11434/v1\n", "localhost:11434"],
  ["claude-code", '{"env":{"ANTHROPIC_BASE_URL":"http://0.0.0.0:11434"}}', "0.0.0.0:11434"],
  ["github-copilot", '{\n    "github.copilot.chat.byok.ollamaEndpoint": "http://localhost:11434"\n}', "localhost:11434"],
  ["cline", '{ "baseUrl": "http://localhost:11434/v1" }', "localhost:11434"],
];

test("an address of a model server becomes the gateway's, the rest of the file stays, and back it is the same text", () => {
  for (const [id, text, host] of texts) {
    const pointed = put(id, text);
    assert.equal(pointed, text.replace(`http://${host}`, ours(id, host)), id);
    assert.equal(put(id, pointed), pointed, "a second time changes nothing");
    assert.deepEqual(editorOf(id).takeOut(`${pointed} edited`), { text: `${text} edited` });
  }
});

test("addresses of other machines, other ports, other settings and names that only end alike stay", () => {
  const text = ["apiBase: https://api.example.com/v1", "apiBase: http://localhost:9999", "apiBase: http://localhost.example.com:11434", "apiBase: http://localhost:114341", "note: http://localhost:11434", "myapiBase: http://localhost:11434", "apiBase: http://me@localhost:11434"].join("\n");
  assert.equal(put("continue", text), text);
});

test("a gateway that moved is followed, and what stood first comes back", () => {
  const [, text] = texts[0]!;
  const moved = editorOf("continue", false, { ...address, port: 12_000 }).put(put("continue", text));
  assert.ok("text" in moved && moved.text.includes("http://127.0.0.1:12000/gatelodge/continue/") && !moved.text.includes(":11500"));
  assert.deepEqual(editorOf("continue").takeOut(moved.text), { text });
});

test("where none stands an address is added only for who is named, and taken out with what came with it", () => {
  for (const text of ["{}\n", '{\n  "model": "x"\n}\n', '{ "env": { "A": "b" } }', '{\n\t"env": {\n\t\t"A": "b" // mine\n\t},\n}\n']) {
    assert.equal(put("claude-code", text), text);
    const added = put("claude-code", text, true);
    assert.ok(added.includes(`"http://127.0.0.1:11500/gatelodge/claude-code/${token}"`), added);
    assert.equal(put("claude-code", added, true), added);
    const out = editorOf("claude-code").takeOut(added);
    assert.equal("text" in out && out.text.replaceAll(/\s/g, ""), text.replaceAll(/\s/g, ""));
  }
  const fresh = put("claude-code", undefined, true);
  assert.deepEqual("empty" in editorOf("claude-code").takeOut(fresh), true);
});

test("an address that leads elsewhere, and a file that cannot be read, are left", () => {
  assert.match(put("claude-code", '{"env":{"ANTHROPIC_BASE_URL":"https://proxy.example.com"}}', true), /leads elsewhere/);
  assert.match(put("claude-code", "{ broken", true), /no JSON object/);
});
