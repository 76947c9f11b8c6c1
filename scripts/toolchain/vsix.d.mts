export function buildVsix(): Promise<string>;
