import type { PolicyInForce } from "../../node/policyStore.ts";

/** Which policies hold, how the organisation's stands, and what is wrong. */
export function statusLines({ policy, organisation, problems }: PolicyInForce): readonly string[] {
  return [
    `in force: ${policy.names.join(", ")} (${policy.mode}); hash ${policy.hash}`,
    ...(organisation === undefined ? ["organisation: none"] : organisationLines(organisation)),
    ...problems.map(({ file, line, message, kind }) => `${kind}: ${file}${line === undefined ? "" : `:${line}`}: ${message}`),
  ];
}

/** Which organisation, whether its policy holds, and how far it can be relied on. */
export function organisationLines({ trusted, condition, version, expiresAt }: NonNullable<PolicyInForce["organisation"]>): readonly string[] {
  return [
    `organisation: ${trusted.organisation}, ${condition}${version === undefined ? "" : `, version ${version}`}${expiresAt === undefined ? "" : `, until ${new Date(expiresAt).toISOString()}`}`,
    trusted.pinnedByRoot ? "its root keys stand in the machine file" : "its root keys are those of its first answer: tampering shows and is not prevented",
  ];
}
