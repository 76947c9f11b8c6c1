export function copyExtensions(folder: string, sources: readonly string[]): Promise<void>;
