/** A finding's line for a person to judge, without the value. */

/** What stands before and behind it on its line, and of the value its length and the kinds of its characters. */
export function maskedPlace(text, { start, end }) {
  const before = text.slice(Math.max(0, start - 60), start).split(/\r?\n/).slice(-2).join(" ⏎ ");
  const behind = text.slice(end, end + 30).split(/\r?\n/, 1)[0];
  return `${maskRuns(before)}⟦${describe(text.slice(start, end))}⟧${maskRuns(behind)}`;
}

/** Other values may stand beside this one. */
function maskRuns(text) {
  return text.replaceAll(/[\w+/=-]{16,}/g, (run) => (/\d/.test(run) ? `${run.slice(0, 3)}…` : run));
}

function describe(value) {
  const kinds = [[/[a-z]/, "a"], [/[A-Z]/, "A"], [/\d/, "9"], [/[^\w\s]/, "!"], [/\s/, "␠"]].filter(([pattern]) => pattern.test(value)).map(([, sign]) => sign);
  return `${value.length} of ${kinds.join("")}`;
}
