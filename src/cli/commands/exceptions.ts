import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { askReasonWords, askStateWords } from "../../core/askWords.ts";
import { askReasons, type AskReason } from "../../core/exceptionAsk.ts";
import { askableRules } from "../../core/liftableRules.ts";
import { createExceptionAsks, type ExceptionAsks, type NewAsk } from "../../node/exceptions/exceptionAsks.ts";
import type { Asked } from "../../node/exceptions/askedBook.ts";
import { createPathIdentity } from "../../node/pathIdentity.ts";
import { createPolicyStore, type PolicyStore } from "../../node/policyStore.ts";
import { readHeadNow } from "../../node/readHeadNow.ts";
import { trustPlaces } from "../../node/trust/trustFiles.ts";
import { askPerson } from "../askPerson.ts";
import { CommandError, exitCodes, type Command, type CommandContext } from "../command.ts";
import { createPreviewGate, readAsked, toRequest } from "../policy/explainDecision.ts";
import { toPlain, writeText } from "../writeText.ts";

const help = `gatelodge exceptions: ask your organisation to lift rules for one file.

Usage:
  gatelodge exceptions status              what was asked for on this machine, and what became of it
  gatelodge exceptions ask FILE --reason REASON --days N --why WORDS [--yes]
       [--channel CHANNEL] [--assistant ID]   what is stopped (by default fileRead, github-copilot)

Reasons:
${askReasons.map((reason) => `  ${reason.padEnd(10)} ${askReasonWords[reason]}`).join("\n")}

Told are the rules, the reason of this list, how long, and a hash of the file's path under a key that stays here. Your own
words (--why) and the path are kept on this machine.

Exit codes: ${exitCodes.clean} done, ${exitCodes.findings} it was not taken, ${exitCodes.trouble} wrong usage or the policy does not permit it.
`;

const day = 86_400_000;
const longestRead = 8_000_000;
const longestWhy = 500;

/** `gatelodge exceptions`. */
export const exceptions: Command = {
  name: "exceptions",
  summary: "ask your organisation to lift rules for one file, and see its answer",
  help,
  run: async (words, context) => {
    const { values, positionals: [what, file, ...others] } = parse(words);
    const { locations } = context;
    const policies = createPolicyStore({ locations, platform: process.platform, now: Date.now });
    const asks = createExceptionAsks({ places: trustPlaces(locations), organisation: () => policies.current().organisation, fetch, now: Date.now });
    if (what === "status" && file === undefined) return status(asks, context);
    if (what !== "ask" || file === undefined || others.length > 0) throw new CommandError("say status, or ask and one file; see gatelodge exceptions --help");
    const ask = toAsk(resolve(context.folder, file), values, policies);
    const question = `Ask to lift ${ask.rules.join(", ")} for this file until ${toDay(ask.until)}? [y/N] `;
    if (values.yes !== true && !(await askPerson(toPlain(question), context))) return exitCodes.clean;
    const asked = await asks.ask(ask);
    await writeText(context.stdout, `${toLine(asked)}\n`);
    return asked.state === "refused" ? exitCodes.findings : exitCodes.clean;
  },
};

async function status(asks: ExceptionAsks, { stdout }: CommandContext): Promise<number> {
  if (asks.isOpen()) await asks.look();
  const all = asks.all();
  await writeText(stdout, all.length === 0 ? "Nothing was asked for on this machine.\n" : all.map((asked) => `${toLine(asked)}\n`).join(""));
  return exitCodes.clean;
}

const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

function toLine({ id, state, rules, until, path, note }: Asked): string {
  return toPlain(`${id.slice(0, 8)}  ${askStateWords[state]}  ${rules.join(", ")}  until ${toDay(until)}  ${path}${note === "" ? "" : `  "${note}"`}`);
}

type Values = ReturnType<typeof parse>["values"];

function toAsk(place: string, { reason, days, why = "", channel, assistant }: Values, policies: PolicyStore): NewAsk {
  const path = createPathIdentity(Date.now)(place);
  if (path === undefined) throw new CommandError("this is no file");
  const { policy } = policies.current(path);
  if (policy.asking === undefined) throw new CommandError("the policy in force lets nobody ask for exceptions");
  const request = toRequest(readAsked(channel, assistant, "fileRead"), path, readHeadNow(place, longestRead));
  const rules = askableRules(policy, createPreviewGate(policies, Date.now).preview(request));
  if (rules.length === 0) throw new CommandError("nothing is stopped there, or not all of it may be asked for; gatelodge policy explain says what decides");
  const until = Number(days);
  if (!Number.isInteger(until) || until < 1 || until > policy.asking.maxDays) throw new CommandError(`--days is a number from 1 to ${policy.asking.maxDays}`);
  const known = askReasons.find((each): each is AskReason => each === reason);
  if (known === undefined) throw new CommandError(`--reason is one of ${askReasons.join(", ")}`);
  if (why.trim().length < 5 || why.length > longestWhy) throw new CommandError("--why says in a few words what for; they stay on this machine");
  return { rules, path: path.absolute, reason: known, why, until: Date.now() + until * day };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], strict: true, allowPositionals: true, options: { reason: { type: "string" }, days: { type: "string" }, why: { type: "string" }, channel: { type: "string" }, assistant: { type: "string" }, yes: { type: "boolean" } } });
  } catch {
    throw new CommandError("unknown or incomplete option; see gatelodge exceptions --help");
  }
}
