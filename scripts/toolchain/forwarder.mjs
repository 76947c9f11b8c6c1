/** The small compiled program that hands hook calls to the resident. Without Go there is none, and the Node program does its work. */
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { cache, inRepository } from "./paths.mjs";
import { runProgram } from "./runProgram.mjs";

/** Built by its own name into `folder`, for this machine. Says why there is none, if there is none. */
export async function buildForwarder(folder) {
  const file = join(resolve(folder), "gatelodge-forwarder");
  const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "", GOPROXY: "off", GOTOOLCHAIN: "local", GOCACHE: join(cache, "go-build") };
  const build = () => runProgram("go", ["build", "-trimpath", "-ldflags", "-s -w", "-o", file, "."], { cwd: inRepository("src/hook/forwarder"), env });
  const { code, output } = process.platform === "win32" ? { code: 1, output: "there is none for Windows" } : await build().catch(() => ({ code: 1, output: "Go is not installed" }));
  if (code === 0) return;
  // One of other sources would be worse than none.
  rmSync(file, { force: true });
  console.log(`No forwarder, the Node program does its work: ${output.trim()}`);
}
