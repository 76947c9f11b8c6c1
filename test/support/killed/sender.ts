/** Sends what waits in a spool, again and again. Killed by its test. */
import { createPostLogs } from "../../../src/node/reporting/postLogs.ts";
import { createSender } from "../../../src/node/reporting/sender.ts";
import { createSpoolReader } from "../../../src/node/spool/spoolReader.ts";

const [, , folder = "", url = "", patience = "60000"] = process.argv;
const sender = createSender({ reader: createSpoolReader({ folder, pid: process.pid, now: Date.now, patience: Number(patience) }), tell: () => {}, keepRefused: () => {}, now: Date.now, random: () => 0 });
const post = createPostLogs({ url }, fetch, Date.now);
for (;;) {
  const round = await sender.round(post, {});
  if (round.kind !== "sent") await new Promise((resolve) => setTimeout(resolve, 20));
}
