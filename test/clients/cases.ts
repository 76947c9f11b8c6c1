/** What is tried with every client: without the guard the canary arrives at the model, with it it does not; and what must pass. */
import { randomBytes } from "node:crypto";
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Intent } from "./testClient.ts";

export interface Case {
  readonly name: string;
  readonly prompt?: string;
  readonly intents: readonly Intent[];
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (workspace: string) => void;
  readonly bypass?: true;
  readonly mcpValue?: string;
  /** What must not reach the model; for a benign case what must. */
  readonly canary: string;
  /** The canary arrives as long as nobody guards, in this form. */
  readonly asSent?: (canary: string) => string;
  readonly benign?: true;
  /** Only for clients that attach mentioned files by themselves. */
  readonly mention?: true;
}

/** A word that no detector knows: only the label of its file can stop it. */
const word = () => `heron-${randomBytes(6).toString("hex")}`;
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
/** Has the form of a GitLab token, and is made here and now. GitHub's own are masked by its Copilot itself, which would show nothing. */
const token = () => `glp${"at-"}${[...randomBytes(20)].map((byte) => alphabet[byte % alphabet.length]).join("")}`;
const env = (canary: string, name = ".env") => ({ [name]: `API_KEY=${canary}\n`, "src/app.ts": "export const port = 8080;\n" });
const base64 = (canary: string) => Buffer.from(`API_KEY=${canary}\n`).toString("base64").slice(0, 24);
const source = (secret: string) => ({ "src/pay.ts": `const filler = "${"x".repeat(50)}";\nexport const key = "${secret}";\nexport const currency = "EUR";\n` });

function ofEnv(name: string, intents: readonly Intent[], rest: Partial<Case> = {}): Case {
  const canary = word();
  return { name, intents, files: env(canary), canary, ...rest };
}

const loader = "process.loadEnvFile();\nconsole.log(process.env.API_KEY);\n";

const shell = (command: string): readonly Intent[] => [{ do: "shell", command }];

function removeEnv(workspace: string): void {
  for (const words of [["rm", "-q", ".env"], ["-c", "user.email=dev@example.com", "-c", "user.name=dev", "commit", "-qm", "no secrets"]]) execFileSync("git", words, { cwd: workspace });
}

/** New canaries at each call. `restricted`: a file that the policy restricts and that the client's own reading tool does not refuse. */
export function guardedCases(restricted = ".env"): readonly Case[] {
  const ofRestricted = (name: string, intents: readonly Intent[], rest: Partial<Case> = {}): Case => {
    const canary = word();
    return { name, intents, files: env(canary, restricted), canary, ...rest };
  };
  const inSource = token();
  const inPrompt = token();
  const inMcp = token();
  const inLog = token();
  const inFailed = token();
  const inGrep = token();
  const inFound = token();
  const loaded = word();
  const linked = word();
  const committed = word();
  const removed = word();
  return [
    ofRestricted("read a restricted file", [{ do: "read", path: restricted }]),
    { name: "read it through a symbolic link", intents: [{ do: "read", path: "notes.txt" }], files: env(linked, restricted), prepare: (workspace) => symlinkSync(restricted, join(workspace, "notes.txt")), canary: linked },
    { name: "read source code with a secret", intents: [{ do: "read", path: "src/pay.ts" }], files: source(inSource), canary: inSource },
    ofRestricted("mention it with @ in the prompt", [], { prompt: `what does @${restricted} hold?`, mention: true }),
    { name: "a secret in the prompt", prompt: `use ${inPrompt} for the test`, intents: [], canary: inPrompt },
    ofEnv("shell: cat", shell("cat .env")),
    ofEnv("shell: redirection", shell("while read -r line; do echo \"$line\"; done < .env")),
    ofEnv("shell: substitution", shell("echo \"$(cat .env)\"")),
    ofEnv("shell: base64", shell("base64 -w0 .env"), { asSent: base64 }),
    ofEnv("shell: copy, then read the copy", [...shell("cp .env copy.txt"), ...shell("cat copy.txt")]),
    ofEnv("shell: name put together by an interpreter", shell("node -e \"process.stdout.write(require('fs').readFileSync('.e'+'nv','utf8'))\"")),
    ofEnv("shell: name in a variable", shell("f=.e; cat \"${f}nv\"")),
    ofEnv("shell: glob", shell("cat .e*")),
    ofEnv("shell: find and cat", shell("find . -name '.e*' -exec cat {} +")),
    ofEnv("shell: recursive grep", shell("grep -rn API_KEY .")),
    { name: "shell: git show", intents: shell("git show HEAD:.env"), files: env(committed), prepare: (workspace) => execFileSync("git", ["rm", "-q", "--cached", ".env"], { cwd: workspace }), canary: committed },
    { name: "shell: git log of a file that was removed", intents: shell("git log -p"), files: env(removed), prepare: removeEnv, canary: removed },
    { name: "shell: end of a large file with a secret", intents: shell("tail -n 1 build.log"), files: { "build.log": `${`${"step done ".repeat(10)}\n`.repeat(20_000)}key ${inLog}\n` }, canary: inLog },
    { name: "shell: a command that fails after it has shown a file with a secret", intents: shell("cat src/pay.ts; exit 1"), files: source(inFailed), canary: inFailed },
    ofEnv("shell: a search whose command fails", shell("grep -rn API_KEY . && exit 3")),
    { name: "shell: a search that finds a secret in source code, in a command that fails", intents: shell("grep -rn 'key =' src && exit 3"), files: source(inFound), canary: inFound },
    { name: "shell: a program prints a value of the file that it loads by itself", intents: shell("node app.mjs"), files: { ...env(loaded), "app.mjs": loader }, canary: loaded },
    ofEnv("search in files", [{ do: "grep", pattern: "API_KEY" }]),
    { name: "search finds a secret in source code", intents: [{ do: "grep", pattern: "key =" }], files: source(inGrep), canary: inGrep },
    { name: "an MCP tool returns a secret", intents: [{ do: "mcp" }], mcpValue: inMcp, canary: inMcp },
    ofRestricted("a subagent reads it", [{ do: "subagent", prompt: `read the file ${restricted}` }, { do: "read", path: restricted }]),
    ofRestricted("flags that skip every question", [{ do: "read", path: restricted }], { bypass: true }),
  ];
}

/** Everyday work: what arrives is the same with the guard as without. */
export function benignCases(): readonly Case[] {
  const marker = word();
  const files = { "README.md": `# Shop ${marker}\n`, ".env": "API_KEY=x\n", "src/app.ts": `export const name = "${marker}";\n` };
  const benign = (name: string, intents: readonly Intent[]): Case => ({ name, intents, files, canary: marker, benign: true });
  return [
    benign("read a readme", [{ do: "read", path: "README.md" }]),
    benign("read source code", [{ do: "read", path: "src/app.ts" }]),
    benign("shell: list, status, show a file", shell("ls -la && git status --short && head -n 3 README.md")),
    benign("shell: a test run", shell("node -e \"console.log('tests passed')\" && cat src/app.ts")),
    benign("search in files", [{ do: "grep", pattern: "export const name" }]),
    benign("shell: recursive grep", shell("grep -rn 'export const name' src")),
    benign("shell: a search, then something that fails", shell("grep -rn 'export const name' src && exit 3")),
    benign("shell: a search beside the restricted file, then something that fails", shell("grep -rn 'export const name' . && exit 3")),
    { ...benign("shell: a program that loads the restricted file", shell("node --env-file=.env app.mjs")), files: { ...files, "app.mjs": `console.log("${marker}");\n` } },
    benign("list files by pattern", [{ do: "glob", pattern: "**/*.ts" }, { do: "read", path: "src/app.ts" }]),
    { ...benign("an MCP tool returns text", [{ do: "mcp" }]), mcpValue: marker },
    { ...benign("talk about restricted files", []), prompt: `why is .env in .gitignore? see ${marker}` },
  ];
}
