/** docs/coverage.md as text: made from measured rows, read back, and compared with new ones. */

/** @typedef {import("./coverageText.d.mts").CoverageRow} CoverageRow */

const preface = `# What is guarded, and how well

This page is made from the tests in a real editor (\`npm test\`, then \`npm run coverage\`); the test run fails when a route no longer behaves as it says here.

**Method.** VS Code (code-server) with Chromium, driven by keyboard and mouse. Two stand-in assistants use the same public
extension API as the real ones and write down everything they are given; the workspace is full of random canaries. Each route
is tried without Gatelodge (the canary arrives) and with it. *no lever* means that the editor gives an extension no way to
stop this route: the test shows the canary arriving. Times are limits with room for slow machines, measured on two cores.
Routes with a † are measured by \`npm test -- --all\` only: a killed host, a hostile repository, settings that cannot be written,
documents in unusual places.

**Where it runs.** Beside the workspace (\`extensionKind: workspace\`): on a remote machine that is the remote side, which judges
the files there; the settings it writes are the user's, through the editor. Files of a file system that only an extension
knows are judged by their names.

**Not run.** Copilot, Cursor and other assistants with an account: they were not signed in to. The desktop application: its
clipboard, menus and primary selection can differ from the browser's. macOS and Windows. JetBrains and other editors.
`;

const header = "| Route | Lever | Without Gatelodge | With Gatelodge |\n|---|---|---|---|";
const order = ["completions", "chat", "clipboard"];

/** The page. Rows of a door keep the order in which they were measured. @param {readonly CoverageRow[]} rows */
export function renderCoverage(rows) {
  const doors = [...new Set(rows.map(({ door }) => door))].toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const tables = doors.map((door) => `## ${door}\n\n${header}\n${rows.filter((row) => row.door === door).map(toLine).join("\n")}\n`);
  return [preface, ...tables].join("\n");
}

// Rows of fault tests are told apart, since a plain run does not measure them.
const dagger = " †";
const rank = (door) => (order.includes(door) ? order.indexOf(door) : order.length);
const toLine = ({ route, lever, off, on, faults }) => `| ${[faults ? `${route}${dagger}` : route, lever, asLimits(off), asLimits(on)].map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;

// Coarse, so that the page stays the same from run to run.
const limits = [250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000];
const measured = /within (\d+) ms/g;
const asLimits = (cell) => cell.replaceAll(measured, (_, milliseconds) => `in under ${limits.find((limit) => limit >= 2 * Number(milliseconds)) ?? "a hundred thousand"} ms`);

/** The rows that a page states. @param {string} page @returns {readonly CoverageRow[]} */
export function readCoverage(page) {
  return page.split(/^## /m).slice(1).flatMap((section) => {
    const [door = "", ...lines] = section.split("\n");
    return lines.filter((line) => line.startsWith("| ") && line !== header.split("\n")[0]).map((line) => {
      const [route = "", lever = "", off = "", on = ""] = line.slice(2, -2).split(/(?<!\\) \| /).map((cell) => cell.replaceAll("\\|", "|"));
      return route.endsWith(dagger) ? { door, route: route.slice(0, -dagger.length), lever, off, on, faults: true } : { door, route, lever, off, on };
    });
  });
}

/**
 * The rows of a new page: what was measured, and of the old page what was not: doors of which nothing was measured, and
 * rows of fault tests. @param {string} page @param {readonly CoverageRow[]} rows
 */
export function mergeCoverage(page, rows) {
  const doors = new Set(rows.filter(({ faults }) => !faults).map(({ door }) => door));
  const measured = new Set(rows.map(key));
  const kept = readCoverage(page).filter((row) => !measured.has(key(row)) && (row.faults || !doors.has(row.door)));
  return [...rows, ...kept].toSorted((a, b) => Number(a.faults ?? false) - Number(b.faults ?? false));
}

const key = ({ door, route }) => `${door}: ${route}`;

/**
 * What no longer holds of a page, one sentence each. Without `faults`, the rows of fault tests need not be among the
 * measured ones. @param {string} page @param {readonly CoverageRow[]} rows
 */
export function compareCoverage(page, rows, { faults = true } = {}) {
  const stated = readCoverage(page);
  const found = new Map(rows.map((row) => [key(row), row]));
  const known = new Set(stated.map(key));
  return [
    ...stated.flatMap((row) => {
      const now = found.get(key(row));
      if (now?.untried !== undefined) return [];
      if (now === undefined) return row.faults && !faults ? [] : [`${key(row)} was not measured`];
      return ["lever", "off", "on"].filter((column) => !holds(row[column], now[column])).map((column) => `${key(row)}: the page says "${row[column]}" (${column}), the test "${now[column]}"`);
    }),
    ...rows.filter((row) => row.untried === undefined && !known.has(key(row))).map((row) => `${key(row)} is not on the page: npm run coverage`),
  ];
}

const withoutTimes = (cell) => cell.replaceAll(measured, "…").replaceAll(/in under [\w ]+ ms/g, "…").replaceAll(/\s+/g, " ").trim();
const timesOf = (cell, pattern) => [...cell.matchAll(pattern)].map(([, time]) => Number(time));

/** Same words, and no time above twice the limit: a busy machine is no reason to fail, another order of magnitude is. */
function holds(stated, now) {
  const limitsStated = timesOf(stated, /in under (\d+) ms/g);
  return withoutTimes(stated) === withoutTimes(now) && timesOf(now, measured).every((time, index) => time <= 2 * (limitsStated[index] ?? Number.POSITIVE_INFINITY));
}
