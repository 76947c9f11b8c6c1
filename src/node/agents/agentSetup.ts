import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Assistant } from "../../assistants/assistant.ts";
import { toHookWords } from "../../assistants/hookCommand.ts";
import type { HookFile, HookInstallation, ProgramCall } from "../../assistants/installation.ts";
import { knownAssistants } from "../../assistants/known.ts";
import type { Edited, TextEditor } from "../../assistants/textEdit.ts";
import { createChangeJournal, type Change, type ChangeJournal } from "../changeJournal.ts";
import { readHeadNow } from "../readHeadNow.ts";
import { createAgentDenials, type AgentDenials } from "./agentDenials.ts";
import { findHookSwitches, type FoundSwitch } from "./hookSwitches.ts";
import { createHookTag, type HookTag } from "./hookTag.ts";
import { createLauncher, type Launcher } from "./launcher.ts";
import { administratorPlaces, userPlaces } from "./agentPlaces.ts";
import type { Runtime } from "./launcherText.ts";

export type Scope = "user" | "managed";

export interface AgentPlaces {
  readonly scope: Scope;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** Our own folder in the home. */
  readonly state: string;
  readonly machineFile: string;
  readonly dist: string;
  readonly runtimes: () => readonly Runtime[];
  /** Names that the policy denies, for clients with a list of their own. They are taken out with the hooks, and put in only by who asks. */
  readonly denied?: { readonly globs: readonly string[]; readonly put: boolean };
  /** Stands before an administrator's places, where they are written for another machine. */
  readonly root?: string;
}

/** An assistant's file, and how hooks of ours come into it. */
export interface AgentFile {
  readonly assistant: Assistant;
  readonly file: string;
  readonly editor: TextEditor;
  /** Hooks and denied names together. */
  readonly all: TextEditor;
  readonly executable: boolean;
  readonly named: HookFile["named"];
}

export interface AgentStatus {
  readonly assistant: string;
  /** Its client was never run by us: all of this is by its documentation. */
  readonly documented?: true;
  readonly file: string;
  readonly state: "not installed" | "installed" | "drifted" | { readonly error: string };
  readonly switchedOff: readonly FoundSwitch[];
  /** For that it may use no tool now. */
  readonly denied?: true;
  /** What only the person can do, and has not yet. */
  readonly waitsFor?: string;
}

export interface AgentSetup {
  readonly files: readonly AgentFile[];
  readonly launcher: Launcher;
  readonly tag: HookTag;
  readonly journal: ChangeJournal;
  readonly denials: AgentDenials;
  /** After an update of ours: what hooks start is what we ship now. Without hooks of ours nothing is written. */
  readonly refresh: () => void;
  /** Ids of those that somebody uses here. */
  readonly found: () => readonly string[];
  readonly preview: (file: AgentFile) => ReturnType<ChangeJournal["preview"]>;
  readonly install: (files: readonly AgentFile[]) => readonly { readonly file: AgentFile; readonly change: Change }[];
  readonly remove: (files: readonly AgentFile[]) => readonly { readonly file: AgentFile; readonly change: Change }[];
  /** `folder`: a repository, which may switch hooks off. */
  readonly status: (file: AgentFile, folder?: string) => AgentStatus;
}

/** Hooks of ours in the configurations of assistants, for one person or, by an administrator, for all. */
export function createAgentSetup(places: AgentPlaces): AgentSetup {
  const { scope, home, platform, machineFile, dist, runtimes } = places;
  const { launcherFolder, shownFolder, journalFolder } = scope === "user" ? userPlaces(places.state) : administratorPlaces(platform, places.root);
  const launcher = createLauncher({ folder: launcherFolder, dist, platform, runtimes, shown: shownFolder });
  const journal = createChangeJournal(journalFolder);
  const denials = createAgentDenials({ home, folder: join(places.state, "denials"), journal });
  const start = (assistant: string) => (event: string) => toProgramCall(platform, launcher.file, toHookWords({ assistant, event, machineFile, ...(scope === "user" ? { home } : {}) }));
  const tag = createHookTag(join(dirname(launcherFolder), "hook-tag"), scope === "user" ? 0o600 : 0o644);
  const parts = { tag: tag.value, shipped: (name: string) => readIfThere(join(dist, name)) };
  const isOurs = (file: string) => journal.entries().some((entry) => entry.file === file);
  const hookFiles = knownAssistants.flatMap((assistant) => placesOf(assistant.installation, places).filter(({ file, onlyIfThere }) => onlyIfThere === undefined || existsSync(file) || isOurs(file)).map(({ path, file, editor: toEditor, named, executable = false }): AgentFile => {
    const editor = toEditor(start(assistant.id), parts);
    return { assistant, file, editor, named, executable, all: withDenies(editor, assistant, path, places) };
  }));
  const files = [...hookFiles, ...(places.denied === undefined ? [] : denyFiles(places, journal))];
  const change = (chosen: readonly AgentFile[], work: (file: AgentFile) => Change) => chosen.map((file) => ({ file, change: work(file) }));
  return {
    files, launcher, tag, journal, denials,
    refresh: () => {
      if (journal.entries().some(({ editor }) => files.some(({ assistant }) => assistant.id === editor)) && !launcher.isCurrent()) launcher.write();
    },
    found: () => [...new Set(files.filter(({ assistant }) => assistant.installation?.foundBy.some((name) => existsSync(join(home, name)))).map(({ assistant }) => assistant.id))],
    preview: ({ file, all }) => journal.preview(file, all),
    install: (chosen) => {
      // First what the hooks start, then the hooks: nobody's assistant meets a hook without a program.
      if (chosen.length > 0) tag.write();
      if (chosen.length > 0 && !launcher.isCurrent()) launcher.write();
      return change(chosen, ({ assistant, file, all, executable }) => journal.put(file, assistant.id, all, executable ? 0o755 : undefined));
    },
    remove: (chosen) => {
      // Without hooks there is none to be switched off, and who was denied for that is denied no more.
      if (scope === "user") denials.lift(chosen.map(({ assistant }) => assistant.id));
      // Names go with the hooks, also where nobody here knows which they were.
      const names = denyFiles(places, journal).filter(({ assistant, file }) => chosen.some((other) => other.assistant === assistant) && !chosen.some((other) => other.file === file));
      const done = change([...chosen, ...names], ({ file, all }) => journal.restore(file, all));
      // The last one takes the program with it.
      if (hookFiles.every((file) => stateOf(file, journal, launcher) === "not installed")) {
        launcher.remove();
        tag.remove();
      }
      return done;
    },
    status: (file, folder) => {
      const { assistant } = file;
      const switches = scope === "managed" ? [] : [...findHookSwitches([assistant], home, "home"), ...(folder === undefined ? [] : findHookSwitches([assistant], folder, "repository"))];
      const state = stateOf(file, journal, launcher);
      const waitsFor = scope === "managed" || state === "not installed" ? undefined : trustNeeded(assistant, home);
      const documented = assistant.dialect?.documented;
      return { assistant: assistant.id, ...(documented === undefined ? {} : { documented }), file: file.file, state, switchedOff: switches, ...(scope === "user" && denials.denied().includes(assistant.id) ? { denied: true as const } : {}), ...(waitsFor === undefined ? {} : { waitsFor }) };
    },
  };
}

function placesOf(installation: HookInstallation | undefined, { scope, home, platform, root = "" }: AgentPlaces): readonly (HookFile & { readonly file: string })[] {
  if (installation === undefined) return [];
  const { user, managed } = installation;
  if (scope === "user") return user.map((place) => ({ ...place, file: join(home, place.path) }));
  const path = managed?.paths[platform];
  return managed === undefined || path === undefined ? [] : [{ path, editor: managed.editor, named: () => undefined, file: root === "" ? path : join(root, path.replace(/^[a-zA-Z]:/, "")) }];
}

function withDenies(hooks: TextEditor, { installation }: Assistant, path: string, { scope, denied }: AgentPlaces): TextEditor {
  if (scope !== "user" || denied === undefined || installation?.denies === undefined || installation.denies.user !== path) return hooks;
  const denies = installation.denies.editor(denied.globs);
  return { put: (text) => (denied.put ? inTurn(hooks.put(text), denies.put) : hooks.put(text)), takeOut: (text) => inTurn(hooks.takeOut(text), denies.takeOut) };
}

/** Names that a client denies in another file than the hooks' are a file of their own, there for who asks for it and as long as something of ours is in it. */
function denyFiles({ scope, home, denied }: AgentPlaces, journal: ChangeJournal): readonly AgentFile[] {
  if (scope !== "user") return [];
  return knownAssistants.flatMap((assistant): readonly AgentFile[] => {
    const { denies, user } = assistant.installation ?? {};
    if (denies?.user === undefined || user?.some(({ path }) => path === denies.user) === true) return [];
    const file = join(home, denies.user);
    const editor = denies.editor(denied?.globs ?? []);
    return denied?.put === true || journal.entries().some((entry) => entry.file === file) ? [{ assistant, file, editor, all: editor, executable: false, named: () => undefined }] : [];
  });
}

function inTurn(first: Edited, second: (text: string) => Edited): Edited {
  if ("error" in first) return first;
  const after = second(first.text);
  return "error" in after || after.text !== first.text || first.empty !== true ? after : first;
}

/** A batch file is no program: Windows starts it by its shell. */
function toProgramCall(platform: NodeJS.Platform, launcher: string, words: readonly string[]): ProgramCall {
  return platform === "win32" ? { program: "C:\\Windows\\System32\\cmd.exe", args: ["/d", "/c", launcher, ...words] } : { program: launcher, args: words };
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
const isExecutable = (file: string) => process.platform === "win32" || ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o100) !== 0;

function stateOf({ file, editor, executable }: AgentFile, journal: ChangeJournal, launcher: Launcher): AgentStatus["state"] {
  const preview = journal.preview(file, editor);
  const known = () => journal.entries().some((entry) => entry.file === file);
  // Where there is no file there is nothing of ours, whatever keeps it from being written.
  if ("error" in preview) return existsSync(file) ? preview : known() ? "drifted" : "not installed";
  const { before, after } = preview;
  if (before === after) return launcher.isCurrent() && (!executable || isExecutable(file)) ? "installed" : "drifted";
  const out = before === undefined ? undefined : editor.takeOut(before);
  const someOfOurs = out !== undefined && "text" in out && out.text !== before;
  return someOfOurs || known() ? "drifted" : "not installed";
}

function trustNeeded({ installation }: Assistant, home: string): string | undefined {
  const trust = installation?.trust;
  if (trust === undefined) return undefined;
  return trust.isGiven(readHeadNow(join(home, trust.file), 1_000_000) ?? "") ? undefined : trust.how;
}
