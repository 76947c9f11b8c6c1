import type { AiPolicy, Origin } from "./policy.ts";
import type { AiSection } from "./policyDocument.ts";

export const noAi: AiPolicy = { approved: [], denied: [], unlisted: { runtimes: "unknown", models: "unknown", tools: "unknown" }, bind: "any" };

type Refuse = (path: readonly (string | number)[], message: string) => void;

/** A trusted layer: what it says replaces what stood there; entries with the same id are replaced, the newer ones come first. */
export function overlayAi(current: AiPolicy, section: AiSection | undefined, origin: Origin): AiPolicy {
  if (section === undefined) return current;
  const replace = (entries: AiPolicy["approved"], added: AiSection["approved"] = []) => [...added.map((entry) => ({ ...entry, origin })), ...entries.filter(({ id }) => !added.some((entry) => entry.id === id))];
  const instead = section.instead ?? current.instead;
  return {
    approved: replace(current.approved, section.approved),
    denied: replace(current.denied, section.denied),
    unlisted: { ...current.unlisted, ...section.unlisted },
    bind: section.bind ?? current.bind,
    ...(instead === undefined ? {} : { instead }),
  };
}

/** Any other layer: it denies what it likes, and approves only where it may; never does it raise a ceiling. */
export function tightenAi(current: AiPolicy, section: AiSection | undefined, origin: Origin, mayApprove: boolean, refuse: Refuse): AiPolicy {
  if (section === undefined) return current;
  const approved = (section.approved ?? []).flatMap(({ ceiling, ...entry }, index) => {
    if (!mayApprove) refuse(["ai", "approved", index], "the policy above does not let this layer approve");
    else if (ceiling !== undefined) refuse(["ai", "approved", index, "ceiling"], "only the machine's and the organisation's policy may say how much a model may see");
    return mayApprove ? [{ ...entry, origin }] : [];
  });
  const unlisted = { ...current.unlisted };
  for (const kind of ["runtimes", "models", "tools"] as const) {
    if (section.unlisted?.[kind] === "denied") unlisted[kind] = "denied";
    else if (section.unlisted?.[kind] !== undefined && current.unlisted[kind] === "denied") refuse(["ai", "unlisted", kind], "is denied above");
  }
  if (section.bind === "any" && current.bind === "loopback") refuse(["ai", "bind"], "is loopback above");
  const instead = current.instead ?? section.instead;
  return {
    approved: [...current.approved, ...approved],
    denied: [...current.denied, ...(section.denied ?? []).map((entry) => ({ ...entry, origin }))],
    unlisted,
    bind: section.bind === "loopback" ? "loopback" : current.bind,
    ...(instead === undefined ? {} : { instead }),
  };
}
