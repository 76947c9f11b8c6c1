export function ensureChdb(): Promise<{ readonly folder: string } | { readonly missing: string }>;
