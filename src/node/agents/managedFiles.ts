import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { knownAssistants } from "../../assistants/known.ts";
import { toPlainNames, type DeniedNames } from "../../core/nativeDenies.ts";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";
import { editorPolicyFile, type EditorPolicies } from "../rollout/editorPolicy.ts";
import { createAgentSetup } from "./agentSetup.ts";
import { usualRuntimes } from "./runtimes.ts";

export type ManagedPlatform = "linux" | "darwin" | "win32";

interface ManagedParts {
  /** Stands for the root of the machine they are meant for. */
  readonly out: string;
  readonly platform: ManagedPlatform;
  readonly dist: string;
  readonly machineFile: string;
  readonly denied: readonly DeniedNames[];
  readonly policies: EditorPolicies;
}

/** Writes what an administrator gives to every user: hooks, denied names, policies of the editor, launcher. Throws when the disk refuses. */
export function renderManagedFiles({ out, platform, dist, machineFile, denied, policies }: ManagedParts): { readonly files: readonly string[] } | { readonly error: string } {
  if (existsSync(out) && readdirSync(out).length > 0) return { error: "the folder for --out is not empty" };
  const setup = createAgentSetup({ scope: "managed", home: "", platform, state: "", machineFile, dist, root: out, runtimes: () => usualRuntimes(platform) });
  const globs = toPlainNames(denied);
  const texts = [
    ...setup.files.map(({ file, editor }) => ({ file, edited: editor.put(undefined) })),
    ...knownAssistants.flatMap(({ installation }) => {
      const path = installation?.denies?.managed?.[platform];
      return path === undefined || installation?.denies === undefined ? [] : [{ file: join(out, path.replace(/^[a-zA-Z]:/, "")), edited: installation.denies.editor(globs).put(undefined) }];
    }),
  ];
  const { path, text } = editorPolicyFile(platform, policies);
  for (const { file, edited } of [...texts, { file: join(out, path), edited: { text } }]) {
    if ("error" in edited) return edited;
    makeFoldersFor(file);
    replaceFile(file, Buffer.from(edited.text), standingOfNew(file, 0o644));
  }
  setup.launcher.write();
  setup.tag.write();
  return { files: readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(out.length + 1)).sort() };
}
