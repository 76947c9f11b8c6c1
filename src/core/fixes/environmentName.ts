// A variable of such a name changes how programs are found, loaded or run.
const taken = /^(PATH|HOME|SHELL|USER|PWD|IFS|TERM|TMPDIR|TEMP|TMP|LANG|PS1|ENV|BASH_ENV|EDITOR|LD_\w+|DYLD_\w+|NODE_\w+|PYTHON\w*|RUBY\w*|PERL\w*|JAVA_\w+|GIT_\w+|LC_\w+)$/;
const assignment = /([A-Za-z_$][\w$.-]*)["'`\]]*\s*(?::\s*[^=:"']{1,40}|\s+string)?\s*(?::=|=>|=|:)\s*$/;
const namedArgument = /(?:^|[^\w$])(?:[\w$]+\.)*set_?([A-Z][\w$]*)\(\s*$/; // client.setSecretKey("…")
const dockerPair = /\bENV\s+(\w+)\s+$/;
const maxLength = 60;

/** Name for a value: from what the line assigns it to, else from its detector. Upper snake case, never a name with a meaning of its own. */
export function toEnvironmentName(lineBefore: string, detector: string): string {
  const line = lineBefore.slice(-300);
  const key = (assignment.exec(line) ?? dockerPair.exec(line) ?? namedArgument.exec(line))?.[1];
  const name = upperSnake(lastPart(key ?? "")) || upperSnake(detector) || "SECRET";
  return taken.test(name) ? `${name}_VALUE` : name;
}

/** The first of NAME, NAME_2, NAME_3… that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

const lastPart = (key: string) => key.split(".").findLast((part) => part !== "") ?? "";

function upperSnake(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "").replace(/^(?=\d)/, "N_").toUpperCase().slice(0, maxLength).replace(/_+$/, "");
}
