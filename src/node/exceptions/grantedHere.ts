import type { ExceptionInForce } from "../../core/policy/policy.ts";
import type { GrantedException } from "../../core/trust/signedContent.ts";
import type { Asked } from "./askedBook.ts";
import { toDeviceName, toFileName } from "./fileKeys.ts";

/**
 * Which of the exceptions that the organisation signed are for this machine, with the file that each is for. The book of what was
 * asked only says which file that could be: another one than was asked for has another name under every key.
 */
export function grantedHere(granted: readonly GrantedException[], deviceId: string, asked: readonly Asked[]): readonly ExceptionInForce[] {
  return granted.flatMap(({ id, device, file, rules, owner, reason, expires }) => {
    const own = device === toDeviceName(id, deviceId) ? asked.find((each) => each.id === id) : undefined;
    return own === undefined || toFileName(own.key, own.path) !== file ? [] : [{ id: `exception-${id.slice(0, 8)}`, rules, file: own.path, owner, reason, expires, origin: { source: "organisation" as const } }];
  });
}
