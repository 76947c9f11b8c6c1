export function ensureLocalEngine(): Promise<{ readonly entry: string } | { readonly missing: string }>;
