/** The rows that documents in unusual places add to each door. */
import { createCoverage } from "./coverage.ts";

export const placeCoverages = () => ({
  completions: createCoverage("completions", "placesCompletions"),
  clipboard: createCoverage("clipboard", "placesClipboard"),
  chat: createCoverage("chat", "placesChat"),
});
export type PlaceCoverages = ReturnType<typeof placeCoverages>;
