import assert from "node:assert/strict";
import { test } from "node:test";
import { readProgramSource } from "../../../../src/inventory/tools/mcp/programSource.ts";

const cases: readonly (readonly [string, string])[] = [
  ["npx -y @acme/files@1.2.3", "npx @acme/files 1.2.3 exact"],
  ["npx @acme/files@^1.2.3", "npx @acme/files floating"],
  ["npx -y files@latest --root /", "npx files floating"],
  ["npx --package=files@2.0.0 files-server", "npx files 2.0.0 exact"],
  ["/usr/local/bin/npx.cmd files", "npx files floating"],
  ["npm exec -- files@1.0.0", "npm files 1.0.0 exact"],
  ["npm run serve", "npm local"],
  ["cmd /c npx files", "npx files floating shell"],
  ["bash -lc npx files@1.0.0", "npx files 1.0.0 exact shell"],
  ["env A=b -u C uvx files==1.0", "uvx files 1.0 exact"],
  ["uvx --from git+https://example.com/a/files files", "uvx a repository floating"],
  ["uv tool run --python 3.12 files[all]==1.0.0", "uv files 1.0.0 exact"],
  ["uv run server.py", "uv local"],
  ["uvx files>=1.0", "uvx files floating"],
  ["pipx run files@1.1.0", "pipx files 1.1.0 exact"],
  ["docker run -i --rm -e TOKEN acme/files:1.2", "docker acme/files 1.2 floating"],
  [`docker run --rm acme/files@sha256:${"a".repeat(64)}`, "docker acme/files exact"],
  ["sh -c API_KEY=live0123456789abcdef npx -y files", "npx files floating shell"],
  ["API_KEY=live0123456789abcdef npx files@1.0.0", "npx files 1.0.0 exact"],
  ["/opt/x;token=live0123456789abcdef", "a command local"],
  ["node server.js", "node local"],
  ["npx ./server", "npx local"],
  ["", " local"],
];

test("a whole line in one word is read like its words", () => {
  const { program, package: name } = readProgramSource(["API_KEY=live0123456789abcdef npx -y files"]);
  assert.deepEqual([program, name], ["npx", "files"]);
  assert.equal(readProgramSource(["sh", "-c", "KEY='live 0123456789abcdef' npx files"]).program.includes("live"), false);
});

test("of a command only the program, the package and its version come out", () => {
  for (const [command, expected] of cases) {
    const { program, package: name, version, pinned, throughShell } = readProgramSource(command.split(" "));
    assert.equal([program, name, version, pinned, throughShell ? "shell" : undefined].filter((each) => each !== undefined).join(" "), expected, command);
  }
});
