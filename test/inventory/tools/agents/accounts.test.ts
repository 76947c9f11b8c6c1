import assert from "node:assert/strict";
import { test } from "node:test";
import { createToolHome } from "../toolHome.ts";

const cases: readonly (readonly [string, unknown, string | undefined])[] = [
  [".claude.json", { oauthAccount: { emailAddress: "ann@northwind.example", organizationName: "Northwind" } }, "Claude Code: signed in with an organisation's account"],
  [".claude.json", { oauthAccount: { emailAddress: "ann@gmail.com", organizationName: "Northwind" } }, "Claude Code: signed in with a personal account"],
  [".claude.json", { oauthAccount: { emailAddress: "ann@ann.example", organizationName: "ann@ann.example's Organization" } }, "Claude Code: signed in with a personal account"],
  [".claude.json", { oauthAccount: {} }, undefined],
  [".gemini/settings.json", { security: { auth: { selectedType: "oauth-personal" } } }, "Gemini CLI: signed in with a personal account"],
  [".gemini/settings.json", { selectedAuthType: "vertex-ai" }, "Gemini CLI: signed in with an organisation's account"],
  [".qwen/settings.json", { security: { auth: { selectedType: "openai" } } }, "Qwen Code: uses a key, not an account"],
  [".codex/config.toml", "forced_login_method = \"api\"\n", "Codex: uses a key, not an account"],
  [".codex/config.toml", "preferred_auth_method = \"chatgpt\"\n", undefined],
];

test("whose account an assistant uses is told by its settings; no name and no address of anybody is", async () => {
  for (const [file, content, said] of cases) {
    const home = createToolHome();
    home.put("home", file, content);
    const found = await home.find("account");
    assert.deepEqual(found.map(({ name, evidence }) => `${name}: ${evidence.join()}`), said === undefined ? [] : [said]);
    assert.ok(!/ann|Northwind/.test(JSON.stringify(found)));
  }
});

test("files that hold what signs an assistant in are not opened for it", async () => {
  const home = createToolHome();
  home.put("home", ".codex/auth.json", { auth_mode: "chatgpt", tokens: {} });
  assert.deepEqual(await home.find("account"), []);
});
