import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import type { HookAnswer } from "../../assistants/dialect.ts";
import { endpointOf, readCurrent, type Self } from "./residentPlace.ts";
import { answerHeadBytes, createTake, isProof, magic, maxAnswer, maxPayload, nonceBytes, proofBytes, toErrandBytes, toProof, type Errand } from "./residentWire.ts";

/** How long a caller waits, in milliseconds from the connection on. */
export interface Patience {
  /** For the resident to say who it is: one that is busy or hangs is not waited for. */
  readonly greeting: number;
  readonly answer: number;
}

/** The resident's answer; `undefined`: there is none, it is another's, of another version, too slow, or it broke off. Never rejects. */
export async function askResident(folder: string, self: Self, errand: Errand, payload: Uint8Array, patience: Patience): Promise<HookAnswer | undefined> {
  const current = readCurrent(folder, self);
  const endpoint = current === undefined ? undefined : endpointOf(folder, current.id, self.platform);
  if (current === undefined || endpoint === undefined || payload.length > maxPayload) return undefined;
  const socket = connect(endpoint);
  const give = (milliseconds: number) => setTimeout(() => socket.destroy(), milliseconds);
  const timers = [give(patience.answer)];
  const greeting = give(patience.greeting);
  try {
    return await talk(socket, current.token, errand, payload, () => clearTimeout(greeting));
  } catch {
    return undefined; // it ended, or was ended by a timer
  } finally {
    for (const timer of [...timers, greeting]) clearTimeout(timer);
    socket.destroy();
  }
}

async function talk(socket: Socket, token: string, errand: Errand, payload: Uint8Array, greeted: () => void): Promise<HookAnswer | undefined> {
  const take = createTake(socket);
  const nonce = randomBytes(nonceBytes);
  socket.write(Buffer.concat([magic, nonce]));
  if (!magic.equals(await take(magic.length))) return undefined;
  const theirs = await take(nonceBytes);
  if (!isProof(await take(proofBytes), toProof(token, "resident", nonce, theirs))) return undefined;
  greeted();
  socket.write(Buffer.concat([toProof(token, "caller", nonce, theirs), toErrandBytes(errand, payload)]));
  const head = await take(answerHeadBytes);
  const [stdout, stderr] = [head.readUInt32BE(2), head.readUInt32BE(6)];
  if (head[0] !== 1 || stdout + stderr > maxAnswer) return undefined;
  return { exitCode: head[1] ?? 2, stdout: (await take(stdout)).toString("utf8"), stderr: (await take(stderr)).toString("utf8") };
}
