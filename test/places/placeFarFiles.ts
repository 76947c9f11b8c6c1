/** Files of other machines and of other extensions' file systems: there is only the name to judge them by. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { callsHere, copyAll, discardEditors, fileUri, language, pasteHere, type Running, show, statusSays, together } from "../editor/anyDocument.ts";
import type { PlaceCoverages } from "./placeCoverages.ts";
import { join } from "node:path";

const files = [
  { uri: "vscode-vfs://github/northwind/shop/.env", typing: "vscode-vfs: .env of a repository that is not on this machine: typing and asking", pasting: "paste: vscode-vfs: .env → file" },
  { uri: "far+ssh://build.example/srv/shop/.env", typing: "unknown scheme: .env of another extension's file system: typing and asking", pasting: "paste: unknown scheme: .env → file" },
];
const content = "PRICE_FLOOR=4711.25\n";

/** A file system as an extension brings one: the same text under every name that is asked for. */
export async function serveFarFiles(running: Running): Promise<void> {
  for (const { uri } of files) await together(running).window.drive((vscode, address, text) => {
    const { scheme, path } = vscode.Uri.parse(address);
    const bytes = Buffer.from(text);
    const find = (asked: { readonly path: string }) => {
      if (asked.path !== path) throw vscode.FileSystemError.FileNotFound();
    };
    const nothing = () => undefined;
    vscode.workspace.registerFileSystemProvider(scheme, {
      onDidChangeFile: new vscode.EventEmitter<never>().event,
      watch: () => new vscode.Disposable(nothing),
      stat: (asked) => {
        find(asked);
        return { type: vscode.FileType.File, ctime: 0, mtime: 1, size: bytes.length };
      },
      readFile: (asked) => {
        find(asked);
        return bytes;
      },
      readDirectory: () => [], createDirectory: nothing, writeFile: nothing, delete: nothing, rename: nothing,
    }, { isCaseSensitive: true });
  }, uri, content);
}

const app = (running: Running) => fileUri(join(together(running).editor.workspace, "src/app.ts"));

export function farFilesWithout(running: Running, { completions, clipboard }: PlaceCoverages): void {
  for (const { uri, typing, pasting } of files) test(`${uri} is completed and copied`, async () => {
    const { window } = together(running);
    await show(window, uri);
    assert.ok(JSON.stringify(await callsHere(window, /\/shop\/\.env$/, "arrives")).includes("PRICE_FLOOR"));
    completions.baseline(typing, "arrives");
    await copyAll(window);
    await show(window, app(running));
    assert.match(await pasteHere(window, "arrives"), /PRICE_FLOOR/);
    clipboard.baseline(pasting, "arrives");
    await discardEditors(window);
  });
}

export function farFilesWith(running: Running, { completions, clipboard }: PlaceCoverages): void {
  for (const { uri, typing, pasting } of files) test(`nobody is asked in ${uri}, and what is copied keeps its label`, async () => {
    const { window } = together(running);
    window.clearRecords();
    await show(window, uri);
    assert.deepEqual(await callsHere(window, /\/shop\/\.env$/), []);
    assert.equal(await language(window), "gatelodge-restricted");
    await statusSays(window, "restricted: no AI");
    completions.row(typing, "own language by its name", "0 calls");
    await copyAll(window);
    await show(window, app(running));
    assert.equal(await pasteHere(window), "");
    clipboard.row(pasting, "paste edit", "refused");
    await discardEditors(window);
  });
}
