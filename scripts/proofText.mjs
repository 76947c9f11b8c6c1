/** docs/proof-agents.md as text: made of measured rows, and compared with new ones. */

/** @typedef {import("./proofText.d.mts").ProofRow} ProofRow */

const preface = `# Agents: what reached the model

This page is made from runs of the real clients (\`npm run proof:agents\`; \`npm test -- --all\` holds the page to what it measures
of Claude Code, Codex and Copilot CLI).

**Method.** Each client, at the version named, is installed from npm, started without a person in a home of its own, and talks to a scripted
model on the loopback, which calls the client's own tools. What counts is the bodies of the requests that reach that model: a random canary is in
them, or it is not. Each case runs without the guard, where the canary must arrive unless the client itself refuses, and with the hook as an
installation writes it. The restricted file is \`.env\`; \`server.pem\` where a client's reading tool refuses that name by itself (Gemini CLI).
Everyday work must arrive unchanged. Run on Linux; macOS, Windows and the clients' windows (as opposed to their headless mode) were not run.
`;

const header = "| Case | Scope | Without the guard | With the guard |\n|---|---|---|---|";
const everydayHeader = "| Everyday work | With the guard |\n|---|---|";
const said = (row) => (row === undefined ? "not run" : row.leaked ? (row.limit === undefined ? "arrives" : `**arrives**: ${row.limit}`) : row.limit === undefined ? "does not arrive" : `does not arrive: ${row.limit}`);
const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** The section of one client. @param {readonly ProofRow[]} rows */
function section(rows) {
  const [{ client, version }] = rows;
  const guarded = rows.filter(({ benign }) => !benign);
  const keys = [...new Set(guarded.map(keyOf))];
  const lines = keys.map((key) => {
    const of = (guard) => guarded.find((row) => keyOf(row) === key && row.guard === guard);
    const { case: name, scope } = of("on") ?? of("off");
    return `| ${cell(name)} | ${scope} | ${cell(said(of("off")))} | ${cell(said(of("on")))} |`;
  });
  const everyday = rows.filter(({ benign }) => benign).map((row) => `| ${cell(row.case)} | ${row.leaked ? "unchanged" : "**stopped**"} |`);
  return `## ${client} ${version}\n\n${header}\n${lines.join("\n")}\n\n${everydayHeader}\n${everyday.join("\n")}\n`;
}

const keyOf = ({ case: name, scope }) => `${scope}: ${name}`;

function byClient(rows) {
  return new Map([...new Set(rows.map(({ client }) => client))].map((client) => [client, rows.filter((row) => row.client === client)]));
}

function sectionsOf(page) {
  return new Map(page.split(/^(?=## )/m).slice(1).map((text) => [/^## (\S+)/.exec(text)?.[1] ?? "", `${text.trim()}\n`]));
}

/** The page; a client that did not run keeps what the old page says of it. @param {readonly ProofRow[]} rows @param {string} old */
export function renderProof(rows, old) {
  const sections = new Map([...sectionsOf(old), ...[...byClient(rows)].map(([client, own]) => [client, section(own)])]);
  return [preface, ...[...sections].toSorted(([a], [b]) => a.localeCompare(b)).map(([, text]) => text)].join("\n");
}

/** What no longer holds, one sentence each. @param {string} page @param {readonly ProofRow[]} rows */
export function compareProof(page, rows) {
  const sections = sectionsOf(page);
  return [
    ...rows.filter(({ leaked, expected }) => leaked !== expected).map((row) => `${row.client}, ${keyOf(row)}, guard ${row.guard}: ${row.leaked ? "the canary arrived" : "the canary did not arrive"}`),
    ...[...byClient(rows)].filter(([client, own]) => sections.get(client)?.trim() !== section(own).trim()).map(([client]) => `what it says of ${client} is not what was measured`),
  ];
}
