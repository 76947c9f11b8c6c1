import * as vscode from "vscode";
import { newSealKey, seal, unseal } from "../../node/seal.ts";

/** Backups of unsaved edits, which the editor wants on disk: encrypted, with a key in the system's secret storage. */
export interface SealedBackups {
  readonly write: (destination: vscode.Uri, content: Uint8Array) => Promise<vscode.CustomDocumentBackup>;
  /** `undefined`: there is none that can be read; the file on disk is what there is. */
  readonly read: (id: string) => Promise<Uint8Array | undefined>;
}

const keyName = "gatelodge.guardedView.backupKey";

/** Without a secret storage nothing is written, and the editor asks about unsaved edits when it closes. */
export function createSealedBackups(secrets: vscode.SecretStorage): SealedBackups {
  const keyForWriting = async () => {
    const known = await secrets.get(keyName);
    if (known !== undefined) return known;
    await secrets.store(keyName, newSealKey());
    // Another window may have stored its own in the meantime: the one that stands counts.
    const stored = await secrets.get(keyName);
    if (stored === undefined) throw new Error("the secret storage does not keep the key");
    return stored;
  };
  return {
    write: async (destination, content) => {
      const sealed = seal(await keyForWriting(), content);
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(destination, ".."));
      await vscode.workspace.fs.writeFile(destination, sealed);
      return { id: destination.toString(), delete: () => void vscode.workspace.fs.delete(destination).then(undefined, () => undefined) };
    },
    read: async (id) => {
      const key = await secrets.get(keyName);
      const sealed = await vscode.workspace.fs.readFile(vscode.Uri.parse(id)).then((bytes) => bytes, () => undefined);
      return key === undefined || sealed === undefined ? undefined : unseal(key, sealed);
    },
  };
}
