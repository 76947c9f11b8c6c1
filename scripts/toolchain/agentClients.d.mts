export function ensureAgentClient(id: string): Promise<{ readonly program: string; readonly version: string } | { readonly missing: string }>;
