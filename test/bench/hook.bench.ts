/** What a hook call costs without a resident, beside the bare runtime in the same run. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { percentile, report } from "./report.ts";

const program = join(import.meta.dirname, "../../dist/hook.cjs");
const home = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-bench-")));
const rounds = 40;

try {
  const shop = join(home, "shop");
  mkdirSync(join(shop, ".git"), { recursive: true });
  writeFileSync(join(shop, "app.ts"), "export const port = 8080;\n".repeat(400));
  const output = "export const port = 8080;\n".repeat(400);
  const payload = JSON.stringify({ hook_event_name: "PostToolUse", cwd: shop, tool_name: "Bash", tool_input: { command: "cat app.ts" }, tool_response: { stdout: output, stderr: "", interrupted: false, isImage: false } });
  const bare: number[] = [];
  const hook: number[] = [];
  // In turn, so that whatever else the machine does weighs on both.
  for (let round = 0; round < rounds; round += 1) {
    bare.push(time(["-e", "0"]));
    hook.push(time([program, "--assistant", "claude-code", "--event", "PostToolUse", "--home", home, "--machine-file", join(home, "none")]));
  }
  for (const rank of [50, 95] as const) {
    report({ name: `bare runtime p${rank}`, value: percentile(bare, rank), unit: "ms" });
    report({ name: `hook call, 10 kB, p${rank}`, value: percentile(hook, rank), unit: "ms" });
  }
  report({ name: "hook call above bare runtime, p50", value: percentile(hook, 50) - percentile(bare, 50), unit: "ms", atMost: 12 });

  function time(words: readonly string[]): number {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [...words], { input: payload, stdio: ["pipe", "ignore", "ignore"] });
    if (status !== 0) throw new Error(`ended with ${status}`);
    return performance.now() - start;
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
