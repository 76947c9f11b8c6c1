import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { answerCall } from "../../src/hook/answerCall.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { git, writeFiles } from "../support/repository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const commands = readFileSync(join(import.meta.dirname, "..", "fixtures", "commands", "everyday.txt"), "utf8")
  .split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.replaceAll("\\n", "\n"));

/** A shop with a bit of everything in it, and an `.env` that nobody may see. */
function createShop(context: TestContext): { readonly home: string; readonly shop: string } {
  const home = temporaryFolder(context);
  const shop = join(home, "shop");
  const files: Readonly<Record<string, string>> = {
    ".env": "DATABASE_URL=postgres://shop:heron@localhost/shop\nAPI_KEY=heron-kept\n", ".env.example": "DATABASE_URL=\nAPI_KEY=\n", ".gitignore": ".env\nnode_modules\n", ".dockerignore": ".env\n",
    "README.md": "# Shop\n\nCopy .env.example to .env.\n", "CHANGELOG.md": "# 1.0.0\n", "package.json": "{\"version\":\"1.0.0\",\"scripts\":{\"test\":\"vitest\"}}\n", "tsconfig.json": "{}\n", "docker-compose.yml": "services:\n  web:\n    env_file: .env\n",
    "app.js": "require('dotenv').config();\n", "app.py": "print('shop')\n", "requirements.txt": "flask\n", "data.csv": "id,total\n1,2\n", "main.c": "int main(void) { return 0; }\n", "Makefile": "all:\n\techo all\n", "Dockerfile": "FROM node:22\n", "shop.db": "SQLite format 3\0",
    "src/app.ts": "export const port = Number(process.env.PORT ?? 8080); // TODO\n", "src/pay.ts": "export const total = (sum: number) => sum;\n", "src/old.ts": "export {};\n", "src/pages/index.ts": "export {};\n", "src/logo.png": "\u0089PNG\0",
    "test/app.test.ts": "import { port } from '../src/app.ts';\n", "scripts/run.sh": "npm start\n", "dist/shop.js": "1;\n", ".venv/bin/activate": "export VIRTUAL_ENV=1\n", "k8s/web.yaml": "kind: Service\n", "node_modules/x/index.js": "1;\n",
  };
  writeFiles(shop, files);
  git(shop, "init", "--quiet");
  git(shop, "add", "--all");
  return { home, shop };
}

const calls = {
  "claude-code": ["PreToolUse", (command: string, cwd: string) => ({ hook_event_name: "PreToolUse", cwd, tool_name: "Bash", tool_input: { command } })],
  "qwen-code": ["PreToolUse", (command: string, cwd: string) => ({ hook_event_name: "PreToolUse", cwd, tool_name: "run_shell_command", tool_input: { command } })],
  codex: ["PreToolUse", (command: string, cwd: string) => ({ hook_event_name: "PreToolUse", cwd, tool_name: "Bash", tool_input: { command } })],
  "github-copilot": ["preToolUse", (command: string, cwd: string) => ({ cwd, toolName: "bash", toolArgs: { command } })],
} as const;

for (const [assistant, [event, payload]] of Object.entries(calls)) {
  test(`everyday commands are let through beside an .env: ${assistant}`, (context) => {
    const { home, shop } = createShop(context);
    const lasting = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
    const refused = commands.filter((command) => /deny|"ask"/.test(answerCall({ assistant, event }, { text: JSON.stringify(payload(command, shop)) }, lasting.forCall(), 4000)?.stdout ?? "deny"));
    context.diagnostic(`${commands.length - refused.length} of ${commands.length} everyday commands let through`);
    assert.ok(commands.length >= 150);
    assert.deepEqual(refused, []);
  });
}
