import { exitCodes, type Command } from "../command.ts";
import { readScanArguments } from "../scan/scanArguments.ts";
import { scanDocuments } from "../scan/scanDocuments.ts";
import { scanJsonl } from "../scan/scanJsonl.ts";

const help = `gatelodge scan: looks for secrets, personal data, marks of confidentiality and hidden text.

Usage:
  gatelodge scan [paths…]      files and folders; by default the working directory
  gatelodge scan --staged      what git would commit, as it is staged
  gatelodge scan --stdin       one text from standard input
  gatelodge scan --jsonl       many texts from standard input, one JSON object a line

What is looked through:
  --no-ignore          also what .gitignore excludes (outside of a repository: also node_modules)
  --max-size MB        larger files are not scanned, which is said (default 20)
  --deadline SECONDS   a file that takes longer is not scanned, which is said (default 10)
  --secretlint         also with secretlint's rules: a few findings more, several times slower
  --threads N          default: one for each core, at most 8
  --no-cache           scan files again that were scanned before with the same content and rules

What is shown:
  --format FORMAT      text (default), json, or sarif (2.1.0)
  --tier TIER          the least certain findings that count: possible, likely (default), certain
  --all                also what comments, baselines, turned-down rules and marks of false positives silence
  --allow-unscanned    files that could not be scanned do not change the exit code

Baselines:
  --baseline FILE      findings in it are not shown: ours, detect-secrets' .secrets.baseline, or a .gitleaksignore.
                       Those at the repository's root (.gatelodge-baseline.json and these two) count without being named.
  --make-baseline FILE what is found is written there, and the exit code is 0; dates and reasons that are there already stay

Findings are shown by place and kind. The values themselves are never printed, written or sent.
Marks of false positives made in the editor, comments (gatelodge:allow <detector> <reason>, gitleaks:allow, secretlint-disable…,
pragma: allowlist secret), baselines and turned-down rules count as far as the policy permits; how many findings they silence is said.

--jsonl: each line of input is {"id","text","path"?}; each has one line of output, in the same order:
  {"id":…,"findings":[{"detector":…,"start":…,"end":…,"confidence":…}]}
  start and end are UTF-16 code units of text (as in JavaScript and Java; not bytes, not code points), end exclusive.
  confidence is the tier: possible, likely, certain; all of them are reported, whatever --tier says.
  A line that is no such object is answered by {"id":null,"error":…}, and the next one follows; a text that could not be
  scanned by {"id":…,"findings":[],"error":…}: it is not known to be clean. Empty lines are passed over.
  path is accepted and not used. No policy, mark or cache has a say. Findings do not change the exit code.

Exit codes: ${exitCodes.clean} nothing found, ${exitCodes.findings} something found, ${exitCodes.trouble} wrong usage or something could not be scanned, ${exitCodes.cancelled} cancelled.
`;

/** `gatelodge scan`. */
export const scan: Command = {
  name: "scan",
  summary: "look for secrets and other sensitive text in files, staged changes, standard input",
  help,
  run: (args, context) => {
    const chosen = readScanArguments(args);
    return chosen.mode === "jsonl" ? scanJsonl(chosen, context) : scanDocuments(chosen, context);
  },
};
