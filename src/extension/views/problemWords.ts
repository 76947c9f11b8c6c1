import type { PolicyProblem } from "../../node/policyStore.ts";
import type { Face } from "./statusFace.ts";

/** `path`: of the policy's file, as people know it. */
export const wordProblem = ({ kind, source, line, message }: PolicyProblem, path: string): string =>
  `${kind}: ${source} policy, ${path}${line === undefined ? "" : `, line ${line}`}: ${message}`;

/** The status while a policy file cannot be read or believed, which nobody would look for in a file that is not open. */
export const withBrokenPolicy = (face: Face): Face => ({
  ...face,
  text: `${face.text} $(alert)`,
  spoken: `${face.spoken} A policy file does not hold as it is written.`,
  tooltip: `${face.tooltip}\nA policy file does not hold as it is written: click and look at Policy Problems.`,
});

/** The line of the menu; with something to tell it says how much, and the first of it. */
export const problemChoice = (problems: readonly string[]): { readonly label: string; readonly detail: string } =>
  problems[0] === undefined
    ? { label: "$(checklist) Policy problems", detail: "Files that are broken, untrusted or tried to loosen." }
    : { label: `$(alert) Policy problems: ${problems.length}`, detail: problems[0] };
