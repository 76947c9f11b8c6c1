import type { Assistant } from "./assistant.ts";
import { knownAssistants } from "./known.ts";

// Programs that start another one named after them, with those of their options that take a value.
const launchers: Readonly<Record<string, readonly string[]>> = {
  sudo: ["-u", "-g", "-h", "-p", "-C", "-D", "-R", "-T"], doas: ["-u", "-C"], env: ["-u", "-C", "-S"], command: [], exec: ["-a"], nohup: [], time: ["-f", "-o"], nice: ["-n"],
  npx: ["-c"], bunx: [], uvx: ["--python", "--with"],
  "npm exec": [], "npm x": [], "pnpm dlx": [], "pnpm exec": [], "yarn dlx": [], "yarn exec": [], "bun x": [], "pipx run": ["--spec"], "uv tool run": ["--python", "--with"],
};

/** The assistant that a command line starts, through launchers, paths and environment assignments. What a shell would expand is not seen. */
export function findByCommandLine(line: string): Assistant | undefined {
  for (const words of splitCommands(line)) {
    const program = programOf(words);
    const assistant = program === undefined ? undefined : knownAssistants.find(({ programs, packages }) => programs?.includes(baseName(program)) === true || packages?.includes(withoutVersion(program)) === true);
    if (assistant !== undefined) return assistant;
  }
  return undefined;
}

/** The word in the place of a program, behind assignments and launchers with their options. */
function programOf(words: readonly string[]): string | undefined {
  const start = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word) && word !== "&");
  if (start < 0) return undefined;
  const rest = words.slice(start);
  const launcher = Object.keys(launchers).find((name) => name.split(" ").every((part, index) => (index === 0 ? baseName(rest[0] ?? "") : rest[index]) === part));
  if (launcher === undefined) return rest[0];
  return programOf(skipOptions(rest.slice(launcher.split(" ").length), launchers[launcher] ?? []));
}

function skipOptions(words: readonly string[], withValue: readonly string[]): readonly string[] {
  const [first] = words;
  if (first === undefined || !first.startsWith("-") || first === "-") return words;
  return first === "--" ? words.slice(1) : skipOptions(words.slice(withValue.includes(first) ? 2 : 1), withValue);
}

/** `/usr/bin/claude`, `C:\tools\claude.exe`, `node_modules/.bin/codex.cmd` → the bare name. */
const baseName = (program: string) => program.slice(Math.max(program.lastIndexOf("/"), program.lastIndexOf("\\")) + 1).toLowerCase().replace(/\.(?:exe|cmd|bat|ps1|js|mjs|cjs)$/, "");
const withoutVersion = (name: string) => name.replace(/(?<=.)@[^/@]*$/, "").toLowerCase();

/** Simple commands as words: split at `;`, `&`, `|`, brackets and line ends, quotes removed. */
function splitCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const [token, double, single] of line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|[;&|()\n]+|[^\s;&|()"'\n]+/g)) {
    if (/^[;&|()\n]/.test(token)) commands.push([]);
    else commands.at(-1)?.push(double ?? single ?? token);
  }
  return commands.filter((words) => words.length > 0);
}
