/** Path in the repository, and text. */
export function ruleTexts(): readonly (readonly [string, string])[];
