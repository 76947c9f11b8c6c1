/** Searches of clients that let nobody change what a search brings back, asked as they ask. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { knownAssistants } from "../../src/assistants/known.ts";
import { answerHook } from "../../src/hook/answer.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function createShop(context: TestContext) {
  const home = temporaryFolder(context);
  const shop = join(home, "shop");
  mkdirSync(join(shop, ".git"), { recursive: true });
  mkdirSync(join(shop, "src"));
  writeFileSync(join(shop, ".env"), "API_KEY=kept\n");
  writeFileSync(join(shop, "src", "app.ts"), "export const port = 8080;\n");
  const parts = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
  context.after(parts.finish);
  /** Both refuse by exit code 2. */
  return (id: "devin" | "kiro", tool: string, input: object) => {
    const { dialect, kind } = knownAssistants.find((each) => each.id === id)!;
    const payload = { hook_event_name: "PreToolUse", cwd: shop, tool_name: tool, tool_input: input };
    return answerHook({ text: JSON.stringify(payload) }, { assistant: { id, kind, dialect: dialect! }, event: "PreToolUse" }, parts.forCall(), 10_000).exitCode === 2;
  };
}

test("a search that asks for a restricted file by its name, or a part of it, is refused", (context) => {
  const isRefused = createShop(context);
  for (const glob of [".env", "**/.env", ".en*", ".{env,pem}", "{src/*.ts,.env}", "*.ts, .env", ".{e{nv,x},y}", ".[e]nv", ".?nv"]) {
    assert.ok(isRefused("devin", "grep", { pattern: "KEY", path: ".", glob }), glob);
    assert.ok(isRefused("kiro", "grepSearch", { query: "KEY", includePattern: glob }), glob);
  }
  assert.ok(isRefused("devin", "grep", { pattern: "KEY", include: [".env"] }), "a list");
});

test("a search in other files is let through", (context) => {
  const isRefused = createShop(context);
  for (const glob of ["*.ts", "src/**", "**/*", "!.env", "{*.ts,*.tsx}"]) {
    assert.ok(!isRefused("devin", "grep", { pattern: "port", path: ".", glob }), glob);
    assert.ok(!isRefused("kiro", "grepSearch", { query: "port", includePattern: glob }), glob);
  }
  assert.ok(!isRefused("devin", "grep", { pattern: "KEY", path: "src", glob: ".env" }), "there is none below that folder");
});
