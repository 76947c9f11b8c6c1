import { policySchema, type Schema } from "../../core/policy/policySchema.ts";

/** Keys and indexes from the root of a policy document. */
export type PolicyPath = readonly (string | number)[];

/** The schema at a path, `undefined` where the document may hold nothing. */
export function schemaAt(path: PolicyPath): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, step) => {
    if (typeof step === "number") return schema?.items;
    const properties = schema?.properties ?? {};
    return Object.hasOwn(properties, step) ? properties[step] : undefined;
  }, policySchema);
}
