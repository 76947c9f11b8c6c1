/** A resident with something wrong, as a process of its own: fakeResident.mjs TROUBLE FOLDER. What it is told goes to FOLDER/told. */
import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createTake, magic, toAnswerBytes, toProof } from "../../src/hook/resident/residentWire.ts";

const [trouble, folder] = process.argv.slice(2);
const [id, token, nonce] = [randomBytes(8).toString("hex"), randomBytes(32).toString("hex"), randomBytes(16)];
const allow = toAnswerBytes({ stdout: "{}\n", stderr: "", exitCode: 0 });

/** After the greeting, with an answer that would let everything pass. */
const ways = {
  "dies in the middle": () => process.kill(process.pid, "SIGKILL"),
  "hangs": () => {},
  "breaks off": (socket) => socket.end(allow.subarray(0, -2)),
  "refuses": (socket) => socket.end(toAnswerBytes(undefined)),
  "promises too much": (socket) => socket.end(Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(8, 255), allow])),
};

async function meet(socket) {
  const take = createTake(socket);
  await take(4);
  const theirs = await take(16);
  if (trouble === "says nothing") return;
  if (trouble === "speaks nonsense") return void socket.end(randomBytes(500));
  const secret = trouble === "does not know the token" ? "another" : token;
  const greeting = trouble === "is of another version" ? Buffer.from("GLR9") : magic;
  socket.write(Buffer.concat([greeting, nonce, toProof(secret, "resident", theirs, nonce)]));
  socket.on("data", (bytes) => appendFileSync(join(folder, "told"), bytes));
  await take(40);
  ways[trouble]?.(socket);
}

mkdirSync(folder, { recursive: true, mode: 0o700 });
createServer((socket) => {
  socket.on("error", () => {});
  meet(socket).catch(() => socket.destroy());
}).listen(join(folder, `${id}.sock`), () => writeFileSync(join(folder, "current"), `${id} ${token}\n`, { mode: 0o600 }));
