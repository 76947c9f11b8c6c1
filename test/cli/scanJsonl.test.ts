/** `gatelodge scan --jsonl`, as somebody's evaluation uses it. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test, type TestContext } from "node:test";
import { runCommand } from "../support/commandLine.ts";
import { buildBundles } from "../support/serverBundle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundles = buildBundles("cli", "scanWorker");
after(bundles.remove);
const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;

async function scan(context: TestContext, input: string | Uint8Array, ...args: readonly string[]) {
  const folder = temporaryFolder(context);
  const { code, stdout, stderr } = await runCommand(bundles.folder, { args: ["scan", "--jsonl", ...args], folder, home: folder, input });
  assert.deepEqual([code, stderr], [0, ""]);
  return stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line) as { id: unknown; findings?: readonly { detector: string; start: number; end: number; confidence: string }[]; error?: string });
}
const row = (id: unknown, text: string) => JSON.stringify({ id, text });

test("a line of output for each line of input, with exactly the promised fields; offsets are UTF-16 code units", async (context) => {
  const rows = await scan(context, `${JSON.stringify({ id: "a", text: `😀 ü ${token}`, path: "src/a.ts" })}\n${row("b", "nothing")}\n`);
  assert.deepEqual(rows, [{ id: "a", findings: [{ detector: "github-token", start: 5, end: 45, confidence: "certain" }] }, { id: "b", findings: [] }]);
});

test("Windows line ends, empty lines, a byte order mark, a last line without an end, ids of any kind", async (context) => {
  const rows = await scan(context, `\ufeff${row("a", "")}\r\n\r\n\n${row(7, token)}\r\n${JSON.stringify({ text: "no id" })}\n${row({ x: 1 }, "")}`);
  assert.deepEqual(rows.map(({ id, findings }) => [id, findings?.length]), [["a", 0], [7, 1], [null, 0], [{ x: 1 }, 0]]);
});

test("a bad line is answered by an error without its content, and the next one follows", async (context) => {
  const rows = await scan(context, ["nonsense-4711", "[]", "null", '"text"', '{"id":"x"}', '{"id":"y","text":7}', row("z", token)].join("\n"));
  assert.deepEqual(rows.map(({ id, error }) => [id, typeof error]), [[null, "string"], [null, "string"], [null, "string"], [null, "string"], ["x", "string"], ["y", "string"], ["z", "undefined"]]);
  assert.ok(!JSON.stringify(rows).includes("4711"));
});

test("what is no UTF-8, half a character and a zero byte are scanned like anything else", async (context) => {
  const broken = Buffer.concat([Buffer.from('{"id":"a","text":"'), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from(` ${token}"}\n{"id":"b","text":"\\ud83d \\u0000 ${token}"}\n`)]);
  assert.deepEqual((await scan(context, broken)).map(({ id, findings }) => [id, findings?.[0]?.detector]), [["a", "github-token"], ["b", "github-token"]]);
});

test("lines of a megabyte, many of them, in order", async (context) => {
  const filler = "lorem ipsum ".repeat(90_000);
  const rows = await scan(context, Array.from({ length: 12 }, (_, index) => row(index, index % 3 === 0 ? `${filler} ${token}` : filler)).join("\n"), "--threads", "2");
  assert.deepEqual(rows.map(({ id, findings }) => [id, findings?.length]), Array.from({ length: 12 }, (_, index) => [index, index % 3 === 0 ? 1 : 0]));
});

test("thousands of lines stay in order", async (context) => {
  const rows = await scan(context, Array.from({ length: 5000 }, (_, index) => row(`id${index}`, index % 10 === 0 ? token : "x")).join("\n"), "--threads", "3");
  assert.deepEqual(rows.map(({ id, findings }) => [id, findings?.length]), Array.from({ length: 5000 }, (_, index) => [`id${index}`, index % 10 === 0 ? 1 : 0]));
});

test("a text that takes too long is said not to be scanned", async (context) => {
  const rows = await scan(context, `${row("slow", "const key = value;\n".repeat(1_000_000))}\n`, "--deadline", "0.02");
  assert.deepEqual(rows, [{ id: "slow", findings: [], error: "not scanned: it took too long" }]);
});

function startScan(context: TestContext) {
  const home = temporaryFolder(context);
  const child = spawn(process.execPath, [join(bundles.folder, "cli.cjs"), "scan", "--jsonl", "--threads", "1"], { cwd: home, env: { ...process.env, HOME: home }, stdio: ["pipe", "pipe", "inherit"] });
  context.after(() => child.kill("SIGKILL"));
  return child;
}

test("who waits for each answer before the next line gets it", async (context) => {
  const child = startScan(context);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${row(id, token)}\n`);
    assert.equal((JSON.parse(String((await lines.next()).value)) as { id: number }).id, id);
  }
  child.stdin.end();
  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("nobody who reads holds up who writes: the program does not take in what it cannot put out", async (context) => {
  const child = startScan(context);
  child.stdin.on("error", () => undefined); // it is ended in the middle
  // Findings without end, so that the output is as large as the input.
  const line = `${row("x", `${token} `.repeat(2000))}\n`;
  const taken = { bytes: 0, since: performance.now() };
  while (taken.bytes < 200_000_000 && performance.now() - taken.since < 1500) {
    const all = await Promise.race([new Promise<boolean>((resolve) => void child.stdin.write(line, () => resolve(true))), new Promise<boolean>((resolve) => void setTimeout(() => resolve(false), 1500))]);
    if (!all) break;
    taken.bytes += line.length;
    taken.since = performance.now();
  }
  assert.ok(taken.bytes < 50_000_000, `${taken.bytes} bytes were taken in`);
});

test("a reader that goes away ends it quietly", async (context) => {
  const child = startScan(context);
  child.stdin.on("error", () => undefined);
  child.stdout.destroy();
  child.stdin.write(`${row(1, token)}\n`.repeat(1000));
  const [code] = (await once(child, "exit")) as [number];
  assert.equal(code, 2);
});

test("Ctrl+C ends it at once, whatever it is at, with an exit code of its own", async (context) => {
  for (const next of ["", `${row("slow", "const key = value;\n".repeat(2_000_000))}\n`]) {
    const child = startScan(context);
    child.stdin.on("error", () => undefined);
    child.stdin.write(`${row(1, token)}\n${next}`);
    await once(child.stdout, "data");
    const start = performance.now();
    child.kill("SIGINT");
    assert.deepEqual(await once(child, "exit"), [130, null]);
    assert.ok(performance.now() - start < 3000);
  }
});
