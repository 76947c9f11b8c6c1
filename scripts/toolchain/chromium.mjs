/** A Chromium of the machine for the editor tests. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { withProgress } from "./progress.mjs";
import { runOrFail } from "./runProgram.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

const findChromium = () =>
  [
    ...(process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    ...applications,
  ].find((file) => existsSync(file));

/** The browser's path. Installs it where that needs no question (root, apt); else ends with what to install. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await withProgress("Installing Chromium with apt-get (once)", async () => {
      await runOrFail("apt-get update", "apt-get", ["update", "-q"]);
      await runOrFail("apt-get install", "apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"]);
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error("The editor tests need Chromium: install it (Debian, Ubuntu: sudo apt-get install chromium) and run this again.");
  process.exit(1);
}
