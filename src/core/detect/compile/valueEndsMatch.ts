/**
 * Whether what a match ends with is its value: group `value`, or else the first one, has nothing behind it but what is only looked
 * at. Then the group's length says where it is, which costs less than to have its indices.
 */
export function valueEndsMatch(source: string): boolean {
  const groups = groupsOf(source);
  const group = groups.find(({ opening }) => opening === "(?<value>") ?? groups.find(({ opening }) => opening === "(" || /^\(\?<\w/.test(opening));
  return group === undefined || /^(?:\(\?<?[=!](?:[^()\\]|\\.)*\)|\$)*$/.test(source.slice(group.end));
}

interface Group { readonly opening: string; readonly end: number }

/** All groups in the order in which they open. */
function groupsOf(source: string): readonly Group[] {
  const open: { opening: string; end: number }[] = [];
  const groups: { opening: string; end: number }[] = [];
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === "\\") at += 1;
    else if (inClass) inClass = char !== "]";
    else if (char === "[") inClass = true;
    else if (char === "(") {
      const group = { opening: /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(source.slice(at))?.[0] ?? "(", end: source.length };
      open.push(group);
      groups.push(group);
    } else if (char === ")") {
      const group = open.pop();
      if (group !== undefined) group.end = at + 1;
    }
  }
  return groups;
}
