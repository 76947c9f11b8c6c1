/** Variables of files such as `.env`: which programs load them, and which show what they hold. */
import { operands } from "./operands.ts";
import { interpreters, programName, searching, shells } from "./programs.ts";
import type { Known } from "./words.ts";

export interface Loading {
  readonly files: readonly Known[];
  /** The words without those that name the files. */
  readonly rest: readonly Known[];
}

/** Any variable there is. */
export const anyVariable = "*";

const option = /^--env-?file(?:-if-exists)?$/;
const joined = /^(?:--env-?file(?:-if-exists)?|dotenv_config_path)=(.+)$/s;
const nodes = new Set(["node", "nodejs", "bun", "deno", "tsx"]);

/** `--env-file .env`: the program gets what stands in the file, and does its own work with it. */
export function takeLoads(name: string, rest: readonly Known[]): Loading | undefined {
  const own = nodes.has(name) || ownWords(name, rest) === rest.length ? ownWords(name, rest) : 0;
  const files: Known[] = [];
  const left = rest.filter((word, at) => {
    if (at >= own || word.unknown) return true;
    const value = joined.exec(word.text)?.[1];
    if (value !== undefined) files.push({ ...word, text: value });
    else if (option.test(rest[at - 1]?.text ?? "")) files.push(word);
    else return !option.test(word.text);
    return false;
  });
  return files.length === 0 ? undefined : { files, rest: left };
}

const runners = new Set(["dotenv", "dotenvx", "dotenv-cli", "env-cmd"]);
const starters = new Set(["npx", "bunx", "pnpm", "yarn", "exec", "dlx", "run", "uv", "poetry", "pipenv", "python", "python3", "-m", "-y", "--yes"]);
const runnerOption = /^(?:-e|-f|--file|--env-file)$/;
const looking = new Set(["list", "get", "keys", "export", "decrypt", "encrypt"]);

/** `dotenv -e .env -- command`: `rest` is the command; where it only shows what the files hold there is none. */
export function takeRunner(words: readonly Known[]): Loading | undefined {
  const start = words.findIndex(({ text }) => !starters.has(programName(text)));
  if (!runners.has(programName(words[start]?.text ?? ""))) return undefined;
  const files: Known[] = [];
  let at = start + 1;
  for (; at < words.length; at += 1) {
    const { text = "" } = words[at] ?? {};
    if (runnerOption.test(text)) {
      at += 1;
      files.push(...words.slice(at, at + 1));
    } else if (!text.startsWith("-") && text !== "run") break;
    else if (text === "--") {
      at += 1;
      break;
    }
  }
  const rest = words.slice(at);
  return { files: files.length > 0 ? files : [{ text: ".env", unknown: false, glob: false }], rest: looking.has(rest[0]?.text ?? "") ? [] : rest };
}

/** How many words stand before a text that it is given to run, which may take those behind it for anything. */
function ownWords(name: string, rest: readonly Known[]): number {
  const code = [...(interpreters[name] ?? []), ...(shells.has(name) ? ["-c"] : [])];
  const at = rest.findIndex(({ text }) => code.includes(text.toLowerCase()) || (shells.has(name) && /^-\w*c$/.test(text)));
  return at < 0 ? rest.length : at;
}

const code = /\benviron\b|process\.env|getenv|\bENV\b|ENVIRON|printenv|\$ENV/;
const containers = new Set(["docker", "podman", "docker-compose", "nerdctl"]);
const quiet = new Set(["git", "gh", "echo", "printf"]);

/** The variables whose values a program shows by what it is, not by words that hold them. */
export function variablesShownBy(name: string, rest: readonly Known[], document = ""): readonly string[] {
  const texts = rest.map(({ text }) => text);
  const has = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  if (name === "printenv") return operands(rest).length === 0 || rest.some(({ unknown }) => unknown) ? [anyVariable] : operands(rest).map(({ text }) => text);
  if (name === "env") return operands(rest).every(({ text }) => text.includes("=")) ? [anyVariable] : [];
  if (name === "set") return rest.length === 0 || has(/^[-+][a-zA-Z]*[xv]|^(?:xtrace|verbose)$/) ? [anyVariable] : [];
  if (/^(?:export|declare|typeset|readonly|local)$/.test(name)) return operands(rest).length === 0 || has(/^-[a-zA-Z]*p/) ? [anyVariable] : [];
  if (name === "compgen" || name === "envsubst" || (name === "make" && has(/^-[a-zA-Z]*p|^--print-data/)) || (name === "ps" && has(/^[a-zA-Z]*[eE]|^-E/))) return [anyVariable];
  if (shells.has(name) && has(/^-[a-zA-Z]*[xv]|^(?:xtrace|verbose)$/)) return [anyVariable];
  if (containers.has(name) && has(/^(?:(?:.*\/)?env|set|export|config|convert|inspect)$/)) return [anyVariable];
  if (/^(?:npm|pnpm|yarn|bun)$/.test(name) && has(/^env$/)) return [anyVariable];
  if (name in interpreters) return /env/i.test(`${texts.slice(ownWords(name, rest)).join(" ")} ${document}`) ? [anyVariable] : [];
  return !quiet.has(name) && !searching.has(name) && (has(code) || has(/(?:^|\/)environ$/) || code.test(document)) ? [anyVariable] : [];
}

const connecting = new Set(["psql", "pg_dump", "pg_restore", "mongosh", "redis-cli"]);

/** Whether such a program keeps to itself what a word of it holds: a test says yes or no, a client of a database connects. */
export const keepsWords = (name: string, rest: readonly Known[]) => name === "test" || name === "[" || name === "[[" || (connecting.has(name) && rest.every(({ text }) => !/^-[a-zA-Z]*[cv]|^--(?:command|eval|set|variable)/.test(text)));
