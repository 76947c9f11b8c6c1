/** The inventory of AI tools in a home with 5 editors of 80 extensions each, 8 of them with AI, and what such a home has besides. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createDisk } from "../../src/inventory/tools/disk.ts";
import { findTools } from "../../src/inventory/tools/findTools.ts";
import { percentile, report } from "./report.ts";

const top = mkdtempSync(join(tmpdir(), "gatelodge-bench-"));
const home = join(top, "home");
const work = join(top, "work");
const put = (file: string, content: unknown) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
};

/** As large as a description is in the middle: 24 kB, mostly of commands and settings. */
const filler = Array.from({ length: 200 }, (_, index) => ({ command: `acme.doSomething${index}`, title: `Do something ${index}`, category: "Acme", enablement: "editorTextFocus" }));
const editors = [".vscode", ".cursor", ".windsurf", ".positron", ".trae"];
for (const editor of editors) {
  const folder = join(home, editor, "extensions");
  const names = Array.from({ length: 80 }, (_, index) => (index === 0 ? "anthropic.claude-code" : `acme.extension${index}`));
  put(join(folder, "extensions.json"), names.map((id) => ({ identifier: { id, uuid: "0".repeat(36) }, version: "1.0.0", location: { $mid: 1, path: join(folder, `${id}-1.0.0`), scheme: "file" }, relativeLocation: `${id}-1.0.0`, metadata: { installedTimestamp: 1, source: "gallery" } })));
  for (const [index, id] of names.entries()) put(join(folder, `${id}-1.0.0`, "package.json"), { name: id, version: "1.0.0", contributes: { commands: filler, ...(index % 10 === 1 ? { chatParticipants: [{ id: "x" }] } : {}) } });
}
put(join(home, ".claude.json"), { mcpServers: { files: { command: "npx", args: ["files"] } }, projects: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`/p/${index}`, { history: filler.slice(0, 20) }])) });
put(join(home, ".config/Code/User/settings.json"), Object.fromEntries(filler.map(({ command }) => [command, true])));
for (let index = 0; index < 300; index += 1) put(join(work, `src/part${index % 30}/file${index}.ts`), "x");
put(join(work, "AGENTS.md"), "Use tabs.\n".repeat(500));

const round = async () => {
  const start = performance.now();
  const before = process.cpuUsage();
  const found = await findTools({ platform: "linux", home, root: top, workspaces: [work], programFolders: ["/usr/bin", join(home, ".local/bin")], environmentNames: ["PATH"], disk: createDisk() });
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - start, processor: (user + system) / 1000, found };
};
const rounds = [];
for (let index = 0; index < 9; index += 1) rounds.push(await round());
rmSync(top, { recursive: true });

// One known and eight that contribute, in each.
const extensions = rounds[0]?.found.filter(({ kind }) => kind === "extension").length;
if (extensions !== 9 * editors.length) throw new Error(`${extensions} extensions were found`);
// A command takes one round, with everything to be compiled: its time on a busy machine is the neighbours', its processor time is not.
report({ name: "inventory of 5 editors with 80 extensions, first round", value: rounds[0]?.milliseconds ?? 0, unit: "ms" });
report({ name: "inventory of 5 editors with 80 extensions, processor time of the first round", value: rounds[0]?.processor ?? 0, unit: "ms", atMost: 300 });
report({ name: "inventory of 5 editors with 80 extensions, in the middle", value: percentile(rounds.slice(1).map(({ milliseconds }) => milliseconds), 50), unit: "ms", atMost: 300 });
