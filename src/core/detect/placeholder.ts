import { distinct } from "./charCounts.ts";

const words = /^%\w+%$|example|placeholder|change[-_ ]?me|replace[-_ ]?me|replace[-_ ]?with|insert[-_ ]|your[-_ ]|my[-_]?(?:super[-_]?)?(?:secret|password|token|key)|dummy|redacted|0123456789abcdef|not[-_ ]?(?:a[-_ ]?)?real|fake|lorem|<[^<>]{0,80}>|\$\{|\$\(|\{\{|\}\}|<%|%>|#\{|\[redacted|x{5,}|\*{3,}|\.{3}|…|(.)\1{7,}/i;
// A token cannot be told from these by its length, so only what random letters do not spell by chance.
const strictWords = /example|placeholder|changeme|your[-_]|redacted|dummy|xxxxxx|\$\{|\{\{|\*\*\*/i;
const longestRun = 9;

/** Whether a password or the like only stands for one: `changeme`, `<your-key>`, `${TOKEN}`, `xxxxx`, our own mask. */
export function isPlaceholder(value: string): boolean {
  return words.test(value) || distinct(value) <= 2;
}

/** The same for tokens of a known form, where fewer doubts are justified. In the middle of long ones chance spells words too. */
export function isTokenPlaceholder(value: string): boolean {
  const ends = value.length > 200 ? value.slice(0, 100) + value.slice(-100) : value;
  return hasLongRun(ends) || strictWords.test(ends) || distinct(value.slice(-20)) <= 3;
}

/** Many times what a back reference takes, which matters for texts full of tokens. */
function hasLongRun(value: string): boolean {
  let run = 0;
  for (let index = 1; index < value.length; index += 1) {
    run = value.charCodeAt(index) === value.charCodeAt(index - 1) ? run + 1 : 0;
    if (run >= longestRun) return true;
  }
  return false;
}
