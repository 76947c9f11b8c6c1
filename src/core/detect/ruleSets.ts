import type { Origin } from "./detector.ts";

/** Rule sets of others that formats were taken from. NOTICE has their addresses and what was taken; the patterns are written anew. */
export const kingfisher: Origin = { source: "kingfisher", licence: "Apache-2.0" };
export const noseyParker: Origin = { source: "noseyparker", licence: "Apache-2.0" };
export const betterleaks: Origin = { source: "betterleaks", licence: "MIT" };
export const leaktk: Origin = { source: "leaktk-patterns", licence: "MIT" };
export const securityUtilities: Origin = { source: "microsoft-security-utilities", licence: "MIT" };
