import { fieldsOf } from "../../../assistants/hooks/fields.ts";

/** A setting that gives an assistant more power, and what it then may do. */
export interface PowerRule {
  /** With dots: as one key, and as keys in keys. */
  readonly key: string;
  /** What its value allows; `undefined`: nothing more than usual. */
  readonly allows: (value: unknown) => string | undefined;
}

/** A setting that is to be one of these values. */
export const when = (key: string, values: readonly unknown[], says: string): PowerRule => ({ key, allows: (value) => (values.includes(value) ? says : undefined) });

/** A list, or the keys of an object that are on, of which one is as the pattern says. */
export const whenHas = (key: string, pattern: RegExp, says: string): PowerRule => ({ key, allows: (value) => (namesOn(value).some((name) => pattern.test(name)) ? says : undefined) });

/** A setting that says anything at all. */
export const whenSet = (key: string, says: string): PowerRule => ({ key, allows: (value) => (value === undefined || value === null || value === "" || value === false || isEmpty(value) ? undefined : says) });

export const everything = /^(?:\*+|\/?\^?\.[*+]\$?\/?\w*|\*:\*|\(\.\*\))$/;

function namesOn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.filter((each): each is string => typeof each === "string");
  return Object.entries(fieldsOf(value)).filter(([, on]) => on === true || on === "allow" || Object.values(fieldsOf(on)).includes(true)).map(([name]) => name);
}

const isEmpty = (value: unknown) => typeof value === "object" && value !== null && Object.keys(value).length === 0;

/** The value of a key, however it is written. */
export function valueOf(settings: unknown, key: string): unknown {
  const flat = fieldsOf(settings)[key];
  return flat === undefined ? key.split(".").reduce<unknown>((inner, part) => fieldsOf(inner)[part], settings) : flat;
}
