export function fillWorkspace(template: string, target: string, replaced?: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
