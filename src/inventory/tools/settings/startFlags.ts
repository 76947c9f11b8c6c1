/** Options that take an agent's questions away; none is any other program's. */
const alone = ["--dangerously-skip-permissions", "--allow-dangerously-skip-permissions", "--dangerously-bypass-approvals-and-sandbox", "--dangerously-allow-all", "--skip-permissions-unsafe", "--trust-all-tools", "--allow-all-tools", "--allow-all-paths", "--allow-all-urls", "--yes-always", "--cowboy-mode", "--yolo", "--approval-mode=yolo", "--sandbox=danger-full-access"] as const;
const pairs = [["--permission-mode", "bypassPermissions"], ["--approval-mode", "yolo"], ["--sandbox", "danger-full-access"], ["--ask-for-approval", "never"]] as const;

/** All of them, as a command line has them. */
export const startFlags: readonly string[] = [...alone, ...pairs.map((pair) => pair.join(" "))];

/** Such options in a text of commands: aliases of a shell, scripts of a project. Comments do not count. */
export function findStartFlags(text: string): readonly string[] {
  if (!/--(?:dangerously|allow-|skip-permissions|trust-all|yes-always|cowboy|yolo|approval-mode|sandbox|permission-mode|ask-for-approval)/.test(text)) return [];
  const code = text.split("\n").filter((line) => !/^\s*(?:#|\/\/|REM\b)/i.test(line)).join("\n");
  const words = new Set(code.split(/[\s"'`;&|()\\]+/));
  const together = pairs.filter(([option, value]) => new RegExp(`${option}[\\s"',=]+${value}\\b`).test(code)).map((pair) => pair.join(" "));
  return [...alone.filter((flag) => words.has(flag)), ...together];
}
