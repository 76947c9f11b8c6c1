/** What a hook call costs, alone and with a resident, beside the bare runtime in the same run. */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitFor } from "../editor/waitFor.ts";
import { percentile, report } from "./report.ts";

const dist = join(import.meta.dirname, "../../dist");
const home = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-bench-")));
const [program, forwarder] = [join(home, "hook.cjs"), join(dist, "gatelodge-forwarder")];
// As an installation leaves them.
for (const name of ["hook.cjs", "answerHere.cjs", "detect.cjs", "yaml.cjs", "resident.cjs"]) copyFileSync(join(dist, name), join(home, name));
const places = ["--home", home, "--machine-file", join(home, "none")];
const words = ["--assistant", "claude-code", "--event", "PostToolUse", ...places];
const rounds = 60;

const resident = spawn(process.execPath, [join(home, "resident.cjs"), "--program", program, ...places], { stdio: "ignore" });
try {
  const shop = join(home, "shop");
  mkdirSync(join(shop, ".git"), { recursive: true });
  const text = "export const port = 8080;\n".repeat(400);
  writeFileSync(join(shop, "app.ts"), text);
  const payload = JSON.stringify({ hook_event_name: "PostToolUse", cwd: shop, tool_name: "Bash", tool_input: { command: "cat app.ts" }, tool_response: { stdout: text, stderr: "", interrupted: false, isImage: false } });
  await waitFor("the resident to be in force", () => existsSync(join(home, ".local/state/gatelodge/resident/current")));
  const { execPath } = process;
  const ways: Readonly<Record<string, readonly [string, ...string[]]>> = {
    "bare runtime": [execPath, "-e", "0"],
    "hook call, Node alone, 10 kB": [execPath, program, ...words],
    "hook call, Node and resident, 10 kB": [execPath, program, ...words, "--resident", "ask"],
    // No Node to fall back on: what the resident does not answer fails here.
    ...(existsSync(forwarder) ? { "true": ["/bin/true"], "hook call, forwarder and resident, 10 kB": [forwarder, "/none", program, ...words] } : {}),
  };
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  // In turn, so that whatever else the machine does weighs on all; the first rounds warm the resident up.
  for (let round = -5; round < rounds; round += 1) for (const [name, way] of Object.entries(ways)) {
    const milliseconds = time(way);
    if (round >= 0) times.get(name)?.push(milliseconds);
  }
  // Two hook calls for each of ten tool calls, one after the other, over the same with a program that does nothing.
  const turn = (name: string) => (times.get(name) ?? []).slice(0, 20).reduce((sum, time) => sum + time, 0);
  if (times.has("true")) for (const [name, atMost] of [["forwarder", 100], ["Node", undefined]] as const) report({ name: `a turn with 10 tool calls, ${name} and resident, above true`, value: turn(`hook call, ${name} and resident, 10 kB`) - turn("true"), unit: "ms", ...(atMost === undefined ? {} : { atMost }) });
  for (const rank of [50, 95] as const) {
    const of = (name: string) => percentile(times.get(name) ?? [], rank);
    for (const [name, samples] of times) {
      const atMost = name.includes("forwarder") ? { atMost: rank === 50 ? 3 : 6 } : {};
      report({ name: `${name} p${rank}`, value: percentile(samples, rank), unit: "ms", ...atMost });
    }
    for (const name of ["hook call, Node alone, 10 kB", "hook call, Node and resident, 10 kB"]) report({ name: `${name}, above bare runtime, p${rank}`, value: of(name) - of("bare runtime"), unit: "ms", atMost: 12 });
  }

  function time([file, ...args]: readonly [string, ...string[]]): number {
    const start = performance.now();
    const { status } = spawnSync(file, args, { input: payload, stdio: ["pipe", "ignore", "ignore"] });
    if (status !== 0) throw new Error(`${file} ended with ${status}`);
    return performance.now() - start;
  }
} finally {
  resident.kill();
  rmSync(home, { recursive: true, force: true });
}
