import { columnKind, tellingKinds, type ColumnKind } from "./columnNames.ts";
import { passesLuhn, remainder97 } from "./checkDigits.ts";
import type { Judged, Row, Table } from "./table.ts";

const [looksAt, enoughRows] = [60, 3];
type Kinds = readonly (ColumnKind | undefined)[];

/** Whether columns of such names would be about people: two or more that tell who somebody is, one of them more than a place has. */
export function nameColumns(columns: readonly string[]): { readonly kinds: Kinds; readonly about?: Judged["about"] } {
  const kinds = columns.map((name) => columnKind(name));
  const known = kinds.filter((kind) => kind !== undefined);
  const telling = new Set(known.filter((kind) => tellingKinds.has(kind)));
  if (known.length < 3 || telling.size === 0) return { kinds };
  if (known.includes("health")) return { kinds, about: "health" };
  const isPerson = telling.has("name") || telling.has("email") || telling.has("birth") || telling.has("number");
  return telling.size >= 2 && isPerson ? { kinds, about: "people" } : { kinds };
}

/** A table is a dump of people when its columns are and several different rows hold what could be theirs: no schema, no form, no made-up data. */
export function judgeTable(text: string, { columns, header, rows }: Table): Judged | undefined {
  const { kinds, about } = nameColumns(columns);
  if (about === undefined) return undefined;
  const cells = (row: Row) => row.map((place) => (place === undefined ? "" : text.slice(place.start, place.end)));
  const hasFact = (row: Row) => cells(row).some((value, index) => isFact(kinds[index], value));
  // What follows a table may have as many commas by chance.
  const own = rows.slice(0, rows.findLastIndex(hasFact) + 1);
  const looked = own.slice(0, looksAt).map(cells);
  const madeUp = looked.filter((values) => isMadeUp(kinds, values)).length;
  const real = new Set(looked.filter((values) => !isMadeUp(kinds, values)).flatMap((values) => {
    const facts = values.filter((value, index) => isFact(kinds[index], value));
    return facts.length > 0 && values.filter((value, index) => kinds[index] !== undefined && isFilled(value)).length >= 2 ? [facts.join("\n")] : [];
  }));
  if (real.size < enoughRows || madeUp > real.size) return undefined;
  const telling = new Set(kinds.filter((kind) => kind !== undefined && tellingKinds.has(kind)));
  return {
    about,
    header: { ...header, tier: telling.size >= 3 || about === "health" ? "certain" : "likely" },
    values: own.flatMap((row) => row.flatMap((place, index) => (place === undefined || kinds[index] === undefined || place.start >= place.end ? [] : [{ ...place, tier: "likely" as const }]))),
  };
}

const isFilled = (value: string) => value !== "" && !/^\[redacted:|^(?:null|none|n\/?a|nil|undefined|string|text|varchar|todo|-+|\?+|\\N)$/i.test(value) && !/\{\{|\$\{|<%|^[<%@:$]\w/.test(value);

/** More than a word: what a translation, a form or a type under such a name does not look like. */
function isFact(kind: ColumnKind | undefined, value: string): boolean {
  if (kind === undefined || !isFilled(value)) return false;
  const digits = value.replaceAll(/\D/g, "").length;
  if (kind === "email") return /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value);
  if (kind === "phone") return digits >= 7 && digits <= 16 && /^[\d\s()+./x-]+$/.test(value);
  if (kind === "birth") return /^\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}/i.test(value) || /^(?:19|20)\d{6}$/.test(value);
  if (kind === "address") return /\d/.test(value) && /\p{L}{3}/u.test(value);
  if (kind === "number") return digits >= 5 && value.length <= 40;
  return kind === "health" && /[a-z]\d\d|\p{L}{4}/iu.test(value);
}

/** Addresses under domains set aside for examples, in a row without a number whose check digits hold. */
function isMadeUp(kinds: Kinds, values: readonly string[]): boolean {
  const mails = values.filter((value, index) => kinds[index] === "email" && value.includes("@"));
  if (mails.length === 0 || !mails.every((mail) => /@(?:[\w.-]*\.)?(?:example|test|invalid|localhost)(?:\.\w{2,4})?$|@(?:[\w-]*\.)?(?:test|foo|bar|acme|domain|email|mail)\.(?:com|org|net|io)$/i.test(mail))) return false;
  return !values.some((value, index) => kinds[index] === "number" && isChecked(value.replaceAll(/[ -]/g, "")));
}

const isChecked = (number: string) => (/^\d{13,19}$/.test(number) && passesLuhn(number)) || (/^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/.test(number) && remainder97(number.slice(4) + number.slice(0, 4)) === 1);
