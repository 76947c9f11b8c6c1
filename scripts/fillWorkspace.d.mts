export function fillWorkspace(template: string, target: string): Readonly<Record<string, string>>;
