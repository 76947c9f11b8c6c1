/** A program of VS Code's family. */
export interface KnownEditor {
  readonly name: string;
  /** Folder in the home that holds `extensions`. */
  readonly folder: string;
  /** Name of its folder for settings, in the system's own place for those; a server keeps them in its own folder. */
  readonly data: string | { readonly inHome: string };
  /** The assistant of our catalogue that is built in. */
  readonly assistant?: string;
}

const server = (name: string, folder: string): KnownEditor => ({ name, folder, data: { inHome: `${folder}/data` } });

/** `dataFolderName` and `nameShort` (`applicationName` for servers) of each product. */
export const knownEditors: readonly KnownEditor[] = [
  { name: "VS Code", folder: ".vscode", data: "Code" },
  { name: "VS Code Insiders", folder: ".vscode-insiders", data: "Code - Insiders" },
  { name: "VSCodium", folder: ".vscode-oss", data: "VSCodium" },
  { name: "VSCodium Insiders", folder: ".vscodium-insiders", data: "VSCodium - Insiders" },
  { name: "Code - OSS", folder: ".vscode-oss-dev", data: "code-oss-dev" },
  { name: "Cursor", folder: ".cursor", data: "Cursor", assistant: "cursor" },
  { name: "Windsurf", folder: ".windsurf", data: "Windsurf", assistant: "windsurf" },
  { name: "Windsurf Next", folder: ".windsurf-next", data: "Windsurf - Next", assistant: "windsurf" },
  { name: "Positron", folder: ".positron", data: "Positron" },
  { name: "Trae", folder: ".trae", data: "Trae" },
  { name: "Trae CN", folder: ".trae-cn", data: "Trae CN" },
  { name: "Kiro", folder: ".kiro", data: "Kiro" },
  { name: "Antigravity", folder: ".antigravity", data: "Antigravity" },
  { name: "Void", folder: ".void-editor", data: "Void" },
  { name: "Qoder", folder: ".qoder", data: "Qoder" },
  { name: "PearAI", folder: ".pearai", data: "PearAI" },
  { name: "CodeBuddy", folder: ".codebuddy", data: "CodeBuddy" },
  { name: "code-server", folder: ".local/share/code-server", data: { inHome: ".local/share/code-server" } },
  server("VS Code Server", ".vscode-server"),
  server("VS Code Server Insiders", ".vscode-server-insiders"),
  server("VSCodium Server", ".vscodium-server"),
  server("Cursor Server", ".cursor-server"),
  server("Windsurf Server", ".windsurf-server"),
  server("Positron Server", ".positron-server"),
  server("Trae Server", ".trae-server"),
  server("Kiro Server", ".kiro-server"),
  server("openvscode-server", ".openvscode-server"),
];
