/**
 * How a hook call travels to the resident and back; forwarder/ask.go writes the same bytes.
 *
 *   caller    magic, its nonce
 *   resident  magic, its nonce, proof("resident")
 *   caller    proof("caller"), size of words, size of payload, words with NUL between them, payload
 *   resident  1 if it answers and 0 if it cannot, exit code, size of stdout, size of stderr, stdout, stderr
 *
 * The payload leaves only after the resident has proved that it knows the token, and is looked at only after the caller has.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Socket } from "node:net";
import type { HookAnswer } from "../../assistants/dialect.ts";

/** Another version of these bytes has another number, and is no partner. */
export const magic = Buffer.from("GLR1", "latin1");
export const nonceBytes = 16;
export const proofBytes = 32;
export const maxWords = 100_000;
export const maxPayload = 32_000_000;
export const maxAnswer = 128_000_000;
export const answerHeadBytes = 10;

/** One question to the resident. `program` is the hook's own file: only that program's resident may answer for it. */
export interface Errand {
  readonly program: string;
  /** Left until an answer must be out. */
  readonly milliseconds: number;
  /** The hook's arguments; none: the resident only says whether it is there. */
  readonly words: readonly string[];
}

/** What each side sends to show that it knows the token, without sending it. */
export function toProof(token: string, role: "resident" | "caller", callerNonce: Uint8Array, residentNonce: Uint8Array): Buffer {
  return createHmac("sha256", token).update(role).update(callerNonce).update(residentNonce).digest();
}

export const isProof = (given: Uint8Array, right: Uint8Array): boolean => given.length === right.length && timingSafeEqual(given, right);

export function toErrandBytes({ program, milliseconds, words }: Errand, payload: Uint8Array): Buffer {
  const head = Buffer.from([program, String(Math.floor(milliseconds)), ...words].join("\0"));
  return Buffer.concat([toSizes(head.length, payload.length), head, payload]);
}

export function readErrand(head: Uint8Array): Errand {
  const [program = "", milliseconds = "", ...words] = Buffer.from(head).toString("utf8").split("\0");
  return { program, milliseconds: Number(milliseconds), words };
}

/** `undefined`: it cannot answer. */
export function toAnswerBytes(answer: HookAnswer | undefined): Buffer {
  const stdout = Buffer.from(answer?.stdout ?? "");
  const stderr = Buffer.from(answer?.stderr ?? "");
  return Buffer.concat([Buffer.from([answer === undefined ? 0 : 1, answer?.exitCode ?? 0]), toSizes(stdout.length, stderr.length), stdout, stderr]);
}

function toSizes(first: number, second: number): Buffer {
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(first, 0);
  sizes.writeUInt32BE(second, 4);
  return sizes;
}

/** Takes so many bytes off a socket; rejects when it ends before. */
export function createTake(socket: Socket): (length: number) => Promise<Buffer> {
  const state: { over: boolean; wake: () => void } = { over: false, wake: () => {} };
  socket.on("readable", () => state.wake());
  for (const event of ["end", "close", "error"]) {
    socket.on(event, () => {
      state.over = true;
      state.wake();
    });
  }
  return async (length) => {
    for (;;) {
      const taken = length === 0 ? Buffer.alloc(0) : (socket.read(length) as Buffer | null);
      if (taken?.length === length) return taken;
      if (state.over || taken !== null) throw new Error("the other side has ended");
      await new Promise<void>((resolve) => {
        state.wake = resolve;
      });
    }
  };
}
