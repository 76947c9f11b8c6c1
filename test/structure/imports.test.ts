/** The lint rules that hold the rooms apart catch what they are for: violations are planted in a copy of the layout. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { rooms } from "./rooms.ts";

const repository = join(import.meta.dirname, "../..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-rooms-")));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Config {
  readonly options: object;
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: Readonly<Record<string, unknown>> }[];
}
const config = JSON.parse(readFileSync(join(repository, ".oxlintrc.json"), "utf8")) as Config;

/** Every way to name a module. `type import()` and `require` are forbidden everywhere in src, by rules of their own. */
const forms: Readonly<Record<string, (from: string) => string>> = {
  "static": (from) => `import { x } from "${from}";\nexport const y = x;\n`,
  "type-only": (from) => `import type { X } from "${from}";\nexport type Y = X;\n`,
  "side effect": (from) => `import "${from}";\n`,
  "dynamic": (from) => `export const load = () => import("${from}");\n`,
  "re-export": (from) => `export { x } from "${from}";\n`,
  "re-export of all": (from) => `export * from "${from}";\n`,
  "type re-export": (from) => `export type { X } from "${from}";\n`,
};
const never: Readonly<Record<string, (from: string) => string>> = {
  "type import()": (from) => `export type X = import("${from}").X;\n`,
  "require": (from) => `export const x: unknown = require("${from}");\n`,
  "import =": (from) => `import x = require("${from}");\nexport const y = x;\n`,
  "computed import()": () => "export const load = (name: string) => import(name);\n",
};

interface Plant { readonly file: string; readonly what: string; readonly caught: boolean }

function plant(): readonly Plant[] {
  return rooms.flatMap(({ folder: room, may, mayNot }) => {
    const cases = [
      ...mayNot.flatMap((from) => Object.entries({ ...forms, ...never }).map(([form, code]) => ({ form, from, code, caught: true }))),
      ...may.flatMap((from) => Object.entries(forms).map(([form, code]) => ({ form, from, code, caught: false }))),
    ];
    mkdirSync(join(folder, room), { recursive: true });
    return cases.map(({ form, from, code, caught }, index) => {
      const file = `${room}/planted${index}.ts`;
      writeFileSync(join(folder, file), code(from));
      return { file, what: `${form} import of ${from} in ${room}`, caught };
    });
  });
}

const about = ["no-restricted-imports", "consistent-type-imports", "no-require-imports", "no-dynamic-require"];

function lint(): ReadonlySet<string> {
  writeFileSync(join(folder, ".oxlintrc.json"), JSON.stringify({ ...config, $schema: undefined, options: { ...config.options, typeAware: false } }));
  const { stdout, stderr } = spawnSync(process.execPath, [join(repository, "node_modules/oxlint/bin/oxlint"), "--format=json", "."], { cwd: folder, encoding: "utf8", maxBuffer: 100_000_000 });
  assert.ok(stdout.startsWith("{"), stderr || stdout);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[] };
  return new Set(diagnostics.filter(({ code }) => about.some((rule) => code.includes(`(${rule})`))).map(({ filename }) => filename.replaceAll("\\", "/")));
}

const planted = plant();
const caught = lint();

for (const { folder: room } of rooms) {
  const inRoom = planted.filter(({ file }) => file.startsWith(`${room}/planted`));
  test(`every planted violation in ${room} is caught`, () => {
    const wrong = inRoom.filter(({ caught: expected }) => expected);
    assert.ok(wrong.length > 0);
    assert.deepEqual(wrong.filter(({ file }) => !caught.has(file)).map(({ what }) => what), []);
  });
  test(`what ${room} may import passes`, () => {
    assert.deepEqual(inRoom.filter(({ file, caught: expected }) => !expected && caught.has(file)).map(({ what }) => what), []);
  });
}

test("globIndex.ts, alone in core, may import minimatch and no more", () => {
  const only = config.overrides.find(({ files }) => files.includes("src/core/globIndex.ts"));
  assert.ok(only?.rules["no-restricted-imports"]);
  const place = join(folder, "src/core/globIndex.ts");
  const flagged = (from: string) => {
    writeFileSync(place, `import { x } from "${from}";\nexport const y = x;\n`);
    return lint().has("src/core/globIndex.ts");
  };
  assert.equal(flagged("minimatch"), false);
  assert.equal(flagged("mime"), true);
  assert.equal(flagged("../node/gate.ts"), true);
});

test("every room that has a rule is tried here", () => {
  const ruled = config.overrides.filter(({ rules }) => "no-restricted-imports" in rules).flatMap(({ files }) => files.map((file) => file.replace(/\/\*\*$/, "")));
  const tried = rooms.map(({ folder: room }) => room);
  assert.deepEqual(ruled.filter((room) => room !== "src/core/globIndex.ts" && !tried.includes(room)), []);
});
