/** Writes events as fast as it can and says of each when it is kept. Killed by its test. */
import { writeSync } from "node:fs";
import { overrideEvent, falsePositiveEvent, spoolIn } from "../spooled.ts";

const [, , folder = "", name = "", most = "0"] = process.argv;
const spool = spoolIn(folder);
for (let count = 0; count < Number(most); count += 1) {
  const id = `${name}-${count}`;
  // Mostly what need not be on the disk at once: that would be a test of the disk.
  spool.append(count % 50 === 0 ? overrideEvent(id) : falsePositiveEvent(id));
  writeSync(1, `${id}\n`);
  // Now and then timers run, which seal files.
  if (count % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
spool.seal();
setInterval(() => {}, 1000);
