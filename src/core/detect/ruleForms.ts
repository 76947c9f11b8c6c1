import type { Tier } from "../request.ts";
import type { CheckCall } from "./checks/checks.ts";
import type { Detector, Origin, PatternDetector } from "./detector.ts";

/** No letter, digit or `_` before it, except the `n` of a `\n` in a string and the `D` of a `%3D` in an address. */
export const wordStart = String.raw`(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9_])`;
export const wordEnd = "(?![A-Za-z0-9])";

/** From the end of a name to its value: `="`, `: `, `:string="`, `=>'`, `">`, `" value="`, `", "`, `" || "`, `:-`, a value on YAML's or JSON's next line. */
export const assigned = String.raw`\\?["'\`]?(?:\]|\[\d{0,4}\])?(?:\s{0,8}(?:As String ?=|:\s{0,2}[A-Za-z&][\w.<>\[\]|&' ]{0,30}=|(?<=[ \t])[A-Za-z][\w.]{0,20} ?=|=>|:{1,3}=|[?.+]=|!?={1,3}|\|\||\?\?|:-|,\s{0,40}\\?["']value\\?["']\s{0,3}:|[:,>(])|["']?\s{1,4}value\s?=|\r?\n\s{0,20}(?:secret_)?value["']?\s{0,3}[:=]|\s)\s{0,8}(?:[|>][+-]?\r?\n\s{1,20}|ConvertTo-SecureString (?:-String )?|String::from\()?(?:[a-z@]{1,2}(?=["']))?(?:["'](?=\\["']))?\\?["'\`]?`;

export interface TokenForm extends Partial<Origin> {
  readonly id: string;
  /** What it starts with, as written; three characters or more. */
  readonly prefixes: readonly string[];
  /** Source of the pattern of the rest. */
  readonly body: string;
  /** A rest that fits. */
  readonly sample: () => string;
  readonly tier?: Tier;
  readonly check?: CheckCall;
  /** Further texts without a finding. */
  readonly unlike?: () => readonly string[];
}

/** A token that says by its first characters whose it is. */
export function prefixed({ id, prefixes, body, sample, tier = "likely", check = "token", unlike, ...origin }: TokenForm): PatternDetector {
  const [prefix = ""] = prefixes;
  return {
    id, kind: "secret", tier, keywords: prefixes.map((text) => text.toLowerCase()),
    pattern: new RegExp(`${wordStart}((?:${prefixes.map((text) => literally(text)).join("|")})${body})${wordEnd}`, "dy"),
    check, ...origin,
    examples: () => prefixes.flatMap((each) => [`const it = "${each}${sample()}";`, `IT=${each}${sample()}\n`, `{\\"it\\":\\"a\\n${each}${sample()}\\"}`]),
    counterExamples: () => [prefix, `${prefix}short`, `Z${prefix}${sample()}`, `${prefix}${"x".repeat(sample().length)}`, ...(unlike?.() ?? [])],
  };
}

export interface NamedForm extends Partial<Origin> {
  readonly id: string;
  /** Lower-case literals that the value's name holds; `_` stands for any of `_`, `-`, `.` and nothing. */
  readonly names: readonly string[];
  /** Source of the pattern of the value; case does not count. */
  readonly value: string;
  readonly sample: () => string;
  readonly tier?: Tier;
  readonly unlike?: () => readonly string[];
}

/** A value without a form of its own, which only the name before it gives away. */
export function named({ id, names, value, sample, tier = "likely", unlike, ...origin }: NamedForm): PatternDetector {
  const [name = ""] = names;
  return {
    id, kind: "secret", tier, keywords: [...new Set(names.flatMap((each) => literalsOf(each)))],
    pattern: new RegExp(String.raw`(?:${names.map((each) => each.replaceAll("_", "[_.-]?")).join("|")})[\w.-]{0,30}${assigned}(?<![\w.-])(${value})(?![\w/+=-])`, "diy"),
    check: "named", ...origin,
    examples: () => [`${name.toUpperCase()}=${sample()}`, `const ${name} = "${sample()}";`, `"${name}": "${sample()}"`],
    counterExamples: () => [`${name} = process.env.${name.toUpperCase()}`, `${name} = "${"x".repeat(sample().length)}"`, sample(), ...(unlike?.() ?? [])],
  };
}

/** What a name is searched for by: its first word, unless that is so short that it stands in many others: `fal` in `false`. */
function literalsOf(name: string): readonly string[] {
  const [first = name, second, ...rest] = name.split("_");
  return first.length > 4 || second === undefined || second === "" || rest.length > 0 ? [first] : ["", "_", ".", "-"].map((joint) => first + joint + second);
}

/** Rules of one source, which need not name it each. */
export const takenFrom = (origin: Origin, rules: readonly Detector[]): readonly Detector[] => rules.map((rule) => ({ ...origin, ...rule }));

/** Written for this product from vendors' own descriptions. */
export const own: Origin = { source: "own", licence: "MIT" };

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
