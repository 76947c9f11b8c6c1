import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect } from "./dialect.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { jsonSwitch } from "./hooks/hookSwitch.ts";
import { commandEntries } from "./hooks/commandEntries.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { launcherName } from "./hooks/launcherName.ts";
import { namedInJson, namedUnder } from "./hooks/namedCalls.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import { lists, patches, reads, runs, searchesNamed, sends, writes, type ToolReader } from "./hooks/toolUses.ts";
import type { HookInstallation, HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  Read: reads("file_path"), Create: writes("file_path"), Write: writes("file_path"), Edit: writes("file_path"), MultiEdit: writes("file_path"), ApplyPatch: patches,
  Grep: searchesNamed("path"), Glob: lists, LS: lists, Execute: runs("command"), FetchUrl: sends, WebSearch: sends, Task: sends, TodoWrite: sends, Skill: sends, AskUser: sends, ExitSpecMode: sends, ToolSearch: sends, TaskOutput: sends, TaskStop: sends,
};

/** Of a result it takes no other text, but it can be told to end the session before the result goes to the model. */
const claudeLike = claudeLikeDialect({ tools, before: ["allow", "warn", "block"], keepsInput: true, attaches: true, writeResult: ({ reason }) => toJsonAnswer({ continue: false, stopReason: reason }), servers: /^mcp__|___/ });

/** By docs.factory.ai, in the form that Claude Code began with. Single runs of droid 0.215.0 (docs/agents.md) showed what the pages leave open: `ask` lets the tool run, where nobody can be asked. */
export const droidDialect: Dialect = {
  documented: true,
  ...claudeLike,
  read: (event, payload) => {
    const question = claudeLike.read(event, payload);
    // Nothing is masked, so what shows a secret is refused before it would end the session.
    return question === undefined ? undefined : { ...question, masksResult: false };
  },
};

const hooks = (under: string) => (start: HookStart) => jsonHooksEditor({
  under,
  entries: commandEntries(droidDialect.events, start, { timeout: 20 }),
});

/** Where there is a file of hooks, those among the settings are not read: whoever makes one there takes everybody's away. */
const replaced = (text: string) => (text.includes(launcherName) ? undefined : "hooks that are read in the place of those in settings.json");

const installation: HookInstallation = {
  foundBy: [".factory"],
  user: [
    { path: ".factory/hooks.json", editor: hooks(""), named: namedUnder(""), onlyIfThere: true },
    { path: ".factory/settings.json", editor: hooks("hooks"), named: namedInJson },
  ],
  planted: claudeLikeShapes({ fileRead: "Read", fileWrite: "Create", shell: "Execute", toResponse: (output) => output }),
  noLever: { prompt: "started without a person it asks no hook about the prompt, nor about files mentioned in it; in its terminal it does, by its documentation" },
  switches: [
    { file: ".factory/hooks.json", in: ["home"], find: replaced },
    ...[".factory/settings.json", ".factory/settings.local.json"].map((file) => ({ file, in: ["home", "repository"], find: jsonSwitch("hooksDisabled", true) } as const)),
  ],
};

/** https://docs.factory.ai */
export const droid: Assistant = {
  id: "droid",
  name: "Factory Droid",
  kind: "cloud",
  programs: ["droid"],
  packages: ["droid", "@factory/cli"],
  dialect: droidDialect,
  installation,
};
