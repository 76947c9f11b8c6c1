/** Where editors of the VS Code family keep a person's settings, from the home, on Linux, macOS and Windows. */
export const editorFolders: readonly string[] = [".config", "Library/Application Support", "AppData/Roaming"].flatMap((folder) => ["Code", "Code - Insiders", "VSCodium"].map((editor) => `${folder}/${editor}/User`));
