/** The page of what about policy files does not hold as written. */
export function toProblemsPage(problems: readonly string[]): string {
  if (problems.length === 0) return "# Policy problems\n\nNone: every policy file is in force as written.\n";
  return ["# Policy problems", "", ...problems.map((problem) => `- ${problem.replace(/^\w+/, "**$&**")}`), ""].join("\n");
}
