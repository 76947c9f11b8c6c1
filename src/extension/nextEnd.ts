import { toInstant } from "../core/policy/parsePolicy.ts";

interface Softening {
  readonly grants: readonly { readonly until: number }[];
  readonly exceptions: readonly { readonly expires: string }[];
}

/** The first moment after `now` at which a permission or an exception ends, by the clock alone. */
export function nextEnd(now: number, { grants, exceptions }: Softening): number | undefined {
  const ends = [...grants.map(({ until }) => until), ...exceptions.map(({ expires }) => toInstant(expires))].filter((end) => end > now);
  return ends.length === 0 ? undefined : Math.min(...ends);
}
