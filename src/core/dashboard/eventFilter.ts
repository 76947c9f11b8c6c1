/** Which events are asked for: what stands in the page's address, and what the collector is asked. */
export interface EventFilter {
  /** Days, UTC. */
  readonly from?: string;
  readonly to?: string;
  readonly name?: string;
  readonly effect?: string;
  readonly subject?: string;
  readonly assistant?: string;
  readonly channel?: string;
  readonly device?: string;
  /** Where the page before ended. */
  readonly before?: string;
}

export const filterFields = ["from", "to", "name", "effect", "subject", "assistant", "channel", "device", "before"] as const;
const longest = 200;
const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const forms: Partial<Record<keyof EventFilter, (value: string) => boolean>> = { from: isDay, to: isDay, before: (value) => /^\d{1,13}~[\w-]{1,64}~[\w-]{1,64}$/.test(value) };

/** Takes what has the form; the rest is as if it were not there. */
export function readEventFilter(query: Readonly<Record<string, unknown>>): EventFilter {
  return Object.fromEntries(filterFields.flatMap((field) => {
    const value = query[field];
    return typeof value === "string" && value !== "" && value.length <= longest && (forms[field]?.(value) ?? true) ? [[field, value]] : [];
  }));
}

/** The filter as a query, in one order, so that the same filter has one address. */
export function toQuery(filter: EventFilter): string {
  const query = filterFields.flatMap((field) => (filter[field] === undefined ? [] : [`${field}=${encodeURIComponent(filter[field])}`])).join("&");
  return query === "" ? "" : `?${query}`;
}
