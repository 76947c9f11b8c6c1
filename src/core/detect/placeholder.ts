const words = /^%\w+%$|example|placeholder|change[-_ ]?me|replace[-_ ]?me|replace[-_ ]?with|insert[-_ ]|your[-_ ]|my[-_]?(?:super[-_]?)?(?:secret|password|token|key)|dummy|redacted|not[-_ ]?(?:a[-_ ]?)?real|fake|lorem|<[^<>]{0,80}>|\$\{|\$\(|\{\{|\}\}|<%|%>|#\{|\[redacted|x{5,}|\*{3,}|\.{3}|…|(.)\1{7,}/i;
// A token cannot be told from these by its length, so only what random letters do not spell by chance.
const strictWords = /example|placeholder|changeme|your[-_]|redacted|dummy|\$\{|\{\{|x{6,}|\*{3,}|(.)\1{9,}/i;

/** Whether a password or the like only stands for one: `changeme`, `<your-key>`, `${TOKEN}`, `xxxxx`, our own mask. */
export function isPlaceholder(value: string): boolean {
  return words.test(value) || new Set(value).size <= 2;
}

/** The same for tokens of a known form, where fewer doubts are justified. */
export function isTokenPlaceholder(value: string): boolean {
  return strictWords.test(value) || new Set(value.slice(-20)).size <= 3;
}
