/** Where the code comes from that a tool server's command runs. */
export interface ProgramSource {
  /** Base name of the program that is started, behind shells and launchers of environments. */
  readonly program: string;
  /** A package that is fetched by name. */
  readonly package?: string;
  readonly version?: string;
  /** Who has that package, unless the command says another. */
  readonly registry?: "npm" | "pypi" | "docker";
  /** The command names a registry of its own. */
  readonly elsewhere?: true;
  /** `exact`: one version is named; `floating`: what the registry has when it starts; `local`: what lies on this disk. */
  readonly pinned: "exact" | "floating" | "local";
  readonly throughShell: boolean;
}

interface Runner {
  readonly registry: "npm" | "pypi";
  /** Its words for running a package; absent: it does nothing else. */
  readonly verbs?: readonly string[];
  /** Options that take a value. */
  readonly valued: readonly string[];
  /** Options that name the package, where it is called otherwise than the program. */
  readonly from?: readonly string[];
}

const runners: Readonly<Record<string, Runner>> = {
  npx: { registry: "npm", valued: ["--registry", "--userconfig", "--node-options", "-c", "--call"], from: ["-p", "--package"] },
  bunx: { registry: "npm", valued: [], from: ["-p", "--package"] },
  npm: { registry: "npm", verbs: ["exec", "x"], valued: ["--registry"], from: ["--package"] },
  pnpm: { registry: "npm", verbs: ["dlx"], valued: [], from: ["--package"] },
  yarn: { registry: "npm", verbs: ["dlx"], valued: [], from: ["-p", "--package"] },
  bun: { registry: "npm", verbs: ["x"], valued: [] },
  uvx: { registry: "pypi", valued: ["--python", "-p", "--with", "--index-url", "--index", "--extra-index-url"], from: ["--from"] },
  uv: { registry: "pypi", verbs: ["tool run"], valued: ["--python", "--with", "--index-url", "--index"], from: ["--from"] },
  pipx: { registry: "pypi", verbs: ["run"], valued: ["--python", "--index-url"], from: ["--spec"] },
};
const repository = "a repository";
const containers = ["docker", "podman", "nerdctl"];
// Their options that take no value: every other one is followed by one, which is no image.
const bare = /^(?:--(?:rm|interactive|tty|init|privileged|detach|read-only|no-healthcheck|quiet)|-[itdPq]+)$/;
const shells = ["sh", "bash", "zsh", "dash", "fish", "cmd", "powershell", "pwsh"];

/** Reads a command as its client starts it. A word may hold a secret: of all words, only the name of a package comes out. */
export function readProgramSource(words: readonly string[]): ProgramSource {
  const [first = "", ...rest] = words;
  // A whole line in one word, and what a line puts into the environment before its program.
  if (/\s/.test(first.trim())) return readProgramSource([...first.trim().split(/\s+/), ...rest]);
  if (/^\w+=/.test(first)) return readProgramSource(behindEnvironment(words));
  const program = nameOf(first);
  if (shells.includes(program)) return { ...readProgramSource(behindShell(rest)), throughShell: true };
  if (program === "env") return readProgramSource(behindEnvironment(rest));
  if (containers.includes(program) && rest[0] === "run") return { program, throughShell: false, registry: "docker", ...readImage(rest.slice(1)) };
  const runner = Object.hasOwn(runners, program) ? runners[program] : undefined;
  const spec = runner === undefined ? undefined : specOf(rest, runner);
  if (runner === undefined || spec === undefined) return { program, throughShell: false, pinned: "local" };
  const elsewhere = rest.some((word) => /^--(?:registry|index-url|index|extra-index-url|default-index)(?:=|$)/.test(word));
  const read = readSpec(spec);
  return { program, throughShell: false, ...read, ...(elsewhere ? { elsewhere } : read.package === undefined || read.package === repository ? {} : { registry: runner.registry }) };
}

/** A name as programs have it, or no word of it at all. */
const nameOf = (path: string) => (/^[\w.+-]{0,60}$/.test(baseName(path)) ? baseName(path) : "a command");

const baseName = (path: string) => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase().replace(/\.(?:exe|cmd|bat|ps1)$/, "");

function behindEnvironment(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => !/^(?:-|\w+=)/.test(word) && !/^-[uC]$/.test(words[index - 1] ?? ""));
  return at < 0 ? [] : words.slice(at);
}

function behindShell(words: readonly string[]): readonly string[] {
  const rest = words.slice(Math.max(0, words.findIndex((word) => !/^(?:-|\/[a-zA-Z]$)/.test(word))));
  return rest.length === 1 ? (rest[0] ?? "").split(/\s+/) : rest;
}

function specOf(words: readonly string[], { verbs = [""], valued, from = [] }: Runner): string | undefined {
  const verb = verbs.find((each) => each === "" || `${words.join(" ")} `.startsWith(`${each} `));
  if (verb === undefined) return undefined;
  const rest = words.slice(verb === "" ? 0 : verb.split(" ").length);
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? "";
    const named = from.find((option) => word === option || word.startsWith(`${option}=`));
    if (named !== undefined) return word === named ? rest[at + 1] : word.slice(named.length + 1);
    if (valued.includes(word)) at += 1;
    else if (!word.startsWith("-")) return word;
  }
  return undefined;
}

/** `name@1.2.3` of npm, `name==1.2.3` of PyPI; a range, a tag or nothing lets the registry choose. */
function readSpec(spec: string): Omit<ProgramSource, "program" | "throughShell"> {
  const remote = /^(?:git\+|https?:|git@|github:)/.exec(spec);
  if (remote !== null) return /(?:#|@)[0-9a-f]{40}$/.test(spec) ? { package: repository, pinned: "exact" } : { package: repository, pinned: "floating" };
  if (/^[./~]|^[a-zA-Z]:[\\/]/.test(spec)) return { pinned: "local" };
  const [, name = spec, version] = /^((?:@[^@/]+\/)?[^@=[\]<>~!]+)(?:\[[^\]]*\])?(?:@|==)?(.*)$/.exec(spec) ?? [];
  const exact = version !== undefined && /^v?\d+(?:\.\d+){1,3}(?:[-+.]?[\w.-]+)?$/.test(version);
  return { package: name.slice(0, 120), pinned: exact ? "exact" : "floating", ...(exact ? { version } : {}) };
}

function readImage(words: readonly string[]): Omit<ProgramSource, "program" | "throughShell"> {
  const at = words.findIndex((word, index) => !word.startsWith("-") && !isValue(words[index - 1]));
  const image = words[at];
  if (image === undefined) return { pinned: "floating" };
  const [name = "", digest] = image.split("@sha256:");
  const [, tag] = /:([\w.-]+)$/.exec(name) ?? [];
  return { package: name.replace(/:[\w.-]+$/, "").slice(0, 120), pinned: digest === undefined ? "floating" : "exact", ...(tag === undefined ? {} : { version: tag }) };
}

const isValue = (before: string | undefined) => before !== undefined && before.startsWith("-") && !before.includes("=") && !bare.test(before);
