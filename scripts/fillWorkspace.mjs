/**
 * A workspace made from a template folder. The templates hold {{names}}; a random value of the right shape takes
 * the place of each, so that no live-looking token stands in the repository and no two workspaces are alike.
 */
import { execFileSync } from "node:child_process";
import { generateKeyPairSync, randomBytes, randomInt, randomUUID } from "node:crypto";
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** No vowels: chance spells no word, so every value looks as random as it is. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";
const digits = "0123456789";
const pick = (alphabet, length) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
const alphanumeric = (length) => pick(letters + letters.toLowerCase() + digits, length);
const password = () => `${alphanumeric(9)}!${alphanumeric(9)}7`;

/** Shapes by the end of the name, so `deploy-access-key` and `aws-access-key` are both access keys. */
const shapes = [
  [/access-key$/, () => `AK${"IA"}${pick(`${letters}234567`, 16)}`],
  // One in a thousand has no digit, and that one is taken for a path.
  [/secret-key$/, () => `${pick(`${letters}${letters.toLowerCase()}${digits}+/`, 39)}7`],
  [/github-token$/, () => `gh${"p_"}${alphanumeric(36)}`],
  [/(stripe|payment)-key$/, () => `sk_${"live"}_${alphanumeric(32)}`],
  [/session-secret$/, () => randomBytes(32).toString("hex")],
  [/webhook-token$/, () => `T${pick(letters + digits, 8)}/B${pick(letters + digits, 8)}/${alphanumeric(24)}`],
  [/password$/, password],
  [/private-key$/, () => generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey.export({ type: "sec1", format: "pem" }).trim()],
  [/^iban/, () => iban(pick(digits, 18))],
  [/^card/, () => withLuhnDigit(`4${pick(digits, 14)}`)],
  [/(-id|-revision)$/, () => randomUUID()],
];

/** German IBAN: the check digits are 98 minus the number modulo 97, with DE written as 1314. */
function iban(account) {
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, "0")}${account}`;
}

/** Card numbers end in a digit that makes the Luhn sum a multiple of ten. */
function withLuhnDigit(number) {
  const sum = [...number].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return number + String((10 - (sum % 10)) % 10);
}

function valueFor(name) {
  const shape = shapes.find(([pattern]) => pattern.test(name));
  if (!shape) throw new Error(`The template names {{${name}}}, but no shape is known for it.`);
  return shape[1]();
}

const filesUnder = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

/**
 * Copy `template` to `target`, fill it in, and make it a git repository where git is installed.
 * @param {string} template
 * @param {string} target
 * @param {Readonly<Record<string, string>>} replaced files with other contents than in the template
 * @returns {Readonly<Record<string, string>>} what each {{name}} became: the canaries of a test
 */
export function fillWorkspace(template, target, replaced = {}) {
  cpSync(template, target, { recursive: true });
  for (const [path, text] of Object.entries(replaced)) writeFileSync(join(target, path), text);
  const values = {};
  for (const file of filesUnder(target)) {
    const text = readFileSync(file, "utf8");
    const filled = text.replaceAll(/\{\{([a-z0-9-]+)\}\}/g, (_, name) => (values[name] ??= valueFor(name)));
    if (filled !== text) writeFileSync(file, filled);
  }
  commitEverything(target);
  return values;
}

function commitEverything(folder) {
  const person = ["-c", "user.name=Gatelodge demo", "-c", "user.email=demo@example.invalid", "-c", "commit.gpgsign=false"];
  const git = (...args) => execFileSync("git", [...person, ...args], { cwd: folder, stdio: "ignore" });
  try {
    git("init", "--quiet", "--initial-branch=main");
    git("add", "--all");
    git("commit", "--quiet", "--no-verify", "--message=Northwind Orders");
  } catch {
    // A machine without git, or with one that refuses: the tour works without a repository.
  }
}
