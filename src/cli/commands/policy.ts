import { layerSources, type LayerSource } from "../../core/policy/policy.ts";
import { createPathIdentity } from "../../node/pathIdentity.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { CommandError, exitCodes, type Command, type CommandContext } from "../command.ts";
import { explainNamed } from "../policy/explainNamed.ts";
import { fetchOnce } from "../policy/fetchOnce.ts";
import { lintPolicy } from "../../node/lintPolicy.ts";
import { readNamed, writeNew } from "../policy/ownFiles.ts";
import { oneFile, readPolicyArguments, type PolicyArguments } from "../policy/policyArguments.ts";
import { publishSigned } from "../policy/publishSigned.ts";
import { makeKey, signKeys, signPolicyFile, verifyFile } from "../policy/signPolicyFile.ts";
import { previewPolicy } from "../policy/previewPolicy.ts";
import { starterPolicy } from "../policy/starterPolicy.ts";
import { statusLines } from "../policy/statusLines.ts";
import { toPlain, writeText } from "../writeText.ts";

const help = `gatelodge policy: write, try, sign and fetch policies.

Usage:
  gatelodge policy init [--out FILE]       a policy to start from, with comments
  gatelodge policy lint FILE [--as LAYER]  errors with line and column, and what such a layer would say in vain
                                           (LAYER: organisation, machine, user, repository; by default repository)
  gatelodge policy explain PATH|-          which rule decides about a file, or a text from standard input, and why
       [--channel CHANNEL] [--assistant ID]   (by default fileRead, or prompt; github-copilot)
  gatelodge policy preview FILE [--as LAYER]   what would change with it: in the files below the working directory, and for
       [--channel CHANNEL] [--assistant ID]    what was recorded here (LAYER: organisation, machine, user; by default organisation)
  gatelodge policy status                  which policies hold here, and what is wrong with them
  gatelodge policy fetch                   ask the organisation's endpoint now
       [--endpoint URL --organisation ID [--token TOKEN]]   the first time, where no machine file names one

For those who write an organisation's policy:
  gatelodge policy keygen --out FILE       a new Ed25519 key; prints its public half
  gatelodge policy sign-keys --key ROOTKEY --organisation ID --version N --public KEY… [--days 90] [--root OTHERROOT…] [--out FILE]
  gatelodge policy sign FILE --key KEY --keyset FILE --organisation ID --version N [--days 14] [--out FILE]
       [--monitor RULE…]                                         rules that only record
       [--next FILE --next-id NAME [--percent N] [--group G…]]   a policy that some devices get first
  gatelodge policy verify FILE --organisation ID --root KEY…     what a machine that trusts this root key would say of it
  gatelodge policy publish FILE --endpoint URL                   hands it to your collector, where a second person publishes it

Nothing is overwritten. A version goes up with every signature of the same key.

Exit codes: ${exitCodes.clean} done, ${exitCodes.findings} lint: something is wrong; verify, fetch, publish: it does not count; ${exitCodes.trouble} wrong usage or it could not be done.
`;

type Answer = { readonly text: string; readonly code?: number };
type Work = (args: PolicyArguments, context: CommandContext) => Answer | Promise<Answer>;

/** `gatelodge policy`. */
export const policy: Command = {
  name: "policy",
  summary: "write, check, explain, sign and fetch policies",
  help,
  run: async (words, context) => {
    const args = readPolicyArguments(words);
    const work = args.what !== undefined && Object.hasOwn(works, args.what) ? works[args.what as keyof typeof works] : undefined;
    if (work === undefined) throw new CommandError(`say ${Object.keys(works).join(", ")}; see gatelodge policy --help`);
    const { text, code } = await work(args, context);
    await writeText(context.stdout, text);
    return code ?? exitCodes.clean;
  },
};

const works = { init, lint, explain, preview, status, fetch: fetchNow, keygen, "sign-keys": signSet, sign, verify, publish } satisfies Record<string, Work>;

function init({ values: { out } }: PolicyArguments, context: CommandContext): Answer {
  return into(out, starterPolicy, context);
}

function lint(args: PolicyArguments, context: CommandContext): Answer {
  const file = oneFile(args);
  const source = layerSources.find((each) => each !== "builtin" && each === (args.values.as ?? "repository")) as LayerSource | undefined;
  if (source === undefined) throw new CommandError("--as is organisation, machine, user or repository");
  const places = lintPolicy(readNamed(file, context), source);
  return { text: toLines(places.map(({ line, column, message, ignored }) => `${file}:${line}:${column}: ${message}${ignored ? " (ignored)" : ""}`)), code: places.length === 0 ? exitCodes.clean : exitCodes.findings };
}

async function explain(args: PolicyArguments, context: CommandContext): Promise<Answer> {
  return { text: toLines(await explainNamed(args, context)) };
}

async function preview(args: PolicyArguments, context: CommandContext): Promise<Answer> {
  return { text: toLines(await previewPolicy(args, context)) };
}

function status(_: PolicyArguments, { locations, folder }: CommandContext): Answer {
  const repository = createPathIdentity(Date.now)(`${folder}/x`)?.repository;
  return { text: toLines(statusLines(createPolicyStore({ locations, platform: process.platform, now: Date.now }).current({ folder, ...(repository === undefined ? {} : { repository }) }))) };
}

async function fetchNow(args: PolicyArguments, context: CommandContext): Promise<Answer> {
  const outcome = await fetchOnce(args, context, fetch);
  const text = {
    applied: "a new policy is in force", same: "the policy in force is the newest", unchanged: "the policy in force is the newest", rejected: "what the endpoint serves does not count", unauthorised: "the endpoint does not take this machine's key",
    later: "the endpoint could not be asked", waiting: "it is being asked already", silent: "no endpoint is known here",
  }[outcome.kind];
  return { text: toLines([outcome.kind === "rejected" ? `${text} (${outcome.reason})` : outcome.kind === "applied" ? `${text}: version ${outcome.version}` : text]), code: ["applied", "same", "unchanged"].includes(outcome.kind) ? exitCodes.clean : outcome.kind === "rejected" ? exitCodes.findings : exitCodes.trouble };
}

function keygen(args: PolicyArguments, context: CommandContext): Answer {
  return { text: toLines(makeKey(args, context)) };
}

function signSet(args: PolicyArguments, context: CommandContext): Answer {
  return into(args.values.out, `${signKeys(args, context, Date.now())}\n`, context);
}

function sign(args: PolicyArguments, context: CommandContext): Answer {
  return into(args.values.out, `${JSON.stringify(signPolicyFile(args, context, Date.now()))}\n`, context);
}

function verify(args: PolicyArguments, context: CommandContext): Answer {
  const { accepted, lines } = verifyFile(args, context, Date.now());
  return { text: toLines(lines), code: accepted ? exitCodes.clean : exitCodes.findings };
}

async function publish(args: PolicyArguments, context: CommandContext): Promise<Answer> {
  const { taken, text } = await publishSigned(args, context, fetch);
  return { text: toLines([text]), code: taken ? exitCodes.clean : exitCodes.findings };
}

function into(out: string | undefined, text: string, context: CommandContext): Answer {
  if (out === undefined) return { text };
  writeNew(out, text, context);
  return { text: "" };
}

const toLines = (lines: readonly string[]) => lines.map((line) => `${toPlain(line)}\n`).join("");
