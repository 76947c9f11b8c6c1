import assert from "node:assert/strict";
import { test } from "node:test";
import { findByCommandLine } from "../../src/assistants/findByCommandLine.ts";

const lines: Readonly<Record<string, string | undefined>> = {
  "claude": "claude-code",
  "claude --print 'hello; codex'": "claude-code",
  "/usr/local/bin/codex exec 'fix it'": "codex",
  "./node_modules/.bin/gemini -p x": "gemini",
  '"C:\\Program Files\\claude\\claude.exe" -p x': "claude-code",
  "& 'C:\\tools\\codex.cmd'": "codex",
  "ANTHROPIC_BASE_URL=http://localhost:1 claude": "claude-code",
  "env -u HTTPS_PROXY NO_COLOR=1 aider": "aider",
  "sudo -u dev -E claude": "claude-code",
  "nohup claude -p x &": "claude-code",
  "npx -y @anthropic-ai/claude-code@latest --help": "claude-code",
  "npm exec -- @openai/codex": "codex",
  "pnpm dlx opencode-ai": "opencode",
  "uvx --python 3.12 aider-chat": "aider",
  "cd app && goose session": "goose",
  "cat prompt.txt | claude -p": "claude-code",
  "(crush)": "crush",
  "echo claude": undefined,
  "git commit -m 'claude'": undefined,
  "cat claude": undefined,
  "vim ~/.claude/settings.json": undefined,
  "npx vitest claude": undefined,
  "": undefined,
  "sudo": undefined,
  "FOO=bar": undefined,
};

for (const [line, id] of Object.entries(lines)) test(`${line || "nothing"} starts ${id ?? "no assistant"}`, () => assert.equal(findByCommandLine(line)?.id, id));
