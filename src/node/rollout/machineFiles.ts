import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePolicy } from "../../core/policy/parsePolicy.ts";
import type { OrganisationEntry } from "../../core/policy/policyDocument.ts";
import type { PinInForce } from "../../core/policy/policy.ts";
import type { ManagedPlatform } from "../agents/managedFiles.ts";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";
import { ownExtension } from "./editorPolicy.ts";

export interface MachineSetup {
  readonly organisation: OrganisationEntry;
  /** Whether the machines report to the endpoint. */
  readonly reports: boolean;
  readonly pins: readonly PinInForce[];
}

interface File {
  /** Below the root of the machine, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly mode?: number;
}

const toJson = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/** What a management system puts on a machine, beside the agents' hooks and the editor's policies: always the same for the same setup. An error is a sentence. */
export function machineFiles(platform: ManagedPlatform, setup: MachineSetup, machineFile: string): readonly File[] | { readonly error: string } {
  const { organisation, reports, pins } = setup;
  const document = { version: 1, name: organisation.id, organisation, ...(reports && organisation.endpoint !== undefined ? { reporting: { endpoint: organisation.endpoint, identity: "none" } } : {}) };
  const parsed = parsePolicy(document);
  if (!parsed.ok) return { error: `the machine file would not count: ${parsed.errors[0]?.path.join(".") ?? ""} ${parsed.errors[0]?.message ?? ""}` };
  return [
    { path: machineFile.replace(/^[a-zA-Z]:/, "").replaceAll("\\", "/").replace(/^\//, ""), text: toJson(document) },
    ...(platform === "linux" ? [{ path: "devcontainer/devcontainer.json", text: toJson(toDevContainer(pins)) }] : []),
    installScript(platform),
  ];
}

/** To be merged into a project's: the extension, what is pinned, and the machine's own file, only to be read: root of a container is root of what it may write. */
function toDevContainer(pins: readonly PinInForce[]) {
  const settings = Object.fromEntries(pins.flatMap(({ assistant, setting, value }) => (assistant === undefined ? [[setting, value]] : [])));
  return { customizations: { vscode: { extensions: [ownExtension], settings } }, mounts: ["source=/etc/gatelodge,target=/etc/gatelodge,type=bind,readonly"] };
}

/** For each user, at sign-in: no policy of VS Code installs an extension. The file is brought by the management system. */
function installScript(platform: ManagedPlatform): File {
  if (platform === "win32") return { path: "install-for-user.ps1", text: ["param([Parameter(Mandatory)][string]$Vsix)", "$ErrorActionPreference = 'Stop'", "& code --install-extension $Vsix --force", "exit $LASTEXITCODE", ""].join("\r\n") };
  return { path: "install-for-user.sh", mode: 0o755, text: "#!/bin/sh\n# install-for-user.sh FILE.vsix\nset -eu\nexec code --install-extension \"$1\" --force\n" };
}

/** Writes them below a folder that stands for the root. Throws when the disk refuses. */
export function writeMachineFiles(out: string, files: readonly File[]): readonly string[] {
  for (const { path, text, mode = 0o644 } of files) {
    const file = join(out, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    makeFoldersFor(file);
    replaceFile(file, Buffer.from(text), standingOfNew(file, mode));
  }
  return files.map(({ path }) => path);
}
