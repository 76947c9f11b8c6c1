import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { askGateway, startGateway, stopGateway } from "../../node/pointing/gatewayControl.ts";
import { keyMadeAnew, openGatewayKey, type GatewayKey } from "../../node/pointing/gatewayKey.ts";
import { gatewayPlaces } from "../../node/pointing/gatewayPlaces.ts";
import { readGatewayTerms, usualTerms, writeGatewayTerms } from "../../node/pointing/gatewayTerms.ts";
import { createPointing, type Pointing } from "../../node/pointing/assistantPointing.ts";
import { CommandError, exitCodes, type Command, type CommandContext } from "../command.ts";
import { readGatewayWords, termsOf, type GatewayWords } from "../pointing/gatewayWords.ts";
import { pointAssistants, unpointAssistants } from "../pointing/pointAssistants.ts";
import { toPlain, writeText } from "../writeText.ts";

const help = `gatelodge gateway: what assistants ask a local model server passes the gate first.

Usage:
  gatelodge gateway start      start it, in front of Ollama's port unless --upstream says another
  gatelodge gateway status     whether it runs, and which assistants go through it
  gatelodge gateway point      point assistants at it whose settings name a model server behind it
  gatelodge gateway unpoint    put their settings back; files nobody has changed since come back byte for byte
  gatelodge gateway stop       end it

  --port N         where it listens on this machine (${usualTerms.port})
  --upstream N     start: the port of a model server on this machine (${usualTerms.upstreams.join()}); also several
  --clients-only   start: turn away programs without a token, which point gives each assistant
  --all-clients    start: let them in again
  --agent ID       point, unpoint: only these (also several); one that asks its own cloud is pointed here only if it is named
  --dry-run        say what would be written, and write nothing
  --yes            do not ask; without a terminal it is needed to write
  --json           status for programs

What was said at the last start holds until another is said. While an assistant is pointed here and the gateway does not run,
its requests fail: start it, or unpoint. Who knows the model server's own port goes around it.

Exit codes: ${exitCodes.clean} done; ${exitCodes.findings} status: assistants are pointed here and it does not run; ${exitCodes.trouble} wrong usage or not everything could be done, ${exitCodes.cancelled} cancelled.
`;

interface Opened {
  readonly words: GatewayWords;
  readonly places: ReturnType<typeof gatewayPlaces>;
  readonly key: GatewayKey;
  readonly terms: ReturnType<typeof termsOf>;
  readonly pointing: Pointing;
}

/** `gatelodge gateway`. */
export const gateway: Command = {
  name: "gateway",
  summary: "start the gateway for local model servers, and point assistants at it",
  help,
  run: async (args, context) => {
    const words = readGatewayWords(args);
    const places = gatewayPlaces(context.locations.state);
    const key = openGatewayKey(places.key);
    if (key.isAnew) await writeText(context.stderr, `gatelodge: ${keyMadeAnew}\n`);
    const terms = termsOf(words, readGatewayTerms(places.terms) ?? usualTerms);
    const opened = { words, places, key, terms, pointing: createPointing({ home: context.home, journalFolder: places.journal, key, address: terms }) };
    if (words.action === "point") return pointAssistants(opened.pointing, words, await askGateway(key, terms.port, "status"), context);
    if (words.action === "unpoint") return unpointAssistants(opened.pointing, words, context);
    return { start, stop, status }[words.action](opened, context);
  },
};

async function start({ places, key, terms, pointing }: Opened, { stdout, dist, home }: CommandContext): Promise<number> {
  const known = readGatewayTerms(places.terms);
  if (known !== undefined && !isDeepStrictEqual(known, terms)) await endAsItWas(known, { key, terms, pointing });
  const before = await askGateway(key, terms.port, "status");
  if (before === "another") throw new CommandError(`something else answers on port ${terms.port}; choose another with --port`);
  // One that fell over is answered for until somebody starts it again.
  if (before === "fallen") await stopGateway(key, terms.port);
  if (before !== "running" && !(await startGateway(key, { runtime: process.execPath, program: join(dist, "gateway.cjs"), home, folder: places.folder, terms }))) throw new CommandError(`it did not come up on port ${terms.port}`);
  if (before !== "running") writeGatewayTerms(places.terms, terms);
  await writeText(stdout, before === "running" ? `It runs already, on port ${terms.port}.\n` : `Gatelodge's gateway: http://127.0.0.1:${terms.port} → port ${terms.upstreams.join(", ")}\nPoint assistants at it: gatelodge gateway point\n`);
  return exitCodes.clean;
}

/** Another port, server or rule holds from now on: what runs by the old ones ends first, since nobody would know of it any more. */
async function endAsItWas({ port }: Opened["terms"], { key, terms, pointing }: Pick<Opened, "key" | "terms" | "pointing">): Promise<void> {
  const [first] = pointing.pointed();
  if (port !== terms.port && first !== undefined) throw new CommandError(`${first.assistant} is pointed at port ${port}; gatelodge gateway unpoint first, and point again after the start`);
  const state = await askGateway(key, port, "status");
  if ((state === "running" || state === "fallen") && !(await stopGateway(key, port))) throw new CommandError(`the gateway on port ${port} does not end`);
}

async function stop({ key, terms, pointing }: Opened, { stdout }: CommandContext): Promise<number> {
  const state = await askGateway(key, terms.port, "status");
  if ((state === "running" || state === "fallen") && !(await stopGateway(key, terms.port))) throw new CommandError("it does not end");
  const left = pointing.pointed().map(({ assistant }) => assistant);
  await writeText(stdout, `${state === "running" || state === "fallen" ? "It has ended." : "It does not run."}\n${left.length === 0 ? "" : `Pointed at it all the same, so that their requests fail: ${[...new Set(left)].join(", ")}. Put that back: gatelodge gateway unpoint\n`}`);
  return exitCodes.clean;
}

async function status({ words, key, terms, pointing }: Opened, { stdout }: CommandContext): Promise<number> {
  const state = await askGateway(key, terms.port, "status");
  const pointed = pointing.pointed().map(({ assistant, file }) => ({ assistant, file }));
  const said = { running: `runs: http://127.0.0.1:${terms.port} → port ${terms.upstreams.join(", ")}`, stopped: "does not run", fallen: `has fallen over; port ${terms.port} only says so`, another: `does not run; something else answers on port ${terms.port}` }[state];
  const lines = [`The gateway ${said}`, ...pointed.map(({ assistant, file }) => `${assistant} goes through it\n  ${file}`), ...(state !== "running" && pointed.length > 0 ? ["Their requests fail now: gatelodge gateway start, or gatelodge gateway unpoint"] : [])];
  await writeText(stdout, words.json ? `${JSON.stringify({ version: 1, state, ...terms, pointed })}\n` : `${lines.flatMap((line) => line.split("\n")).map(toPlain).join("\n")}\n`);
  return state !== "running" && pointed.length > 0 ? exitCodes.findings : exitCodes.clean;
}
