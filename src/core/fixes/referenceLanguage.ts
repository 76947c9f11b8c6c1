/**
 * How a program in some language refers to its environment, as data. `quotes` are the delimiters of plain string
 * literals, longest first; `prefixes` may stand before one without changing that the whole literal is the value.
 */
export interface ReferenceLanguage {
  readonly quotes: readonly string[];
  readonly prefixes?: readonly string[];
  /** A value may stand without quotes after `key: ` or `KEY=`. */
  readonly bare?: true;
  /** Characters that begin a comment to the end of the line. */
  readonly comment: readonly string[];
  readonly refer: (name: string) => string;
  /** What the environment variable is called for the program that reads it; the name itself where nothing is said. */
  readonly variable?: (name: string) => string;
  /** What else the person has to see to. */
  readonly note?: (name: string) => string;
}

const slashes = ["//"];
const hash = ["#"];
const lower = (name: string) => name.toLowerCase();

const script: ReferenceLanguage = { quotes: ['"', "'", "`"], comment: slashes, refer: (name) => `process.env.${name}`, note: () => "In a browser bundle there is no process.env: such a value belongs on a server." };
const yaml: ReferenceLanguage = { quotes: ['"', "'"], bare: true, comment: hash, refer: (name) => `"\${${name}}"`, note: () => "YAML itself knows no environment: the program that reads this file must expand it." };

const byLanguage: Readonly<Record<string, ReferenceLanguage>> = {
  javascript: script, javascriptreact: script, typescript: script, typescriptreact: script, vue: script, svelte: script,
  python: { quotes: ['"""', "'''", '"', "'"], prefixes: ["r", "R", "u", "U"], comment: hash, refer: (name) => `os.environ["${name}"]`, note: () => "It needs import os." },
  go: { quotes: ['"', "`"], comment: slashes, refer: (name) => `os.Getenv("${name}")`, note: () => 'It needs import "os"; a const must become a var.' },
  java: { quotes: ['"""', '"'], comment: slashes, refer: (name) => `System.getenv("${name}")` },
  csharp: { quotes: ['"""', '"'], prefixes: ["@"], comment: slashes, refer: (name) => `System.Environment.GetEnvironmentVariable("${name}")`, note: () => "A const must become static readonly." },
  ruby: { quotes: ['"', "'"], comment: hash, refer: (name) => `ENV.fetch("${name}")` },
  php: { quotes: ['"', "'"], comment: ["//", "#"], refer: (name) => `getenv('${name}')`, note: () => "A const or a property default must be set in a constructor instead." },
  rust: { quotes: ['"'], prefixes: ["r"], comment: slashes, refer: (name) => `std::env::var("${name}").expect("${name} is not set")`, note: () => "It gives a String and cannot stand in a const." },
  shellscript: { quotes: ['"', "'"], bare: true, comment: hash, refer: (name) => `"\${${name}:?}"` },
  yaml, dockercompose: { ...yaml, note: () => "Compose reads it from the environment or from .env beside this file." },
  dockerfile: { quotes: ['"', "'"], bare: true, comment: hash, refer: (name) => `"\${${name}}"`, note: (name) => `It needs ARG ${name}; better, RUN --mount=type=secret, which leaves no trace in the image.` },
  terraform: { quotes: ['"'], comment: ["#", "//"], refer: (name) => `var.${lower(name)}`, variable: (name) => `TF_VAR_${lower(name)}`, note: (name) => `It needs variable "${lower(name)}" { type = string, sensitive = true }.` },
};

const actions: ReferenceLanguage = { ...yaml, refer: (name) => `\${{ secrets.${name} }}`, note: () => "Set it under Settings, Secrets and variables, Actions." };

const aliases: Readonly<Record<string, string>> = { "terraform-vars": "terraform", "opentofu": "terraform", "github-actions-workflow": "yaml", "dockercompose": "dockercompose", "bat": "", "mjs": "javascript", "zsh": "shellscript", "bash": "shellscript", "sh": "shellscript" };
// Where the editor has no extension for a language (Terraform, Dockerfile of another name) its file name still tells.
const byEnding: readonly (readonly [RegExp, string])[] = [[/\.tf$/, "terraform"], [/(^|\/)(Dockerfile|Containerfile)(\.[\w-]+)?$/, "dockerfile"], [/(^|\/)(docker-)?compose(\.[\w-]+)?\.ya?ml$/, "dockercompose"]];

/** The reference language of a document, `undefined` where an environment reference makes no sense (JSON, Markdown, .env). */
export function findReferenceLanguage(languageId: string, uri: string): ReferenceLanguage | undefined {
  const path = uri.replace(/[?#].*$/, "");
  if (/\/\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return actions;
  const ending = byEnding.find(([pattern]) => pattern.test(path))?.[1];
  const id = ending ?? aliases[languageId] ?? languageId;
  return Object.hasOwn(byLanguage, id) ? byLanguage[id] : undefined;
}
