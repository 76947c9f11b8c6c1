import { filterFields, toQuery, type EventFilter } from "../../../src/core/dashboard/eventFilter.ts";
import { goTo } from "../address.ts";
import { effectWord, eventWord } from "../words.ts";

const words: Readonly<Record<(typeof filterFields)[number], string>> = { from: "From", to: "To", name: "Kind", effect: "Done", subject: "Rule or cause", assistant: "Assistant", channel: "Way", device: "Machine", before: "" };
const dates = ["from", "to"] as const;
const texts = ["subject", "assistant", "channel"] as const;

/** What is filtered by, each with a way to drop it, and fields for the rest. */
export function FilterBar({ filter }: { readonly filter: EventFilter }) {
  const { before: _, ...whole } = filter;
  const chosen = filterFields.filter((field) => whole[field as keyof typeof whole] !== undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = Object.fromEntries([...new FormData(event.currentTarget as HTMLFormElement)].flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : [])));
    const kept = { name: filter.name, effect: filter.effect, device: filter.device };
    goTo(`/events${toQuery({ ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)), ...fields })}`);
  };
  return <>
    <form class="filter" aria-label="Filter" key={toQuery(whole)} onSubmit={submit}>
      {dates.map((field) => <label key={field}>{words[field]}<input type="date" name={field} value={filter[field] ?? ""} /></label>)}
      {texts.map((field) => <label key={field}>{words[field]}<input type="text" name={field} value={filter[field] ?? ""} /></label>)}
      <button type="submit">Filter</button>
    </form>
    {chosen.length > 0 && <ul class="chosen" aria-label="Filtered by">
      {chosen.map((field) => <li key={field}>{words[field]}: {toShown(field, filter[field] ?? "")} <a href={`/events${toQuery(without(whole, field))}`} aria-label={`Drop the filter ${words[field]}`}>×</a></li>)}
      <li><a href="/events">Drop all</a></li>
    </ul>}
  </>;
}

const toShown = (field: keyof EventFilter, value: string) => (field === "name" ? eventWord(value) : field === "effect" ? effectWord(value) : value);
const without = (filter: EventFilter, dropped: keyof EventFilter): EventFilter => Object.fromEntries(Object.entries(filter).filter(([field]) => field !== dropped));
