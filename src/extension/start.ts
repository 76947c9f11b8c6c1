import { join } from "node:path";
import type { ExtensionContext } from "vscode";
import type * as extension from "./extension.ts";
import { loadBundle } from "./loadBundle.ts";

// By then the guards have made their first round, and what they needed is compiled.
const keepAfterMilliseconds = 10_000;

const bundle = loadBundle<typeof extension>(join(__dirname, "extension.cjs"), require);

/** What the editor loads: the extension, from the engine's cache of it. */
export function activate(context: ExtensionContext): void {
  bundle.exports.activate(context);
  setTimeout(() => void bundle.keep(), keepAfterMilliseconds).unref();
}
