/** Who may import whom (docs/architecture.md), written a second time: the lint rules are held to it by planting violations. */

export interface Room {
  readonly folder: string;
  /** Imports that must pass. */
  readonly may: readonly string[];
  /** Imports that must be caught. */
  readonly mayNot: readonly string[];
}

const programs = ["extension", "server", "hook", "gateway", "cli", "collector"];
const library = (name: string) => `../${name}/planted.ts`;
const of = (rooms: readonly string[], ...except: string[]) => rooms.filter((name) => !except.includes(name)).map(library);
/** Names that begin like an allowed package, deep paths into one, and ways around a relative path. */
const packages = ["mime", "minimatch-evil", "minimatch/dist/commonjs/index.js", "yam", "yaml-evil", "jsdom", "tar", "nodemailer", "vscode-evil", "@evil/yaml", "#inside", "/absolute/file.ts"];
const outOfTheHouse = ["../../scripts/parts.mjs", "../../test/support/policies.ts", "../../demo/model/server.mjs", "../../node_modules/mime/index.js"];
const roundabout = (name: string) => [`./../${name}/planted.ts`, `../core/../${name}/planted.ts`, `../../src/${name}/planted.ts`];
const pure = ["vscode", "node:fs", "node:fs/promises", "fs", "child_process"];

export const rooms: readonly Room[] = [
  { folder: "src/core", may: ["./a.ts", "./policy/a.ts", "../core/a.ts"], mayNot: [...packages, ...pure, "minimatch", "yaml", ...outOfTheHouse, ...of(["assistants", "protocols", "node", "inventory", ...programs]), ...roundabout("node")] },
  { folder: "src/core/policy", may: ["../a.ts"], mayNot: ["minimatch", "../../node/planted.ts", "../../extension/planted.ts"] },
  { folder: "src/assistants", may: ["./a.ts", library("core"), "jsonc-parser", "smol-toml", "yaml"], mayNot: [...packages, ...pure, "minimatch", ...outOfTheHouse, ...of(["protocols", "node", "inventory", ...programs]), ...roundabout("node")] },
  { folder: "src/protocols", may: ["./a.ts", library("core")], mayNot: [...packages, ...pure, "yaml", ...outOfTheHouse, ...of(["assistants", "node", "inventory", ...programs]), ...roundabout("node")] },
  { folder: "src/node", may: ["./a.ts", library("core"), library("assistants"), "node:fs", "node:fs/promises", "yaml", "jsonc-parser", "@secretlint/core"], mayNot: [...packages, "vscode", "fs", "minimatch", ...outOfTheHouse, ...of(["protocols", "inventory", ...programs]), ...roundabout("extension")] },
  { folder: "src/inventory", may: [...of(["core", "assistants", "protocols", "node"]), "node:os"], mayNot: [...packages, "vscode", "vscode-languageclient/node", "fs", ...outOfTheHouse, ...of(programs), ...roundabout("extension")] },
  { folder: "src/extension", may: ["./a.ts", ...of(["core", "assistants", "protocols", "node", "inventory"]), "vscode", "vscode-languageclient/node", "node:path", "../../package.json"], mayNot: [...packages, "yaml", "minimatch", "child_process", ...outOfTheHouse, ...of(programs, "extension"), ...roundabout("server")] },
  { folder: "src/extension/guards", may: ["../../core/a.ts"], mayNot: ["../../server/planted.ts", "../../../scripts/parts.mjs"] },
  { folder: "src/server", may: ["./a.ts", ...of(["core", "assistants", "node"]), "node:path", "yaml", "vscode-languageserver/node", "vscode-languageserver-textdocument", "@secretlint/core"], mayNot: [...packages, "vscode", "vscode-languageclient/node", ...outOfTheHouse, ...of(["protocols", "inventory", ...programs], "server"), ...roundabout("extension")] },
  { folder: "src/hook", may: ["./a.ts", ...of(["core", "assistants", "node"]), "node:path"], mayNot: [...packages, "vscode", "yaml", ...outOfTheHouse, ...of(["protocols", "inventory", ...programs], "hook"), ...roundabout("extension")] },
  { folder: "src/gateway", may: [...of(["core", "assistants", "protocols", "node", "inventory"]), "node:http"], mayNot: [...packages, "vscode", "fastify", ...outOfTheHouse, ...of(programs, "gateway"), ...roundabout("extension")] },
  { folder: "src/cli", may: [...of(["core", "assistants", "protocols", "node", "inventory"]), "node:path"], mayNot: [...packages, "vscode", "fastify", ...outOfTheHouse, ...of(programs, "cli"), ...roundabout("extension")] },
  { folder: "src/collector", may: [...of(["core", "assistants", "node"]), "node:path", "fastify"], mayNot: [...packages, "vscode", "express", ...outOfTheHouse, ...of(["protocols", "inventory", ...programs], "collector"), ...roundabout("extension")] },
  { folder: "media", may: ["./a.ts", "../src/core/wire.ts", "preact", "preact/hooks", "uplot"], mayNot: [...packages, "vscode", "node:fs", "react", ...["node", "assistants", ...programs].map((name) => `../src/${name}/planted.ts`), "../scripts/parts.mjs"] },
];
