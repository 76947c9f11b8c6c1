import type * as vscode from "vscode";
import { readHead } from "../../../node/readHead.ts";
import { createRunningLimit } from "../runningLimit.ts";

export interface FileHead {
  readonly uri: vscode.Uri;
  /** Head of the file on disk, where it could be read. */
  readonly text?: string;
}

const headBytes = 64 * 1024;
const atOnce = 16;

/** Files with their heads: a closed file is judged by its marks and secrets, as an open one is. */
export async function readFileHeads(uris: readonly vscode.Uri[]): Promise<readonly FileHead[]> {
  const inTurn = createRunningLimit(atOnce);
  return Promise.all(uris.map((uri) => inTurn(async () => {
    const text = uri.scheme === "file" ? await readHead(uri.fsPath, headBytes) : undefined;
    return { uri, ...(text === undefined ? {} : { text }) };
  })));
}
