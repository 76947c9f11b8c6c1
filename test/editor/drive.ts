/** Run code inside a window's extension host, through the driver extension. */
import type * as VsCodeApi from "vscode";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Editor } from "./launchEditor.ts";
import { waitFor } from "./waitFor.ts";

type VsCode = typeof VsCodeApi;

/**
 * Code for the extension host: a function body with `vscode`, `args` and `require` in scope, or a function that gets
 * `vscode` and the arguments. The function travels as text, so it sees nothing of the file around it.
 */
export interface Drive {
  (body: string): Promise<unknown>;
  <Args extends readonly unknown[], Value>(code: (vscode: VsCode, ...args: Args) => Value, ...args: Args): Promise<Awaited<Value>>;
}

export interface ExtensionHost {
  readonly pid: number;
  readonly drive: Drive;
}

/** The extension hosts that have announced themselves so far. */
export const announcedHosts = (editor: Editor): ReadonlySet<string> =>
  new Set(readdirSync(editor.driver.folder).filter((name) => name.endsWith(".json")));

/** The extension host of a window that was opened after `before` was taken. */
export async function connectToNewHost(editor: Editor, before: ReadonlySet<string>): Promise<ExtensionHost> {
  const name = await waitFor("the driver of the new window", () => [...announcedHosts(editor)].find((host) => !before.has(host)), 60_000);
  const { pid, port } = JSON.parse(readFileSync(join(editor.driver.folder, name), "utf8")) as { pid: number; port: number };
  const send = async (code: string, args: readonly unknown[]): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", headers: { authorization: `Bearer ${editor.driver.token}` }, body: JSON.stringify({ code, args }) });
    const answer = (await response.json()) as { ok: true; value: unknown } | { ok: false; error: string };
    if (!answer.ok) throw new Error(`In the extension host: ${answer.error}`);
    return answer.value;
  };
  const drive = (code: string | ((...args: never[]) => unknown), ...args: readonly unknown[]): Promise<unknown> =>
    send(typeof code === "string" ? code : `return (${code.toString()})(vscode, ...args)`, args);
  return { pid, drive: drive as Drive };
}
