import { stat } from "node:fs/promises";
import type * as vscode from "vscode";
import { readHead } from "../../../node/readHead.ts";
import { createRunningLimit } from "../runningLimit.ts";

export interface FileHead {
  readonly uri: vscode.Uri;
  /** Head of the file on disk, where it could be read. */
  readonly text?: string;
  /** There is more of it than was read. */
  readonly cut?: true;
}

// A file is attached whole, so that all of it is looked through, as far as that can be done in a moment.
const headBytes = 1024 * 1024;
const atOnce = 16;

/** Files with their heads: a closed file is judged by its marks and secrets, as an open one is. */
export async function readFileHeads(uris: readonly vscode.Uri[]): Promise<readonly FileHead[]> {
  const inTurn = createRunningLimit(atOnce);
  return Promise.all(uris.map((uri) => inTurn(async () => {
    const text = uri.scheme === "file" ? await readHead(uri.fsPath, headBytes) : undefined;
    const cut = text !== undefined && (await stat(uri.fsPath).then(({ size }) => size > headBytes, () => true));
    return { uri, ...(text === undefined ? {} : { text }), ...(cut ? { cut } : {}) };
  })));
}
