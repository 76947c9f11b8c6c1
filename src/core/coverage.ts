/**
 * Every way in or out that was tried, what stands in it and how much that is worth, as tested with stand-in assistants
 * in a real editor. The rows that the editor tests measure are held to this list (`differencesFrom`).
 */
export interface CoverageEntry {
  readonly door: Door;
  readonly route: string;
  readonly lever: string;
  readonly strength: Strength;
}

export const doors = ["completions", "neighbours", "clipboard", "chat", "commands", "terminal", "local models"] as const;
export type Door = (typeof doors)[number];

/**
 * `self-tested`: does not arrive, seen with a stand-in assistant; `advisory`: told, or taken back a moment later;
 * `no lever`: the editor has none, it arrives. None is `proven`: for that the assistant itself must be seen denied here.
 */
export type Strength = "self-tested" | "advisory" | "no lever";

const through = (door: Door) => (route: string, lever: string, strength: Strength): CoverageEntry => ({ door, route, lever, strength });
const completions = through("completions");
const clipboard = through("clipboard");
const chat = through("chat");
const commands = through("commands");
const terminal = through("terminal");
const neighbours = through("neighbours");
const localModels = through("local models");
const guardedView = "guarded view, where the policy wants it";

const untilConfirmed = "suppress list, confirmed before the language changes";
const editorPause = "the editor's own pause and command override";
const ownByAssociation = "own language by the policy's association";

export const coverage: readonly CoverageEntry[] = [
  completions(".env in front when the window starts, the first time after installation too", "own language; suggestions begun before it are ended", "self-tested"),
  completions(".env: typing at once", "own language", "self-tested"),
  completions(".env: asking at once", "own language, suppress list for it", "self-tested"),
  completions("src/marked.ts: typing at once", "own language as soon as its head is read", "advisory"),
  completions("src/marked.ts: with its true language", untilConfirmed, "self-tested"),
  completions("src/pricing/engine.py: typing at once", ownByAssociation, "self-tested"),
  completions("src/pricing/engine.py: asking at once", ownByAssociation, "self-tested"),
  completions("src/pricing/engine.py: with its true language", untilConfirmed, "self-tested"),
  completions(".env in a neighbouring tab", "suppress list while it is open (neighbours: suppress)", "self-tested"),
  completions("another file, in the minutes after .env was closed", "suppress list for lingerSeconds", "self-tested"),
  completions("repository maps .env to another language", "language set back when it opens", "advisory"),
  completions("repository's own suppress setting, restricted source file", "stays in our language", "advisory"),
  completions("repository's own suppress setting, .env in a neighbouring tab", editorPause, "self-tested"),
  completions(".env typed into, settings.json broken", "own language", "self-tested"),
  completions(".env, asking an assistant that is in no catalogue, settings.json broken", "command override", "self-tested"),
  completions(".env typed into, settings.json read-only", "own language", "self-tested"),
  completions("restricted source file typed into, settings.json read-only", "language set to ours when it opens", "advisory"),
  completions("the user's own settings for [dotenv] and [gatelodge-restricted]", "own language, its ids added to the user's", "self-tested"),
  completions("a repository's settings for [gatelodge-restricted]", editorPause, "advisory"),
  completions("two windows, the file closed in the other one, completion beside it", "a lease for each window", "self-tested"),
  completions("another file, lingerSeconds after .env was closed", "none wanted: the time is over", "advisory"),
  completions("multi-root: a source file that only its own folder's policy restricts", "own language by that folder's policy, then the suppress list", "self-tested"),
  completions("a cell of a restricted notebook: typing at once", "suppress list, written while it opens", "advisory"),
  completions("a cell of a restricted notebook: typing and asking", "suppress list while it is open", "self-tested"),
  completions("a notebook's cell with a secret: typing and asking", "suppress list once the secret is found", "advisory"),
  completions("diff of .env: typing and asking in its changed side", "own language", "self-tested"),
  completions("vscode-vfs: .env of a repository that is not on this machine: typing and asking", "own language by its name", "self-tested"),
  completions("unknown scheme: .env of another extension's file system: typing and asking", "own language by its name", "self-tested"),
  completions("another extension puts .env into a new document: typing and asking", "suppress list once the secrets are found", "advisory"),
  completions("another extension puts a restricted source file into a new document: typing and asking", "none (a new document is judged by what is found in it)", "no lever"),
  completions("commit message beside an open .env: typing and asking", editorPause, "self-tested"),
  completions("commit message with a secret in it: typing and asking", `${editorPause}, once the secret is found`, "advisory"),
  ...["Ctrl+C", "Ctrl+X", "Ctrl+Insert", "Shift+Delete"].map((route) => clipboard(route, "keybinding, where the policy blocks copies", "self-tested")),
  ...["context menu: Copy", "context menu: Cut", "palette: Copy", "palette: Copy with Syntax Highlighting"].map((route) => clipboard(route, "core command override, where the policy blocks copies", "self-tested")),
  clipboard("Ctrl+C of a secret", "keybinding, where the policy redacts copies", "self-tested"),
  clipboard("native copy event", "overwritten after the copy, where the policy blocks copies", "advisory"),
  clipboard("value copied out of the guarded view", "the view's own copy event, judged like any copy", "self-tested"),
  clipboard("paste: restricted file → file", "paste edit", "self-tested"),
  clipboard("paste: restricted text without our id → file", "paste edit, keyed fingerprint", "self-tested"),
  clipboard("paste: restricted file → prompt", "paste edit", "self-tested"),
  ...["multi-root, restricted file of one folder → file of another", "cell of a restricted notebook → file", "git's version of .env → file", "local history of .env → file", "restricted file → new document", "restricted file → commit message", "vscode-vfs: .env → file", "unknown scheme: .env → file"].map((route) => clipboard(`paste: ${route}`, "paste edit", "self-tested")),
  clipboard("paste: cell with a secret → file", "paste edit", "self-tested"),
  clipboard("paste: whole cell of a restricted notebook, copied as a cell → file", "core command override, then paste edit", "self-tested"),
  clipboard("paste: cell of a restricted notebook, as a cell → another notebook", "core command override", "self-tested"),
  clipboard("paste: secret from outside → file", "paste edit", "self-tested"),
  clipboard("paste: secret from outside → prompt", "paste edit", "self-tested"),
  clipboard("drop: secret from outside → file", "drop edit", "self-tested"),
  clipboard("window loses the focus (simulated)", "clearOnBlur", "advisory"),
  clipboard("terminal copy", "none (judged when pasted into the editor)", "no lever"),
  clipboard("another extension writes the clipboard", "none (judged when pasted into the editor)", "no lever"),
  ...["Enter", "Control+Enter", "Alt+Enter", "Control+Shift+Enter"].map((key) => chat(`prompt with a secret, ${key}`, "keybinding", "self-tested")),
  chat("prompt with a secret, send button", "core command override while the prompt is stopped", "self-tested"),
  chat("prompt that names a restricted file", "keybinding; names looked up in the workspace", "self-tested"),
  chat("explorer: Add File to Chat", "core command override", "self-tested"),
  chat("search results: Add File to Chat", "core command override; no extension can be given the results' own objects, so nothing is attached from there: the explorer, the tab and the editor attach a plain file", "self-tested"),
  chat("implicit context: the file in front", "setting, which the prompt waits for", "self-tested"),
  chat("attach command: a closed file with a secret in it", "core command override, which reads the file's head", "self-tested"),
  chat("multi-root: attach command, a file that only its own folder's policy restricts", "core command override", "self-tested"),
  chat("a file dragged from the explorer into the chat", "none", "no lever"),
  chat("a file picked from the chat's own list", "none", "no lever"),
  chat("a terminal's selection added to the chat", "none", "no lever"),
  commands("another extension: chat.open with a question", "core command override", "self-tested"),
  commands("another extension: chat.open with a made-up conversation", "core command override", "self-tested"),
  commands("another extension: inlineChat.start with a message", "core command override", "self-tested"),
  commands("another extension: chat.newChat with a question", "core command override", "self-tested"),
  commands("another extension: chat.submit with a text of its own", "none", "no lever"),
  commands("inline chat, Ctrl+I in a restricted file", "core command override while the file is active", "self-tested"),
  commands("AI fix of a diagnostic in a restricted file", "core command override while the file is active", "self-tested"),
  commands("another extension's own command (commit message, review, webview chat)", "none", "no lever"),
  terminal("an agent started in a terminal", "shell integration", "advisory"),
  ...["quick open", "explorer", "search result"].map((way) => neighbours(`.env opened by ${way}, completion elsewhere`, guardedView, "self-tested")),
  neighbours("edited and saved in the guarded view", "sealed backup, no local history", "self-tested"),
  neighbours("another extension shows the file as text", `${guardedView}: reopened in it, and completions stop`, "advisory"),
  neighbours("reopened as text, completion elsewhere", "completions stop", "self-tested"),
  neighbours("diff of the file, completion elsewhere", "completions stop", "self-tested"),
  neighbours("neighbours: allow, completion beside an open .env", "none wanted: the machine's policy allows it", "advisory"),
  neighbours("another extension reads the open documents meanwhile", "none (completions stop)", "no lever"),
  localModels("an assistant asks a local model that Gatelodge offers", "guarded model provider", "self-tested"),
  localModels("@gatelodge: a file dragged from the explorer into the chat", "chat participant", "self-tested"),
  localModels("an assistant asks the model server itself", "none (the gateway, where the assistant is pointed at it)", "no lever"),
];

/** A row as an editor test measured it. */
export interface MeasuredRow {
  readonly door: string;
  readonly route: string;
  readonly lever: string;
  readonly on: string;
}

/** Where measured rows and the list disagree, in words. Only doors of which rows were measured are looked at. */
export function differencesFrom(entries: readonly CoverageEntry[], rows: readonly MeasuredRow[]): readonly string[] {
  const measured = new Set(rows.map(({ door }) => door));
  const missing = entries.filter(({ door, route }) => measured.has(door) && !rows.some((row) => row.door === door && row.route === route));
  return [
    ...missing.map(({ door, route }) => `${door}: ${route} was not measured`),
    ...rows.flatMap((row) => differencesOf(entries, row)),
  ];
}

function differencesOf(entries: readonly CoverageEntry[], { door, route, lever, on }: MeasuredRow): readonly string[] {
  const entry = entries.find((candidate) => candidate.door === door && candidate.route === route);
  if (entry === undefined) return [`${door}: ${route} is not in the list`];
  return [
    ...(entry.lever === lever ? [] : [`${door}: ${route} has the lever ${entry.lever}, measured was ${lever}`]),
    ...((entry.strength === "no lever") === (on === "no lever") ? [] : [`${door}: ${route} is ${entry.strength}, measured was ${on}`]),
  ];
}
