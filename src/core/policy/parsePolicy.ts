import { checkSchema, type PolicyError } from "./checkSchema.ts";
import { checkAi } from "./checkAi.ts";
import { checkOwnDetectors } from "./checkOwnDetectors.ts";
import { checkEndpoints } from "./checkEndpoints.ts";
import type { PolicyDocument } from "./policyDocument.ts";
import { policySchema } from "./policySchema.ts";

export type ParsedPolicy = { readonly ok: true; readonly document: PolicyDocument } | { readonly ok: false; readonly errors: readonly PolicyError[] };

/**
 * Turns what a YAML or JSON parser gave into a document, or into every error with its place. Never throws.
 * References to labels are checked at merging, where the labels are known.
 */
export function parsePolicy(value: unknown): ParsedPolicy {
  const errors = checkSchema(policySchema, value);
  if (errors.length > 0) return { ok: false, errors };
  const document = value as PolicyDocument;
  const meaning = [...checkIds(document), ...checkGlobs(document), ...checkDates(document), ...checkLabelList(document), ...checkAi(document), ...checkOwnDetectors(document), ...checkEndpoints(document)];
  return meaning.length > 0 ? { ok: false, errors: meaning } : { ok: true, document };
}

function checkIds(document: PolicyDocument): readonly PolicyError[] {
  return (["classification", "rules", "exceptions"] as const).flatMap((section) => {
    const seen = new Set<string>();
    return (document[section] ?? []).flatMap(({ id }, index) => {
      const again = seen.has(id);
      seen.add(id);
      return again ? [{ path: [section, index, "id"], message: `${id} is used twice` }] : [];
    });
  });
}

// `{a,b}{c,d}…` doubles with every brace, and minimatch expands before it matches: thousands would take seconds.
const maxAlternatives = 100;

function checkGlobs(document: PolicyDocument): readonly PolicyError[] {
  const check = (globs: readonly string[] | undefined, path: readonly (string | number)[]): readonly PolicyError[] =>
    (globs ?? []).flatMap((glob, index) => {
      if (glob.includes("{") && glob.includes("..")) return [{ path: [...path, index], message: "a glob may not count in braces; list the names" }];
      if (countAlternatives(glob) > maxAlternatives) return [{ path: [...path, index], message: `the braces of a glob may stand for at most ${maxAlternatives} globs` }];
      if (glob.startsWith("!")) return [{ path: [...path, index], message: "a glob may not be negated; use except" }];
      if (glob.includes("\\")) return [{ path: [...path, index], message: "use / between folders, also on Windows" }];
      return [];
    });
  return [
    ...(document.classification ?? []).flatMap((entry, index) => [
      ...check(entry.paths, ["classification", index, "paths"]),
      ...check(entry.except, ["classification", index, "except"]),
      ...(entry.paths === undefined && entry.repositories === undefined && entry.markers === undefined && entry.detectors === undefined
        ? [{ path: ["classification", index], message: "needs paths, repositories, markers or detectors" }] : []),
    ]),
    ...(document.exceptions ?? []).flatMap((entry, index) => check(entry.paths, ["exceptions", index, "paths"])),
  ];
}

/** Never less than what the braces of a glob expand to: those within others count as if they stood beside them, and each at least twice. */
function countAlternatives(glob: string): number {
  return glob.split("{").slice(1).reduce((product, part) => product * Math.max(2, part.split(",").length), 1);
}

function checkDates(document: PolicyDocument): readonly PolicyError[] {
  const dates = [
    ...(document.exceptions ?? []).map(({ expires }, index) => ({ date: expires, path: ["exceptions", index, "expires"] })),
    ...(document.detectors?.quiet ?? []).flatMap(({ until }, index) => (until === undefined ? [] : [{ date: until, path: ["detectors", "quiet", index, "until"] }])),
  ];
  return dates.filter(({ date }) => Number.isNaN(toInstant(date))).map(({ path }) => ({ path, message: "must be an ISO date such as 2027-03-31" }));
}

function checkLabelList({ labels }: PolicyDocument): readonly PolicyError[] {
  return labels !== undefined && new Set(labels).size < labels.length ? [{ path: ["labels"], message: "a label is listed twice" }] : [];
}

/** ISO date (its end, UTC) or date-time → epoch milliseconds, NaN when it is neither. */
export function toInstant(iso: string): number {
  if (/^\d{4}-\d\d-\d\d$/.test(iso)) return Date.parse(`${iso}T23:59:59.999Z`);
  return /^\d{4}-\d\d-\d\dT/.test(iso) ? Date.parse(iso) : Number.NaN;
}
