/** The rows that documents in unusual places add to each door: only `npm test -- --all` measures them. */
import { createCoverage } from "../editor/coverage.ts";

export const placeCoverages = () => ({
  completions: createCoverage("completions", "placesCompletions", { faults: true }),
  clipboard: createCoverage("clipboard", "placesClipboard", { faults: true }),
  chat: createCoverage("chat", "placesChat", { faults: true }),
});
export type PlaceCoverages = ReturnType<typeof placeCoverages>;
