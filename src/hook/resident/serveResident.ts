import { randomBytes } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import type { HookAnswer } from "../../assistants/dialect.ts";
import { createTake, isProof, magic, maxPayload, maxWords, nonceBytes, proofBytes, readErrand, toAnswerBytes, toProof, type Errand } from "./residentWire.ts";

/** Answers one errand; `undefined`: it is not for this resident, and the caller answers itself. */
export type AnswerErrand = (errand: Errand, payload: string) => HookAnswer | undefined;

// A caller sends at once what it has: who takes longer is none, or has given up.
const maxMilliseconds = 5000;
// Who does not say who he is gets no longer than that, and costs 64 kB at most.
const maxGreeting = 1000;
const maxConnections = 64;

/** A server that is not listening yet. What goes wrong with a connection ends that connection, and its caller answers itself. */
export function createResidentServer(token: string, answer: AnswerErrand): Server {
  const server = createServer((socket) => {
    const timer = setTimeout(() => socket.destroy(), maxMilliseconds);
    const greeting = setTimeout(() => socket.destroy(), maxGreeting);
    socket.on("close", () => {
      clearTimeout(timer);
      clearTimeout(greeting);
    });
    serve(socket, token, answer, () => clearTimeout(greeting)).catch(() => socket.destroy());
  });
  server.maxConnections = maxConnections;
  return server;
}

async function serve(socket: Socket, token: string, answer: AnswerErrand, greeted: () => void): Promise<void> {
  const take = createTake(socket);
  if (!magic.equals(await take(magic.length))) return void socket.destroy();
  const theirs = await take(nonceBytes);
  const nonce = randomBytes(nonceBytes);
  socket.write(Buffer.concat([magic, nonce, toProof(token, "resident", theirs, nonce)]));
  if (!isProof(await take(proofBytes), toProof(token, "caller", theirs, nonce))) return void socket.destroy();
  greeted();
  const sizes = await take(8);
  const [words, payload] = [sizes.readUInt32BE(0), sizes.readUInt32BE(4)];
  if (words > maxWords || payload > maxPayload) return void socket.destroy();
  const errand = readErrand(await take(words));
  const text = (await take(payload)).toString("utf8");
  socket.end(toAnswerBytes(answer(errand, text)));
}
