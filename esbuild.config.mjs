// One entry per program and per page. Node programs ship as CommonJS (.cjs): an ES module bundle of
// secretlint dies at load ("Dynamic require of tty is not supported"), and a guard that dies is a guard that allows.
import { build, context } from "esbuild";
import { existsSync } from "node:fs";
import * as yaml from "yaml";
import { compileDetectors } from "./scripts/toolchain/compiledDetectors.mjs";
import { buildForwarder } from "./scripts/toolchain/forwarder.mjs";

await compileDetectors();

const watch = process.argv.includes("--watch");
const argument = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
// Tests build one program into a folder of their own: --only=server --outdir=/tmp/…
const only = argument("only");
const shared = { bundle: true, minify: !watch, sourcemap: watch, logLevel: "warning", outdir: argument("outdir") ?? "dist" };
const node = {
  ...shared,
  platform: "node",
  target: "node22",
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  mainFields: ["module", "main"],
  // The profiler marks every rule and searches all marks linearly: 255 MB after 10,000 scans.
  alias: { "@secretlint/profiler": "./src/node/scan/noProfiler.ts" },
};
const page = { ...shared, platform: "browser", target: "chrome128", format: "iife" };
// The language client, local models, and what no guard waits for, are loaded after activation from files of their own, so
// that starting stays fast. As `require`, because `vscode` cannot be had in a module that `import()` loads.
const apart = (name) => ({
  name: `${name}-apart`,
  setup: (context) => context.onResolve({ filter: new RegExp(`/${name}\\.ts$`) }, ({ kind }) => (kind === "dynamic-import" ? { path: `./${name}.cjs`, external: true } : undefined)),
});
// The editor's API is an object of some 250 getters, and esbuild copies it for each file that imports it: 7 ms of a start.
// Through one module that hands it on it is copied once.
const editorOnce = {
  name: "editor-once",
  setup: (context) => {
    context.onResolve({ filter: /^vscode$/ }, ({ namespace }) => (namespace === "editor-once" ? { path: "vscode", external: true } : { path: "vscode", namespace: "editor-once" }));
    context.onLoad({ filter: /.*/, namespace: "editor-once" }, () => ({ contents: 'export * from "vscode";' }));
  },
};
// YAML and the matching of globs are a third of what a start would have to compile, and needed when a policy is read, which is
// after the start: each is a file of its own, and each export loads it when it is first called.
const packageLater = (name, exports, place = `./${name}.cjs`) => ({
  name: `${name}-later`,
  setup: (context) => {
    context.onResolve({ filter: new RegExp(`^${name}$`) }, ({ namespace }) => (namespace === `${name}-later` ? { path: place, external: true } : { path: name, namespace: `${name}-later` }));
    context.onLoad({ filter: /.*/, namespace: `${name}-later` }, () => ({ contents: onDemand(name, exports), resolveDir: import.meta.dirname }));
  },
});
const onDemand = (name, exports) => `
  const later = (name) => new Proxy(function () {}, {
    apply: (_, self, args) => require("${name}")[name](...args),
    construct: (_, args) => new (require("${name}")[name])(...args),
  });
  ${exports.map((name) => `export const ${name} = /* @__PURE__ */ later("${name}");`).join("\n")}
`;
const yamlLater = packageLater("yaml", Object.keys(yaml).filter((name) => name !== "default" && !name.includes(".")));
// Few calls of a hook start another program or look into an archive, and each of these modules loads a dozen of others.
const nodeLater = [packageLater("node:child_process", ["spawnSync"], "node:child_process"), packageLater("node:zlib", ["crc32", "gunzipSync", "gzip"], "node:zlib")];
const globsLater = packageLater("minimatch", ["Minimatch"]);
// So are the detectors, of which there are hundreds: nothing judges a text while the editor starts.
const detectLater = {
  name: "detect-later",
  setup: (context) => {
    context.onResolve({ filter: /\/detect\/detect\.ts$/ }, () => ({ path: "detect", namespace: "detect-later" }));
    context.onResolve({ filter: /^\.\/detect\.cjs$/ }, ({ path }) => ({ path, external: true }));
    context.onLoad({ filter: /.*/, namespace: "detect-later" }, () => ({ contents: 'export const detect = (...args) => require("./detect.cjs").detect(...args); export const tokenPrefix = (...args) => require("./detect.cjs").tokenPrefix(...args);' }));
  },
};
const programs = [
  { ...node, entryPoints: { start: "src/extension/start.ts" } },
  { ...node, entryPoints: { extension: "src/extension/extension.ts" }, plugins: [editorOnce, yamlLater, globsLater, detectLater, apart("startLanguageClient"), apart("background"), apart("guardedModels")], supported: { "dynamic-import": false } },
  { ...node, entryPoints: { background: "src/extension/background.ts" }, plugins: [editorOnce, yamlLater, globsLater, detectLater] },
  { ...node, entryPoints: { guardedModels: "src/extension/guards/model/guardedModels.ts" }, plugins: [editorOnce, yamlLater, globsLater, detectLater] },
  { ...node, entryPoints: { minimatch: "node_modules/minimatch/dist/esm/index.js" } },
  { ...node, entryPoints: { yaml: "node_modules/yaml/dist/index.js" } },
  { ...node, entryPoints: { detect: "src/core/detect/detect.ts" } },
  { ...node, entryPoints: { startLanguageClient: "src/extension/startLanguageClient.ts" }, external: ["vscode"] },
  { ...node, entryPoints: { server: "src/server/server.ts" } },
  // Where a resident answers, the hook program needs no more than the way to it.
  { ...node, entryPoints: { hook: "src/hook/hook.ts" }, plugins: [apart("answerHere")], supported: { "dynamic-import": false }, define: { "import.meta.dirname": "__dirname" } },
  { ...node, entryPoints: { answerHere: "src/hook/answerHere.ts" }, plugins: [yamlLater, detectLater, ...nodeLater] },
  { ...node, entryPoints: { resident: "src/hook/resident.ts" }, plugins: [yamlLater, detectLater] },
  // opencode loads it as a module from its own folder, where people may read it.
  { ...node, format: "esm", minify: false, outExtension: { ".js": ".mjs" }, entryPoints: { opencodePlugin: "src/hook/plugins/opencodePlugin.ts" } },
  { ...node, target: "node20", entryPoints: { cli: "src/cli/cli.ts" }, define: { "import.meta.dirname": "__dirname" } },
  // The engine alone comes first; secretlint, the larger part, is compiled when somebody asks for it.
  { ...node, target: "node20", entryPoints: { scanWorker: "src/node/scan/scanWorker.ts" } },
  // Takes one inventory in a thread of the extension host.
  { ...node, entryPoints: { inventoryWorker: "src/inventory/inventoryWorker.ts" } },
  { ...node, target: "node20", entryPoints: { gateway: "src/gateway/gateway.ts" }, define: { "import.meta.dirname": "__dirname" } },
  { ...node, entryPoints: { collector: "src/collector/collector.ts" }, define: { "import.meta.dirname": "__dirname" } },
  { ...node, entryPoints: { uninstall: "src/extension/uninstall.ts" } },
  { ...page, entryPoints: { "pages/guardedView": "media/guardedView/page.ts" } },
  { ...page, entryPoints: { "pages/guardedView": "media/guardedView/page.css" } },
  // The collector serves it; it is in no extension.
  { ...page, entryPoints: { "dashboard/page": "media/dashboard/page.tsx" } },
  { ...page, entryPoints: { "dashboard/page": "media/dashboard/page.css" } },
  { ...page, loader: { ".html": "copy", ".svg": "copy" }, entryPoints: { "dashboard/index": "media/dashboard/index.html", "dashboard/icon": "media/icon.svg" } },
].filter((program) => Object.values(program.entryPoints).every((file) => existsSync(file)) && (only === undefined || only in program.entryPoints));

if (watch) await Promise.all(programs.map(async (program) => (await context(program)).watch()));
else await Promise.all([...programs.map((program) => build(program)), ...(only === undefined || only === "hook" ? [buildForwarder(shared.outdir)] : [])]);
