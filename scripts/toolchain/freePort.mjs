/** Ports of the loopback interface. */
import { createServer } from "node:net";

/** `wanted` if nobody listens there, else 0, which is: any free one. */
export function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(0));
    probe.listen(wanted, "127.0.0.1", () => probe.close(() => resolve(wanted)));
  });
}
