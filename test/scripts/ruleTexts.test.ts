import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { parse } from "yaml";
import { ruleTexts } from "../../scripts/ruleTexts.mjs";

const repository = join(import.meta.dirname, "../..");
const texts = ruleTexts();

test("what stands in rules/ is what the signatures say: otherwise npm run rules", () => {
  for (const [file, text] of texts) assert.ok(existsSync(join(repository, file)) && readFileSync(join(repository, file), "utf8") === text, file);
});

/** Of osquery's tables the columns that are asked for, as its specifications name them. */
const tables = `
  CREATE TABLE users (uid, username, directory);
  CREATE TABLE vscode_extensions (name, uuid, version, path, publisher, uid, vscode_edition);
  CREATE TABLE npm_packages (name, version, path, directory);
  CREATE TABLE python_packages (name, version, path, directory);
  CREATE TABLE processes (pid, name, path, cmdline, uid);
  CREATE TABLE listening_ports (pid, port, address);
  CREATE TABLE file (path, size, mtime);
  INSERT INTO users VALUES (1, 'ann', '/home/ann'), (2, 'bob', '/home/bob');
  INSERT INTO vscode_extensions VALUES ('anthropic.claude-code', '', '2', '/x', 'anthropic', 1, 'cursor'), ('claude-code', '', '2', '/x', 'anthropic', 2, 'vscode'), ('gatelodge.gatelodge', '', '1', '/y', 'gatelodge', 2, 'vscode'), ('acme.theme', '', '1', '/z', 'acme', 1, 'cursor');
  INSERT INTO npm_packages VALUES ('@openai/codex', '1', '/n', '/n'), ('cursor-agent', '1', '/n', '/n'), ('left-pad', '1', '/n', '/n');
  INSERT INTO python_packages VALUES ('aider_chat', '1', '/p', '/p'), ('requests', '1', '/p', '/p');
  INSERT INTO processes VALUES (7, 'claude', '/c', 'claude --dangerously-skip-permissions', 1), (8, 'Ollama', '/o', 'ollama serve', 1), (9, 'nginx', '/w', 'nginx', 1);
  INSERT INTO listening_ports VALUES (8, 11434, '0.0.0.0'), (9, 8080, '127.0.0.1'), (9, 443, '0.0.0.0');
  INSERT INTO file VALUES ('/home/ann/.cursor/mcp.json', 1, 1), ('/home/ann/.bashrc', 1, 1);
`;

test("each query of the pack is sound, and finds what it is for and nothing else", () => {
  const database = new DatabaseSync(":memory:");
  database.exec(tables);
  const pack = JSON.parse(texts.find(([file]) => file.endsWith(".json"))?.[1] ?? "") as { readonly queries: Readonly<Record<string, { readonly query: string; readonly interval: number }>> };
  const found = Object.fromEntries(Object.entries(pack.queries).map(([name, { query }]) => [name, database.prepare(query).all().map((row) => String(row["name"] ?? row["path"] ?? row["vscode_edition"]))]));
  assert.deepEqual(found, {
    ai_extensions: ["anthropic.claude-code", "claude-code"], editors_without_gatelodge: ["cursor"], agents_from_npm: ["@openai/codex"], agents_from_pypi: ["aider_chat"], agent_look_alikes: ["cursor-agent"],
    agents_running: ["claude"], agents_without_questions: ["claude"], model_servers: ["Ollama"], model_server_ports: ["Ollama", "nginx"], tool_server_configurations: ["/home/ann/.cursor/mcp.json"],
  });
  assert.ok(Object.values(pack.queries).every(({ interval }) => Number.isInteger(interval)));
});

interface SigmaRule { readonly id: string; readonly title: string; readonly level: string; readonly logsource: { readonly category: string }; readonly detection: Readonly<Record<string, unknown>> & { readonly condition: string } }
const rules = new Map(texts.filter(([file]) => file.endsWith(".yml")).map(([file, text]) => [file.replace(/^.*\/|\.yml$/g, ""), parse(text) as SigmaRule]));

/** As much of Sigma as these rules use: lists of parts and ends, without regard to case, joined by and, or and brackets. */
function matches({ detection }: SigmaRule, event: Readonly<Record<string, string>>): boolean {
  const holds = (name: string) => Object.entries(detection[name] as Readonly<Record<string, readonly string[]>>).every(([key, values]) => {
    const [field = "", how] = key.split("|");
    const text = (event[field] ?? "").toLowerCase();
    return values.some((value) => (how === "endswith" ? text.endsWith(value.toLowerCase()) : text.includes(value.toLowerCase())));
  });
  const words = detection.condition.match(/\w+|[()]/g) ?? [];
  const any = (): boolean => {
    const left = all();
    return words[0] === "or" && words.shift() !== undefined ? any() || left : left;
  };
  const all = (): boolean => {
    const word = words.shift() ?? "";
    const left = word === "(" ? any() : holds(word);
    if (word === "(") words.shift();
    return words[0] === "and" && words.shift() !== undefined ? all() && left : left;
  };
  return any();
}

test("each Sigma rule has what the specification asks for", () => {
  assert.equal(new Set([...rules.values()].map(({ id }) => id)).size, rules.size);
  for (const { id, title, level, logsource, detection } of rules.values()) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(title.length <= 256 && ["process_creation", "file_event"].includes(logsource.category) && ["informational", "low", "medium", "high"].includes(level));
    for (const name of detection.condition.match(/\b(?!and\b|or\b)\w+/g) ?? []) assert.ok(name in detection, name);
  }
});

const events: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>])[] = [
  ["agent_without_questions", { CommandLine: "claude -p x --dangerously-skip-permissions" }, { CommandLine: "claude -p x" }],
  ["agent_started", { Image: "C:\\Tools\\claude.exe" }, { Image: "/usr/bin/node" }],
  ["agent_look_alike", { CommandLine: "node /usr/bin/npm install -g cursor-agent" }, { CommandLine: "npm install @anthropic-ai/claude-code" }],
  ["agent_look_alike", { CommandLine: "npx claude-code@1.0.0 x" }, { CommandLine: "cat cursor-agent" }],
  ["model_server", { Image: "/usr/local/bin/ollama" }, { Image: "/usr/bin/nginx" }],
  ["tool_server_configuration", { TargetFilename: "C:\\Users\\ann\\.cursor\\mcp.json" }, { TargetFilename: "/home/ann/package.json" }],
  ["ai_extension", { TargetFilename: "/home/ann/.vscode/extensions/anthropic.claude-code-2.0.0/package.json" }, { TargetFilename: "/home/ann/.vscode/extensions/acme.theme-1.0.0/package.json" }],
];

for (const [name, hit, miss] of events) {
  test(`${name} meets ${Object.values(hit)[0]} and not ${Object.values(miss)[0]}`, () => {
    const rule = rules.get(name);
    assert.ok(rule !== undefined && matches(rule, hit) && !matches(rule, miss));
  });
}

test("every Sigma rule is tried", () => assert.deepEqual(new Set(rules.keys()), new Set(events.map(([name]) => name))));
